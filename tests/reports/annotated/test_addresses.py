from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.reports.annotated.addresses import (
    LAST_COLUMN,
    LAST_ROW,
    Cell,
    block_of,
    cell_of,
    column_letters,
    together,
)

CELLS = st.builds(Cell, st.integers(1, LAST_ROW), st.integers(1, LAST_COLUMN))
NEAR = st.builds(Cell, st.integers(1, 9), st.integers(1, 4))


@given(CELLS)
def test_a_cell_is_read_as_it_is_written(cell: Cell) -> None:
    assert cell_of(str(cell)) == cell


@pytest.mark.parametrize(
    "words", ["", "A0", "A01", "A1048577", "XFE1", "AAAA1", "1A", "A1:B2", "£1"]
)
def test_what_is_no_cell(words: str) -> None:
    assert cell_of(words) is None


@given(st.sets(NEAR))
def test_cells_written_together_are_the_same_cells(cells: set[Cell]) -> None:
    blocks = [block_of(words) for words in together(cells)]
    assert {c for c in _grid() if any(block and block.holds(c) for block in blocks)} == cells


def _grid() -> list[Cell]:
    return [Cell(row, column) for row in range(1, 11) for column in range(1, 6)]


def test_the_last_row_and_columns() -> None:
    assert together([Cell(LAST_ROW - 1, 1), Cell(LAST_ROW, 1)]) == ["A1048575:A1048576"]
    assert [column_letters(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
