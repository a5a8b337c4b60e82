"""Cell addresses in Excel's own A1 terms."""

from __future__ import annotations

import re
from typing import Final

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
ADDRESS: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


def letters(column: int) -> str:
    """Return a column's letters: 1 is A, 28 is AB."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def number(column: str) -> int:
    """Return a column's number from its letters.

    Raises:
        ValueError: Excel has no such column.
    """
    wanted = column.strip().upper()
    if not re.fullmatch("[A-Z]{1,3}", wanted):
        raise ValueError(f"{column!r} is not a column: give its letters, such as D or AB")
    total = 0
    for letter in wanted:
        total = total * 26 + ord(letter) - 64
    if total > LAST_COLUMN:
        raise ValueError(f"{column!r} is beyond Excel's last column, XFD")
    return total


def a1(row: int, column: int) -> str:
    """Return a cell's address: row 14 of column 8 is H14."""
    return f"{letters(column)}{row}"


def parse(address: str) -> tuple[str, int, int]:
    """Split "Details!B4" into sheet, row and column number; the sheet's name may be quoted.

    Raises:
        ValueError: the text is not the address of one cell.
    """
    sheet, mark, cell = address.rpartition("!")
    found = ADDRESS.fullmatch(cell.strip())
    if not mark or not sheet or not found or int(found.group(2)) > LAST_ROW:
        raise ValueError(f"{address!r} is not a cell: write it as Sheet!B4")
    sheet = sheet.strip()
    if len(sheet) > 1 and sheet[0] == sheet[-1] == "'":
        sheet = sheet[1:-1].replace("''", "'")
    return sheet, int(found.group(2)), number(found.group(1))


def range_of(text: str) -> tuple[int, int, int, int] | None:
    """Return a range's first row and column and its last, or None if the text is no range.

    "$B$4:$F$20" is rows 4 to 20 of columns 2 to 6; "B4" is one cell.
    """
    first, _, last = text.partition(":")
    found = [ADDRESS.fullmatch(corner.strip()) for corner in (first, last or first)]
    if not (found[0] and found[1]):
        return None
    try:
        (top, left), (bottom, right) = ((int(f.group(2)), number(f.group(1))) for f in found if f)
    except ValueError:
        return None
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)
