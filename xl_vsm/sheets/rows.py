"""The posts of a table, each cell read by itself."""

from __future__ import annotations

from dataclasses import replace

from xl_vsm.sheets.cells import Cell, Grid
from xl_vsm.sheets.doubts import doubts, too_small
from xl_vsm.sheets.entry import AnyEntry, Entry
from xl_vsm.sheets.fields import Field, catalogue
from xl_vsm.sheets.name_and_title import NAMED, holds_names, title_alone
from xl_vsm.sheets.post import PostRow
from xl_vsm.sheets.reading import unreadable
from xl_vsm.sheets.shown import shown
from xl_vsm.sheets.tables import Table
from xl_vsm.sheets.values import read_value


def read_rows(table: Table, *, date1904: bool) -> list[PostRow]:
    """Return the posts of a table, in the order of its rows."""
    fields = [(catalogue().rows[name], column) for name, column in table.fields.items()]
    read = [
        {
            field.name: _entry_of(table, field, number, column, date1904=date1904)
            for field, column in fields
        }
        for number in table.posts
    ]
    by_row = dict(zip(table.posts, read, strict=True))
    for (number, name), reason in doubts(table, read).items():
        entries = by_row[number]
        entries[name] = _doubted(entries[name], reason)
    rows = []
    for number, entries in zip(table.posts, read, strict=True):
        hidden = table.grid.hidden or number in table.grid.hidden_rows
        rows.append(
            PostRow(table.grid.name, number, across=table.grid.turned, hidden=hidden, **entries)
        )
    return rows


def read_entry(
    grid: Grid, cell: Cell, field: Field, *, scale: int = 1, date1904: bool = False
) -> AnyEntry:
    """Read one cell as a field."""
    reading = read_value(cell, field.kind, scale=scale, date1904=date1904)
    if reason := too_small(field, reading.value):
        reading = unreadable(reason)
    return Entry(
        sheet=grid.name,
        cell=cell.address,
        state=reading.state,
        value=reading.value,
        raw=shown(cell),
        read_as=reading.read_as,
        reason=reading.reason,
        hidden=cell.hidden,
        formula=cell.formula,
        least=reading.least,
        most=reading.most,
    )


def _without_name(entry: AnyEntry) -> AnyEntry:
    """Return a post by its title alone; with none to be told it is as if none were stated."""
    if not isinstance(entry.value, str):
        return entry
    title = title_alone(entry.value)
    if not title:
        return replace(entry, value=None, raw="", state="blank")
    return replace(entry, value=title, raw=title, read_as=NAMED)


def _doubted(entry: AnyEntry, reason: str) -> AnyEntry:
    return replace(entry, state="unreadable", value=None, read_as="", reason=reason)


def entry_of_cell(table: Table, field: Field, cell: Cell, *, date1904: bool) -> AnyEntry:
    """Read a cell of a table as the field that its column is.

    Args:
        table: the table.
        field: the field.
        cell: the cell, which may be blank.
        date1904: whether the workbook counts its days from 1904.
    """
    scale = table.scales.get(cell.column, 1) if field.kind in ("money", "number") else 1
    entry = read_entry(table.grid, cell, field, scale=scale, date1904=date1904)
    if field.name == "post" and holds_names(table.heading(cell.column)):
        return _without_name(entry)
    return entry


def _entry_of(table: Table, field: Field, row: int, column: int, *, date1904: bool) -> AnyEntry:
    grid = table.grid
    cell = grid.at(row, column)
    merge = grid.merge_at(row, column) if cell.empty else None
    if merge and merge.left == column == merge.right and field.kind == "text":
        # One text over several posts, such as a directorate's, is each one's.
        source = grid.at(merge.top, column)
        shared = read_entry(grid, source, field)
        note = f"merged with {source.address}"
        return replace(shared, cell=cell.address, read_as=note, hidden=cell.hidden)
    return entry_of_cell(table, field, cell, date1904=date1904)
