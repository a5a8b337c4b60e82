"""A workbook read by a layout instead of by its headings."""

from __future__ import annotations

from xl_vsm.sheets.addresses import letters, number, parse
from xl_vsm.sheets.bands import Band, headings_at, with_units
from xl_vsm.sheets.cells import Book, Grid
from xl_vsm.sheets.entry import AnyEntry
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.layout import Layout, TableLayout
from xl_vsm.sheets.statements import read_particular
from xl_vsm.sheets.tables import Table, fill, table_under
from xl_vsm.sheets.workbook import ReadFault, read_fault


def tables_laid_out(book: Book, layout: Layout) -> tuple[list[Table], list[ReadFault]]:
    """Return the tables that a layout names, and where the layout does not fit the workbook."""
    tables: list[Table] = []
    faults: list[ReadFault] = []
    for plan in layout.tables:
        grid = book.sheet(plan.sheet)
        if grid is None:
            faults.append(_no_sheet(book, plan.sheet))
        elif plan.header_row > max(grid.cells, default=0):
            faults.append(
                read_fault(
                    "WBK204",
                    grid.name,
                    None,
                    f"the layout's header_row {plan.header_row} lies below everything on the "
                    f"sheet {grid.name}: correct the layout file",
                )
            )
        else:
            fields = _columns(grid, plan, faults)
            table = table_under(grid, _band(grid, plan), fields)
            fill(table, table.band, _last_row(layout, plan))
            tables.append(table)
    return tables, faults


def particulars_laid_out(book: Book, layout: Layout) -> tuple[dict[str, AnyEntry], list[ReadFault]]:
    """Return the particulars whose cells a layout names."""
    entries: dict[str, AnyEntry] = {}
    faults: list[ReadFault] = []
    for name, address in layout.particulars.items():
        sheet, row, column = parse(address)
        grid = book.sheet(sheet)
        if grid is None:
            faults.append(_no_sheet(book, sheet))
            continue
        field = catalogue().particulars[name]
        cell = grid.at(row, column)
        entries[name] = read_particular(grid, cell, field, date1904=book.date1904)
    return entries, faults


def _band(grid: Grid, plan: TableLayout) -> Band:
    if plan.header_row == 0:
        return Band(row=0, columns=(), top=0)
    return with_units(grid, headings_at(grid, plan.header_row))


def _columns(grid: Grid, plan: TableLayout, faults: list[ReadFault]) -> dict[str, int]:
    used = {column for row in grid.cells.values() for column in row}
    fields: dict[str, int] = {}
    for name, column in plan.columns.items():
        if number(column) in used:
            fields[name] = number(column)
            continue
        last = letters(max(used, default=1))
        faults.append(
            read_fault(
                "WBK204",
                grid.name,
                None,
                f"the layout says that column {column} is the {catalogue().rows[name].label}, "
                f"but it is empty on the sheet {grid.name}, whose last column is {last}: "
                "correct the layout file",
            )
        )
    return fields


def _last_row(layout: Layout, plan: TableLayout) -> int | None:
    below = [
        other.header_row
        for other in layout.tables
        if other.sheet.casefold() == plan.sheet.casefold() and other.header_row > plan.header_row
    ]
    return min(below) - 1 if below else None


def _no_sheet(book: Book, name: str) -> ReadFault:
    names = ", ".join(grid.name for grid in book.sheets)
    return read_fault(
        "WBK204",
        None,
        None,
        f"the layout names a sheet {name}, but the workbook has only {names}: "
        "correct the layout file",
    )
