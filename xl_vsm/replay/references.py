"""References to cells, told from where the formula stands, so that copies are alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from xl_vsm.sheets.addresses import LAST_COLUMN, LAST_ROW, number

_SHEET: Final = r"(?:(?P<quoted>'(?:[^']|'')*')!|(?P<sheet>[^\s'!:\[\]]+)!)?"
_CELL: Final = r"(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})"
_REFERENCE: Final = re.compile(rf"{_SHEET}{_CELL}(?::{_CELL})?")


@dataclass(frozen=True, slots=True)
class Area:
    """Cells of one sheet."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_cell(self) -> bool:
        """Whether it is a single cell."""
        return self.top == self.bottom and self.left == self.right

    @property
    def size(self) -> int:
        """How many cells there are."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


@dataclass(frozen=True, slots=True)
class Axis:
    """A row or a column: fixed, or so far from the formula's own."""

    fixed: bool
    count: int

    def at(self, own: int, last: int) -> int:
        """Return its number for a formula that stands at another; past the last it starts anew."""
        return self.count if self.fixed else (own + self.count - 1) % last + 1


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell or a range. The sheet is empty where it is the formula's own."""

    sheet: str
    rows: tuple[Axis, Axis]
    columns: tuple[Axis, Axis]

    @property
    def is_cell(self) -> bool:
        """Whether it is a single cell."""
        return self.rows[0] == self.rows[1] and self.columns[0] == self.columns[1]

    @property
    def is_fixed(self) -> bool:
        """Whether every copy of the formula means the same cells."""
        return all(axis.fixed for axis in (*self.rows, *self.columns))

    def area(self, sheet: str, row: int, column: int) -> Area:
        """Return the cells that it means for a formula in a cell."""
        top, bottom = sorted(axis.at(row, LAST_ROW) for axis in self.rows)
        left, right = sorted(axis.at(column, LAST_COLUMN) for axis in self.columns)
        return Area(self.sheet or sheet, top, left, bottom, right)


def read_reference(text: str, row: int, column: int) -> Reference | None:
    """Read "B4", "$B$4:C9" or "'Pay 2025'!B4" in a formula that stands in a cell.

    Returns:
        The reference; None where the text is none, such as a name or another workbook's cell.
    """
    found = _REFERENCE.fullmatch(text)
    if found is None:
        return None
    quoted = found["quoted"]
    sheet = quoted[1:-1].replace("''", "'") if quoted else found["sheet"] or ""
    if "[" in sheet or (":" in sheet and quoted):
        return None  # another workbook, or a run of sheets
    *_, fixed_left, left, fixed_top, top, fixed_right, right, fixed_bottom, bottom = found.groups()
    if right is None:
        fixed_right, right, fixed_bottom, bottom = fixed_left, left, fixed_top, top
    try:
        columns = number(left), number(right)
    except ValueError:
        return None
    rows = int(top), int(bottom)
    if max(rows) > LAST_ROW:
        return None
    return Reference(
        sheet,
        (_axis(fixed_top, rows[0], row), _axis(fixed_bottom, rows[1], row)),
        (_axis(fixed_left, columns[0], column), _axis(fixed_right, columns[1], column)),
    )


def _axis(mark: str, place: int, own: int) -> Axis:
    return Axis(fixed=True, count=place) if mark else Axis(fixed=False, count=place - own)
