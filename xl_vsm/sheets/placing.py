"""Where a kept layout's columns are now: by the headings that stood over them when it was kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from xl_vsm.sheets.addresses import letters, number
from xl_vsm.sheets.bands import headings_at
from xl_vsm.sheets.cells import Book, Grid
from xl_vsm.sheets.columns import Column
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.headers import heading, words
from xl_vsm.sheets.layout import Layout, TableLayout
from xl_vsm.sheets.views import turned


@dataclass(slots=True)
class Place:
    """Where a table of a layout lies.

    Attributes:
        grid: the sheet, with rows and columns exchanged where posts stand in columns.
        row: the row of the headings, 0 for none; the column where posts stand in columns.
        fields: the column of each field.
        remarks: what has moved since the layout was kept, in words.
        lost: fields whose heading is not there any more, with the heading.
    """

    grid: Grid
    row: int
    fields: dict[str, int] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    lost: dict[str, str] = field(default_factory=dict)


def placed(book: Book, layout: Layout, plan: TableLayout) -> Place | None:
    """Return where a table of a layout is in a workbook, or None if its sheet is not there.

    A sheet of another name is taken for it only where it alone has every heading.
    """
    if grid := book.sheet(plan.sheet):
        return _placed_on(_as_planned(grid, plan), plan)
    named = {other.sheet.casefold() for other in layout.tables}
    others = [grid for grid in book.sheets if grid.name.casefold() not in named]
    found = [_placed_on(_as_planned(grid, plan), plan) for grid in others] if plan.headings else []
    whole = [place for place in found if not place.lost]
    if len(whole) != 1:
        return None
    remark = f"read as the layout file says of {plan.sheet}, for it has the same headings"
    whole[0].remarks.insert(0, remark)
    return whole[0]


def _as_planned(grid: Grid, plan: TableLayout) -> Grid:
    return turned(grid) if plan.header_column else grid


def _placed_on(grid: Grid, plan: TableLayout) -> Place:
    wanted = plan.numbers()
    said = {
        number(place) if place.isalpha() else int(place): text
        for place, text in plan.headings.items()
    }
    if not said.keys() & set(wanted.values()):
        return Place(grid, plan.header, wanted)
    known = [said[column] for column in wanted.values() if column in said]
    rows = [plan.header, *_rows_with(grid, known)]
    # The first of equals, so that a table that has not moved stays where it is.
    place = max((_resolved(grid, row, wanted, said) for row in rows), key=lambda p: len(p.fields))
    if place.row != plan.header:
        line = letters(place.row) if grid.turned else str(place.row)
        what = "column" if grid.turned else "row"
        place.remarks.insert(0, f"the headings that the layout file knows are now in {what} {line}")
    return place


def _rows_with(grid: Grid, texts: list[str]) -> list[int]:
    """Return the rows in which at least half of some headings stand."""
    wanted = {words(text.rpartition(", ")[2]) for text in texts}
    return [
        row
        for row in grid.rows()
        if 2 * len(wanted & {words(cell.text) for cell in grid.row(row).values() if cell.text})
        >= len(wanted)
    ]


def _resolved(grid: Grid, row: int, wanted: dict[str, int], said: dict[int, str]) -> Place:
    columns = headings_at(grid, row).columns if row else ()
    place = Place(grid, row)
    for name, column in wanted.items():
        if column not in said:
            place.fields[name] = column
            continue
        now = _now(columns, column, said[column])
        if now is None:
            place.lost[name] = said[column]
            continue
        place.fields[name] = now
        if now != column:
            label = catalogue().rows[name].label
            old, new = (str(n) if grid.turned else letters(n) for n in (column, now))
            what = "row" if grid.turned else "column"
            place.remarks.append(f"the {label} has moved from {what} {old} to {new}")
    return place


def _now(columns: tuple[Column, ...], column: int, text: str) -> int | None:
    """Return the column over which a heading stands now; its year and its unit may be others."""
    for same in (words, _plain):
        found = [each.number for each in columns if same(each.text) == same(text)]
        if column in found:
            return column
        if len(found) == 1:
            return found[0]
        if found:
            return None
    return None


def _plain(text: str) -> str:
    return next(iter(heading(text).candidates), "")
