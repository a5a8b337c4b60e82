"""Whether a stored cell shows what a formula gives."""

from __future__ import annotations

from datetime import date
from typing import Final

from xl_vsm.excel import CellError
from xl_vsm.excel.errors import NO_ANSWER, OURS
from xl_vsm.replay.scalars import NoNumber, Scalar, number_of, same_number
from xl_vsm.replay.stored import Value
from xl_vsm.sheets.cells import Cell

_NOT_FILLED: Final = CellError("#N/A")
"""What Excel shows in the cells of an array formula that its answer does not reach."""


def element(answer: Value, row: int, column: int) -> Scalar:
    """Return what an answer puts into one of the cells that its formula fills.

    One row or one column stands for every one, as in Excel.
    """
    if not isinstance(answer, list):
        return answer
    across = answer[0] if len(answer) == 1 else answer[row] if row < len(answer) else []
    if len(across) == 1:
        return across[0]
    return across[column] if column < len(across) else _NOT_FILLED


def agrees(cell: Cell, expected: Scalar) -> bool:
    """Say whether a stored cell shows an answer, whichever Excel stored it."""
    if isinstance(expected, CellError):
        return _shows_error(cell, expected)
    if cell.error:
        return False
    stored = cell.value
    if expected is None:
        expected = 0  # what a formula shows that refers to a blank
    if isinstance(expected, str) or isinstance(stored, str):
        return (stored or "") == expected
    if isinstance(expected, bool) or isinstance(stored, bool):
        return stored is expected
    if isinstance(stored, int | float | date) and isinstance(expected, int | float | date):
        try:
            return same_number(number_of(stored), number_of(expected))
        except NoNumber:
            return False
    return stored == expected


def _shows_error(cell: Cell, expected: CellError) -> bool:
    if expected.code != OURS:
        return expected.code in (cell.error, cell.text)
    # With its words on the desktop; an error whose words show on the cell elsewhere.
    return cell.text.startswith(OURS) or cell.error == NO_ANSWER
