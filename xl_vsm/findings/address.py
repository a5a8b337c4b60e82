"""A cell's address, as Excel writes it."""

from __future__ import annotations

import re

_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[rRcC][0-9]*([cC][0-9]*)?")
"""Names such as FY25 or R1C1, which Excel would take for a cell if they had no quotes."""


def address(sheet: str | None, cell: str | None) -> str:
    """Write a cell's address as Excel does, with quotes where the sheet's name needs them."""
    if sheet is None:
        return "the workbook" if cell is None else cell
    plain = sheet.replace("_", "a").isalnum() and not sheet[0].isdigit()
    plain = plain and not _LIKE_A_CELL.fullmatch(sheet)
    name = sheet if plain else "'" + sheet.replace("'", "''") + "'"
    return name if cell is None else f"{name}!{cell}"
