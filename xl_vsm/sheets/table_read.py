"""How a table was read, for the report and for the layout file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xl_vsm.sheets.addresses import letters
from xl_vsm.sheets.cells import Book
from xl_vsm.sheets.confidence import Tally, column_read
from xl_vsm.sheets.post import PostRow
from xl_vsm.sheets.tables import Table
from xl_vsm.sheets.titles import year_of
from xl_vsm.sheets.workbook import ReadFault, SheetRead, read_fault
from xl_vsm.sheets.years import written


def sheets_read(
    book: Book,
    read: list[tuple[Table, list[PostRow]]],
    besides: Mapping[str, Mapping[str, Tally]],
) -> Iterator[SheetRead]:
    """Give how each sheet was read, in their order: a table at a time, or that it has none.

    Args:
        book: the workbook.
        read: its tables with their posts.
        besides: for each sheet and field, what was counted of posts that are not among those.
    """
    for grid in book.sheets:
        counted = besides.get(grid.name, {})
        own = [table_read(table, rows, book, counted) for table, rows in read if table.is_on(grid)]
        yield from own or [SheetRead(name=grid.name, hidden=grid.hidden)]


def table_read(
    table: Table, rows: list[PostRow], book: Book, besides: Mapping[str, Tally]
) -> SheetRead:
    """Return how a table was read."""
    turned = table.grid.turned
    places = {name: table.place(column) for name, column in table.fields.items()}
    return SheetRead(
        name=table.grid.name,
        hidden=table.grid.hidden,
        header_row=None if turned else table.band.row,
        columns={} if turned else places,
        unknown=tuple(table.unknown()),
        skipped=() if turned else tuple(table.skipped),
        header_column=letters(table.band.row) if turned else None,
        rows=dict(table.fields) if turned else {},
        reading={
            name: column_read(table, name, [getattr(row, name) for row in rows], besides.get(name))
            for name in table.fields
        },
        notes=tuple(_notes(table, rows, book)),
    )


def several_years(tables: list[Table]) -> list[ReadFault]:
    """Return a fault where tables are for different pay years, for one day is checked."""
    years: dict[str, int] = {}
    for table in tables:
        if year := year_of(table):
            years.setdefault(table.grid.name, year)
    if len(set(years.values())) < 2:
        return []
    said = ", ".join(f"{written(year)} on {sheet}" for sheet, year in years.items())
    return [
        read_fault(
            "WBK205",
            None,
            None,
            f"the tables are for different pay years ({said}), and all of them are checked for "
            "one day: give the day of one year with --effective, and go by what is found on its "
            "sheet",
        )
    ]


def _notes(table: Table, rows: list[PostRow], book: Book) -> Iterator[str]:
    grid = table.grid
    if table.name:
        yield f"Excel's own table {table.name}"
    yield from table.remarks
    if grid.turned:
        yield "posts stand in columns"
        yield from (f"column {letters(n)} passed over: {why}" for n, why in table.skipped)
    filtered = grid.filtered
    by_filter = [
        row.number
        for row in rows
        if row.number in grid.hidden_rows and filtered and filtered.top < row.number
    ]
    if by_filter and not grid.turned:
        yield f"{_posts(by_filter)} hidden by a filter, and read"
    by_hand = [row.number for row in rows if row.number in grid.hidden_rows]
    by_hand = [number for number in by_hand if grid.turned or number not in by_filter]
    if by_hand:
        yield f"{_posts(by_hand)} in hidden {'columns' if grid.turned else 'rows'}, and read"
    hidden = sorted(set(table.fields.values()) & grid.hidden_columns)
    if hidden:
        what = "rows" if grid.turned else "columns"
        yield f"hidden {what} read: {', '.join(table.place(n) for n in hidden)}"
    if book.date1904:
        yield "the workbook counts days from 1904, and its dates are read so"


def _posts(numbers: list[int]) -> str:
    return "1 post is" if len(numbers) == 1 else f"{len(numbers)} posts are"
