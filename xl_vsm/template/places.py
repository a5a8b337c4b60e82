"""Where things stand in the template: the sheets, the rows of posts, and the names of cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name

from xl_vsm.template.columns import BY_KEY, COLUMNS, or_empty

START, PAY, CHECKS, LISTS = "Start here", "Pay", "Checks", "Lists"

TOTALS, GROUPS, HEADINGS, FIRST = 4, 5, 6, 7
"""Rows of the sheet of posts, as Excel numbers them: the last is the first post's."""

INPUTS: Final = {
    "Organisation": 10,
    "Organisation_type": 11,
    "Turnover": 12,
    "Weighted_population": 13,
    "Segment": 14,
    "Recovery_support": 15,
    "Effective_date": 16,
}
"""The cells of the first sheet that are filled in, in column B, by the names that formulas use."""

SIZE_ROW, BAND_ROW = 17, 18
STATUS_ROW, CHECKED_ROW, MARKS_ROW = 5, 6, 7
VERDICT: Final = f"{CHECKS}!$B$3"
"""What all the checks come to, in words."""

BELOW: Final = 400
"""How many rows under the last post are watched for entries that no formula reaches."""


@dataclass(frozen=True)
class Posts:
    """The rows for posts, and the address of each column of them."""

    rows: int

    @property
    def last(self) -> int:
        """The last row for a post."""
        return FIRST + self.rows - 1

    def column(self, key: str, first: int = FIRST, last: int | None = None) -> str:
        """Return the range of a column on its own sheet, such as G7:G56."""
        name = letters(key)
        return f"{name}{first}:{name}{self.last if last is None else last}"

    def away(self, key: str, first: int = FIRST, last: int | None = None) -> str:
        """Return the range of a column as other sheets call it, such as Pay!$G$7:$G$56."""
        name = letters(key)
        return f"{PAY}!${name}${first}:${name}${self.last if last is None else last}"

    def formula(self, key: str) -> str:
        """Return what works out a column, with the ranges of the columns that it rests on."""
        ranges = {column.key: self.column(column.key) for column in COLUMNS}
        blank = {f"{one}_or_empty": or_empty(area) for one, area in ranges.items()}
        return f"={BY_KEY[key].formula.format_map(ranges | blank)}"


def number(key: str) -> int:
    """Return the place of a column, counted from 0."""
    return list(BY_KEY).index(key)


def letters(key: str) -> str:
    """Return the letters of a column."""
    return str(xl_col_to_name(number(key)))


def cell(address: str) -> tuple[int, int]:
    """Return an address as XlsxWriter counts it: row and column, both from 0."""
    row, column = xl_cell_to_rowcol(address)
    return int(row), int(column)
