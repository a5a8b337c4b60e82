"""Rows that are kept as columns put back into their sheet, as the cells that they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from xl_vsm.sheets.addresses import a1
from xl_vsm.sheets.alike import Alike
from xl_vsm.sheets.cells import Book, Cell, Grid
from xl_vsm.sheets.formulas import moved
from xl_vsm.sheets.one_pass.styles import Style
from xl_vsm.sheets.one_pass.value import Kept, Place, cell_of


def cell_in(alike: Alike, example: Cell, said: str, row: int) -> Cell | None:
    """Return the cell of a row, or None where nothing is there.

    Args:
        alike: the rows that it is one of.
        example: the cell of the same column in the row that is their example.
        said: what the file has there.
        row: the row's number.
    """
    formula = example.formula
    if formula is not None:
        formula = moved(formula, example.address, a1(row, example.column))
    place = Place(row, example.column, formula, hidden=example.hidden)
    kind, shown = alike.shown(example.column)
    return cell_of(place, kind, said, _style(shown), Kept(alike.texts, date1904=alike.date1904))


@cache
def _style(number_format: str) -> Style:
    return Style.of(number_format)


def put(grid: Grid, alike: Alike, wanted: Iterable[int] | None = None) -> None:
    """Add rows of one form to a sheet as cells, all of them or those with the numbers wanted."""
    examples = [cell for cell in grid.row(alike.example).values() if cell.column in alike.columns]
    columns = [(each, alike.column(each.column) or []) for each in examples]
    for row in alike.rows() if wanted is None else sorted(wanted):
        place = alike.place(row)
        if place is None:
            continue
        for example, said in columns:
            cell = cell_in(alike, example, said[place], row)
            if cell is not None:
                grid.put(cell)


def whole(book: Book) -> Book:
    """Return a workbook with every row as cells."""
    if not any(grid.alike for grid in book.sheets):
        return book
    return replace(book, sheets=tuple(map(_whole, book.sheets)))


def _whole(grid: Grid) -> Grid:
    made = replace(
        grid,
        cells={number: dict(row) for number, row in grid.cells.items()},
        alike=(),
        _merges_by_row=None,
    )
    for alike in grid.alike:
        put(made, alike)
    made.cells = dict(sorted(made.cells.items()))
    return made
