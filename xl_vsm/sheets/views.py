"""Other ways to look at a sheet: a part of it, or with its rows and columns exchanged."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from xl_vsm.sheets.addresses import range_of
from xl_vsm.sheets.cells import Book, ExcelTable, Grid, Merge

PLACE: Final = re.compile(r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!(?P<area>[^!]+)")


def turned(grid: Grid) -> Grid:
    """Return a sheet with its rows as columns; each cell still knows its own address.

    What is turned twice stands as it stood.
    """
    made = Grid(
        name=grid.name,
        hidden=grid.hidden,
        merges=tuple(Merge(m.left, m.top, m.right, m.bottom) for m in grid.merges),
        hidden_rows=grid.hidden_columns,
        hidden_columns=grid.hidden_rows,
        turned=not grid.turned,
    )
    for cells in grid.cells.values():
        for cell in cells.values():
            home = "" if grid.turned else cell.address
            made.put(replace(cell, row=cell.column, column=cell.row, home=home))
    return made


def within(grid: Grid, area: Merge) -> Grid:
    """Return what a sheet holds inside an area."""
    return _part(grid, area, inside=True)


def without(grid: Grid, area: Merge) -> Grid:
    """Return what a sheet holds outside an area."""
    return _part(grid, area, inside=False)


def _part(grid: Grid, area: Merge, *, inside: bool) -> Grid:
    def wanted(row: int, column: int) -> bool:
        within_rows = area.top <= row <= area.bottom
        return (within_rows and area.left <= column <= area.right) is inside

    kept = {
        number: {column: cell for column, cell in row.items() if wanted(number, column)}
        for number, row in grid.cells.items()
    }
    return replace(
        grid,
        cells={number: row for number, row in kept.items() if row},
        merges=tuple(merge for merge in grid.merges if wanted(merge.top, merge.left)),
        _merges_by_row=None,
    )


def area_of(table: ExcelTable) -> Merge | None:
    """Return the cells of an Excel table with its headings, or None if it has no headings."""
    found = range_of(table.area) if table.header_rows else None
    return Merge(*found) if found else None


def with_names(book: Book) -> Book:
    """Return a workbook in which each sheet knows the names of its own areas."""
    named: dict[str, list[tuple[str, Merge]]] = {}
    for name, text in book.names.items():
        own = name.rpartition("!")[2]
        found = PLACE.fullmatch(text)
        area = range_of(found["area"]) if found else None
        # Names that begin with an underscore are Excel's own, such as what a filter covers.
        if found and area and not own.startswith("_"):
            sheet = found["plain"] or found["quoted"].replace("''", "'")
            named.setdefault(sheet.casefold(), []).append((own, Merge(*area)))
    if not named:
        return book
    sheets = tuple(
        replace(grid, named=tuple(named.get(grid.name.casefold(), ())), _merges_by_row=None)
        for grid in book.sheets
    )
    return replace(book, sheets=sheets)


def spoken(name: str) -> str:
    """Return a defined name as words: "Base_salary" and "rngBaseSalary" are "base salary"."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name.replace("_", " ").replace(".", " "))
    words = re.sub(r"^(?:rng|nr|col|lst)\b|\b(?:range|rng|column|col|list)$", "", words.casefold())
    return " ".join(words.split())
