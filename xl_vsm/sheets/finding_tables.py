"""The pay tables of a sheet: in rows, side by side, in columns, and those Excel knows itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from xl_vsm.sheets.abreast import side_by_side
from xl_vsm.sheets.bands import find_bands, headings_at
from xl_vsm.sheets.cells import ExcelTable, Grid
from xl_vsm.sheets.meanings import is_pay
from xl_vsm.sheets.skipped import REPEATED
from xl_vsm.sheets.tables import Table, fill, table_under
from xl_vsm.sheets.views import area_of, turned, within, without

MOST_ROWS: Final = 200
"""No board paper has as many figures for each post; a longer sheet is a list."""


def find_tables(grid: Grid, known: Iterable[ExcelTable] = ()) -> list[Table]:
    """Return the pay tables of a sheet.

    Args:
        grid: the sheet.
        known: what Excel itself keeps as tables on it.
    """
    found: list[Table] = []
    rest = grid
    for each in known:
        area = area_of(each)
        if area is None or not headings_at(grid, area.top).heads_posts:
            continue
        # The row above may hold the headings of groups.
        part = within(grid, replace(area, top=max(area.top - 1, 1)))
        totals = range(area.bottom - each.totals_rows + 1, area.bottom + 1)
        tables = _tables(replace(part, totals=frozenset(totals), _merges_by_row=None))
        if tables:
            found += [replace(table, name=each.name) for table in tables]
            rest = without(rest, area)
    found += _tables(rest)
    if not found:
        found = _in_columns(grid)
    return sorted(found, key=lambda table: (table.first_row, table.band.columns[0].number))


def _tables(grid: Grid) -> list[Table]:
    bands = find_bands(grid)
    parts = side_by_side(grid, bands)
    if parts:
        return [table for part in parts for table in _tables(part)]
    tables: list[Table] = []
    for index, band in enumerate(bands):
        last = bands[index + 1].top - 1 if index + 1 < len(bands) else None
        if tables and band.fields == tables[-1].fields:
            table = tables[-1]
            table.skipped += [(row, REPEATED) for row in range(band.top, band.row + 1)]
        else:
            table = table_under(grid, band, band.fields)
            tables.append(table)
        fill(table, band, last)
    return tables


def _in_columns(grid: Grid) -> list[Table]:
    """Return the tables in which each post is a column, as board papers have them."""
    if max(grid.cells, default=0) > MOST_ROWS:
        return []
    tables = _tables(turned(grid))
    return [table for table in tables if _is_of_posts(table)]


def _is_of_posts(table: Table) -> bool:
    """Say whether posts and their pay stand in the columns, and no words about the headings."""
    post, salary = table.fields.get("post"), table.fields.get("salary")
    if post is None or salary is None:
        return False
    cells = [(table.grid.at(n, post), table.grid.at(n, salary)) for n in table.posts]
    paid = sum(bool(title.text) and is_pay(pay) for title, pay in cells)
    return paid > 0 and paid * 2 >= len(cells)
