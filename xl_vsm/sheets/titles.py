"""The workbook's day from the titles above its tables, where nothing states the day itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from xl_vsm.sheets.cells import Cell
from xl_vsm.sheets.entry import Entry
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.headers import LONGEST, heading
from xl_vsm.sheets.shown import long_date
from xl_vsm.sheets.tables import Table
from xl_vsm.sheets.views import turned
from xl_vsm.sheets.years import first_day, pay_years, written

AS_AT: Final = re.compile(r"\b(?:as at|as of|(?:position|pay|salaries) at)\b[\s:]*", re.IGNORECASE)


def day_of_pay_year(tables: list[Table]) -> Entry[date] | None:
    """Return the first day of the one pay year that the titles name, or else the sheets' names.

    Two different years say nothing, and nor does a title whose own day cannot be read: the day
    it means may lie anywhere in the year.
    """
    titles = [(table, cell) for table in _topmost(tables) for cell in _titles(table)]
    if any(AS_AT.search(cell.text) for _, cell in titles if pay_years(cell.text)):
        return None
    named = {year for _, cell in titles for year in pay_years(cell.text)}
    if named:
        found = next((table, cell) for table, cell in titles if pay_years(cell.text))
        return _entry(*found, named) if len(named) == 1 else None
    sheets = [table for table in _topmost(tables) if pay_years(table.grid.name)]
    named = {year for table in sheets for year in pay_years(table.grid.name)}
    return _entry(sheets[0], None, named) if len(named) == 1 else None


def year_of(table: Table) -> int | None:
    """Return the one pay year that a table's titles name, or else its sheet's name."""
    titled = {year for cell in _titles(table) for year in pay_years(cell.text)}
    named = titled or pay_years(table.grid.name)
    return named.pop() if len(named) == 1 else None


def _entry(table: Table, cell: Cell | None, years: set[int]) -> Entry[date]:
    (year,) = years
    day, grid = first_day(year), table.grid
    where = "" if cell else " in the sheet's name"
    return Entry(
        sheet=grid.name,
        # An entry needs a cell; the sheet's first stands for its name.
        cell=cell.address if cell else "A1",
        state="stated",
        value=day,
        raw=cell.text if cell else grid.name,
        read_as=f"pay year {written(year)}{where} read as {long_date(day)}",
        hidden=cell.hidden if cell else grid.hidden,
        formula=cell.formula if cell else None,
    )


def _topmost(tables: list[Table]) -> list[Table]:
    """Return the first table of each sheet, in the order of the sheets."""
    first: dict[str, Table] = {}
    for table in tables:
        held = first.get(table.grid.name)
        if held is None or table.first_row < held.first_row:
            first[table.grid.name] = table
    return list(first.values())


def _titles(table: Table) -> Iterator[Cell]:
    """Give the texts above a table; what follows a label, such as the turnover's, is none."""
    grid = turned(table.grid) if table.grid.turned else table.grid
    for row in (number for number in grid.rows() if number < table.first_row):
        for _, cell in sorted(grid.row(row).items()):
            if catalogue().label(heading(cell.text.split(":")[0])):
                break
            if cell.text and len(cell.text) <= LONGEST:
                yield cell
