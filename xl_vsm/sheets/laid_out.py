"""A workbook read by a layout instead of by its headings."""

from __future__ import annotations

from xl_vsm.sheets.addresses import letters, parse
from xl_vsm.sheets.bands import Band, headings_at, with_units
from xl_vsm.sheets.cells import Book, Grid, Merge
from xl_vsm.sheets.entry import AnyEntry
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.layout import Layout, TableLayout
from xl_vsm.sheets.placing import Place, placed
from xl_vsm.sheets.statements import read_particular
from xl_vsm.sheets.tables import Table, fill, table_under
from xl_vsm.sheets.views import within
from xl_vsm.sheets.workbook import ReadFault, read_fault


def tables_laid_out(book: Book, layout: Layout) -> tuple[list[Table], list[ReadFault]]:
    """Return the tables that a layout names, and where the layout does not fit the workbook."""
    tables: list[Table] = []
    faults: list[ReadFault] = []
    places = [(plan, placed(book, layout, plan)) for plan in layout.tables]
    for plan, place in places:
        if place is None:
            faults.append(_no_sheet(book, plan.sheet))
        elif place.row > max(place.grid.cells, default=0):
            faults.append(_no_headings(place, plan))
        else:
            own = [other for _, other in places if other and other.grid.name == place.grid.name]
            faults += [*_misfits(place), *_lost(place)]
            tables.append(_table(place, own))
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


def _table(place: Place, others: list[Place]) -> Table:
    grid = _own_part(place, others)
    band = Band(row=0, columns=(), top=0)
    if place.row:
        band = with_units(grid, headings_at(grid, place.row))
    table = table_under(grid, band, place.fields)
    table.laid_out = True
    table.remarks = tuple(place.remarks)
    below = [other.row for other in others if other.row > place.row]
    fill(table, table.band, min(below) - 1 if below else None)
    return table


def _own_part(place: Place, others: list[Place]) -> Grid:
    """Return a table's part of a sheet on which others stand beside it."""
    beside = [min(o.fields.values()) for o in others if o.row == place.row and o.fields]
    if len(beside) < 2 or not place.fields:
        return place.grid
    first = min(place.fields.values())
    ends = [start - 1 for start in beside if start > first]
    left = 1 if first == min(beside) else first
    right = min(ends, default=max(c for row in place.grid.cells.values() for c in row))
    return within(place.grid, Merge(1, left, max(place.grid.cells), right))


def _misfits(place: Place) -> list[ReadFault]:
    """Take out the fields whose columns are empty, and return a fault for each."""
    used = {column for row in place.grid.cells.values() for column in row}
    empty = {name: column for name, column in place.fields.items() if column not in used}
    place.fields = {name: column for name, column in place.fields.items() if column in used}
    named = str if place.grid.turned else letters
    what = "row" if place.grid.turned else "column"
    return [
        _fault(
            place.grid,
            f"the layout says that {what} {named(column)} is the {catalogue().rows[name].label}, "
            f"but it is empty on the sheet {place.grid.name}, whose last {what} is "
            f"{named(max(used, default=1))}: correct the layout file",
        )
        for name, column in empty.items()
    ]


def _lost(place: Place) -> list[ReadFault]:
    return [
        _fault(
            place.grid,
            f'the layout says that the {catalogue().rows[name].label} stands under "{text}", '
            f"which heads no one column of the sheet {place.grid.name} now, so it is not read: "
            "correct the layout file",
        )
        for name, text in place.lost.items()
    ]


def _no_headings(place: Place, plan: TableLayout) -> ReadFault:
    name = "header_column" if plan.header_column else "header_row"
    said = plan.header_column or plan.header_row
    return _fault(
        place.grid,
        f"the layout's {name} {said} lies below everything on the sheet {place.grid.name}: "
        "correct the layout file",
    )


def _fault(grid: Grid, message: str) -> ReadFault:
    return read_fault("WBK204", grid.name, None, message)


def _no_sheet(book: Book, name: str) -> ReadFault:
    names = ", ".join(grid.name for grid in book.sheets)
    return read_fault(
        "WBK204",
        None,
        None,
        f"the layout names a sheet {name}, but the workbook has only {names}: "
        "correct the layout file",
    )
