"""References to the columns of Excel's own tables: Posts[Salary], Posts[@[WTE]]."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from xl_vsm.replay.references import Area, read_reference
from xl_vsm.replay.tree import NotWorkedOut
from xl_vsm.sheets.cells import ExcelTable

_TABLE: Final = re.compile(r"(?P<table>[\w.\\]*)\[(?P<inner>.*)\]", re.DOTALL)
_PART: Final = re.compile(r"\[((?:[^\[\]']|'.)*)\]")
_THIS_ROW, _DATA = "#this row", "#data"


def table_area(tables: Sequence[ExcelTable], text: str, sheet: str, row: int) -> Area:
    """Return the cells that a reference to a table means in a formula that stands in a row.

    Args:
        tables: the workbook's tables.
        text: the reference, as the file has it.
        sheet: the formula's own sheet.
        row: the formula's own row.

    Raises:
        NotWorkedOut: the table, the column or the kind of reference is not known.
    """
    found = _TABLE.fullmatch(text)
    table = _named(tables, found["table"]) if found else None
    if found is None or table is None:
        raise NotWorkedOut(f"{text} is no table of this workbook")
    inner = found["inner"].strip()
    here = inner.startswith("@")
    inner = inner.removeprefix("@").strip()
    parts = [part.strip() for part in _PART.findall(inner)] or ([inner] if inner else [])
    items = [part.casefold() for part in parts if part.startswith("#")]
    if set(items) - {_THIS_ROW, _DATA}:
        raise NotWorkedOut(f"{text} means headings or totals")
    columns = [_place(table, part, text) for part in parts if not part.startswith("#")]
    if len(columns) > (2 if "]:[" in inner else 1):
        raise NotWorkedOut(f"{text} means several columns")
    whole = _area(table)
    first = whole.left + min(columns) if columns else whole.left
    last = whole.left + max(columns) if columns else whole.right
    top, bottom = whole.top + table.header_rows, whole.bottom - table.totals_rows
    if here or _THIS_ROW in items:
        if sheet.casefold() != table.sheet.casefold() or not top <= row <= bottom:
            raise NotWorkedOut(f"{text} means a row of a table that the formula is not in")
        top = bottom = row
    return Area(table.sheet, top, first, bottom, last)


def _named(tables: Sequence[ExcelTable], name: str) -> ExcelTable | None:
    return next((table for table in tables if table.name.casefold() == name.casefold()), None)


def _place(table: ExcelTable, column: str, text: str) -> int:
    # An apostrophe stands before a sign that would otherwise end the name.
    wanted = re.sub(r"'(.)", r"\1", column).casefold()
    for place, name in enumerate(table.columns):
        if name.casefold() == wanted:
            return place
    raise NotWorkedOut(f"{text} means a column that the table does not have")


def _area(table: ExcelTable) -> Area:
    found = read_reference(table.area, 1, 1)
    if found is None:
        raise NotWorkedOut(f"the table {table.name} has no cells")
    return found.area(table.sheet, 1, 1)
