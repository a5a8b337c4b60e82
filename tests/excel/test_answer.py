from __future__ import annotations

import math
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from xl_vsm.excel import CellError
from xl_vsm.excel.answer import answer_of, laid_out
from xl_vsm.excel.errors import fault
from xl_vsm.rules.words import Position


class Plain(Enum):
    TWO = Decimal(2)


DAY = datetime(2025, 4, 1)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("result", "cell"),
    [
        (Decimal("0.125"), 0.125),
        (Decimal(15000), 15000.0),
        (5, 5),
        (True, True),
        (2.5, 2.5),
        (None, ""),
        (math.nan, "#NUM!"),
        (Decimal("NaN"), "#NUM!"),
        (Decimal("-1E400"), "#NUM!"),
        (date(2025, 4, 1), DAY),
        (DAY, DAY),
        ("B", "B"),
        (Position.IN_RANGE, "in range"),
        (Plain.TWO, 2.0),
        (CellError("#N/A"), "#N/A"),
        ([Decimal(1), None, "x"], [1.0, "", "x"]),
        ((1, 2), [1, 2]),
        ([], []),
        ([(1, Decimal(2)), [3, None]], [[1, 2.0], [3, ""]]),
    ],
)
def test_answers(result: object, cell: object) -> None:
    found = answer_of(result)
    assert found == cell
    assert type(found) is type(cell)


@pytest.mark.parametrize("result", [object(), {"a": 1}, [1, [2]]])
def test_what_no_cell_can_hold_is_a_bug(result: object) -> None:
    with pytest.raises(TypeError, match="a cell cannot hold a "):
        answer_of(result)


def lay(answers: list[Any], shape: tuple[int, int], is_range: bool = True) -> object:
    return laid_out(answers, shape, is_range=is_range, host="plain")


def test_one_answer_stands_alone_unless_a_range_was_given() -> None:
    assert lay(["A"], (1, 1), is_range=False) == "A"
    assert lay(["A"], (1, 1)) == [["A"]]


def test_answers_take_the_shape_of_the_range() -> None:
    assert lay([1, 2, 3, 4, 5, 6], (2, 3)) == [[1, 2, 3], [4, 5, 6]]
    assert lay([1, 2], (2, 1)) == [[1], [2]]


def test_a_row_spills() -> None:
    assert lay([[1, 2]], (1, 1), is_range=False) == [[1, 2]]
    assert lay([[]], (1, 1), is_range=False) == [[""]]
    assert lay([[[1, 2], [3]]], (1, 1), is_range=False) == [[1, 2], [3, ""]]


def test_rows_spill_below_each_other_and_an_error_takes_its_whole_row() -> None:
    assert lay([[1, 2, 3], fault("no"), CellError("#N/A"), [4]], (4, 1)) == [
        [1, 2, 3],
        ["#VSM! no", "#VSM!", "#VSM!"],
        ["#N/A", "#N/A", "#N/A"],
        [4, "", ""],
    ]


def test_rows_have_no_room_beside_each_other() -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011
        lay([[1], [2]], (1, 2))
    assert str(refused.value) == (
        "each answer takes several cells: give single cells or one column, not 1 row by 2 columns"
    )


def test_tables_have_no_room_below_each_other() -> None:
    with pytest.raises(ValueError, match="give single cells, not 2 rows by 1 column"):
        lay([[[1], [2]], [[3], [4]]], (2, 1))
