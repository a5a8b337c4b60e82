"""The cells of one fact about every post of a table, in which formulas ought to be alike."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xl_vsm.checks.formulas.places import stands
from xl_vsm.sheets import PostRow, Workbook
from xl_vsm.sheets.addresses import range_of
from xl_vsm.sheets.cells import Cell, Grid
from xl_vsm.sheets.formulas import relative, without_texts

if TYPE_CHECKING:
    from xl_vsm.sheets.alike import Alike

FEWEST = 3
"""Formulas in a line before it counts as one of formulas."""

_LARGEST = 200_000
"""Cells that one formula may fill and be looked at."""


def form_of(cell: Cell) -> str:
    """Return what a formula has in common with its copies, whatever texts stand in it."""
    return without_texts(relative(cell.formula or "", cell.row, cell.column))


@dataclass(slots=True)
class Line:
    """The cells of one fact: a column of a table, or a row of one whose posts are columns.

    Attributes:
        sheet: the sheet's name.
        formulas: those of its cells that hold a formula of their own.
        filled: how many of its cells hold a formula or are filled by one.
        typed: those that hold a number or a date and no formula.
        besides: formulas of posts that are in no row, each by the cell that it is a copy of.
    """

    sheet: str
    formulas: list[Cell] = field(default_factory=list)
    filled: int = 0
    typed: list[Cell] = field(default_factory=list)
    besides: dict[str, int] = field(default_factory=dict)

    def forms(self) -> dict[str, list[Cell]]:
        """Return the formulas by what they have in common, whatever texts stand in them."""
        found: dict[str, list[Cell]] = {}
        for cell in self.formulas:
            found.setdefault(form_of(cell), []).append(cell)
        return found

    def count(self, cells: Iterable[Cell]) -> int:
        """Return how many formulas there are, those of posts that are in no row with them."""
        return sum(1 + self.besides.get(cell.address, 0) for cell in cells)


def lines(workbook: Workbook) -> Iterator[Line]:
    """Give each line of each table of posts that has formulas in it."""
    grids = {grid.name: grid for grid in workbook.cells.sheets}
    for (sheet, standing, _), posts in _tables(workbook).items():
        grid = grids.get(sheet)
        if grid is None:
            continue
        spilt = frozenset(_spilt(grid))
        found: dict[int, Line] = {}
        for number in posts:
            for cell in _across(grid, number, standing=standing):
                line = found.setdefault(cell.row if standing else cell.column, Line(sheet))
                _put(line, cell, is_spilt=(cell.row, cell.column) in spilt)
        for alike in grid.alike:
            if alike.example in posts:
                _put_besides(found, grid, alike)
        yield from (line for line in found.values() if line.filled >= FEWEST)


def _tables(workbook: Workbook) -> dict[tuple[str, bool, int], list[int]]:
    """Return the numbers of the posts' rows or columns, table by table."""
    headers: dict[str, list[int]] = {}
    for read in workbook.sheets:
        headers.setdefault(read.name, []).append(read.header_row or 0)
    tables: dict[tuple[str, bool, int], list[int]] = {}
    ways: dict[tuple[str, int], bool] = {}
    for row in workbook.rows:
        table = bisect_right(sorted(headers.get(row.sheet, ())), row.number)
        standing = _way(ways, row, table)
        tables.setdefault((row.sheet, standing, table), []).append(row.number)
    return tables


def _way(ways: dict[tuple[str, int], bool], row: PostRow, table: int) -> bool:
    key = (row.sheet, table)
    if key not in ways:
        ways[key] = stands(row)
    return ways[key]


def _across(grid: Grid, number: int, *, standing: bool) -> Iterator[Cell]:
    if not standing:
        yield from grid.row(number).values()
        return
    for row in grid.rows():
        if number in grid.row(row):
            yield grid.at(row, number)


def _spilt(grid: Grid) -> Iterator[tuple[int, int]]:
    """Give the cells that array formulas fill."""
    for row in grid.rows():
        for cell in grid.row(row).values():
            area = range_of(cell.area) if cell.area else None
            if area is not None:
                top, left, bottom, right = area
                # A file may state any area; no honest one is larger than its sheet's own cells.
                bottom = min(bottom, max(grid.cells))
                if (bottom - top) * (right - left) > _LARGEST:
                    continue
                for down in range(top, bottom + 1):
                    yield from ((down, across) for across in range(left, right + 1))


def _put_besides(lines: dict[int, Line], grid: Grid, alike: Alike) -> None:
    """Count the formulas and figures of posts that are in no row."""
    count = len(alike.rows()) - sum(row in grid.cells for row in alike.rows())
    for cell in grid.row(alike.example).values():
        if cell.formula is not None:
            line = lines[cell.column]
            line.filled += count
            line.besides[cell.address] = count
        elif cell.column in lines and lines[cell.column].filled:
            # Only how many they are matters: where one may be typed over, all are in rows.
            for _ in range(count):
                _put(lines[cell.column], cell, is_spilt=False)


def _put(line: Line, cell: Cell, *, is_spilt: bool) -> None:
    if cell.formula is not None:
        line.filled += 1
        if not cell.area:
            line.formulas.append(cell)
    elif is_spilt:
        line.filled += 1
    elif cell.value is not None and not isinstance(cell.value, str | bool):
        line.typed.append(cell)
