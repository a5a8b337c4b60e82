"""What the cells of a workbook hold, as formulas refer to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from xl_vsm.excel import CellError
from xl_vsm.replay.parse import parse
from xl_vsm.replay.references import Area, Reference, read_reference
from xl_vsm.replay.scalars import Scalar
from xl_vsm.replay.structured import table_area
from xl_vsm.replay.tree import Name, Node, NotWorkedOut
from xl_vsm.sheets.addresses import a1
from xl_vsm.sheets.cells import Book, Cell, Grid

Matrix: TypeAlias = list[list[Scalar]]
Value: TypeAlias = Scalar | Matrix
Place: TypeAlias = tuple[str, int, int]
"""A cell: the sheet's name in small letters, the row, the column."""

MOST: Final = 200_000
"""Cells in one range. A pay workbook has fewer; a whole column has a million."""

MOST_IN_ALL: Final = 5_000_000
"""Cells that all formulas together may refer to, so that no workbook keeps this at work for hours.
25,000 formulas of six arguments refer to 150,000."""


class Stored:
    """The cells of a workbook by reference, by name and by table.

    Attributes:
        instead: what is to be taken for some cells instead of what they hold.
    """

    def __init__(self, book: Book) -> None:
        """Take the cells; nothing is looked at until a formula asks."""
        self._book = book
        self._grids = {grid.name.casefold(): grid for grid in book.sheets}
        self._names = {name.casefold(): text for name, text in book.names.items()}
        self._trees: dict[str, Node] = {}
        self._left = MOST_IN_ALL
        self.instead: dict[Place, Scalar] = {}

    def value(self, area: Area) -> Value:
        """Return what a reference gives: a cell's value, or rows of them.

        Raises:
            NotWorkedOut: a cell has no stored value, or there is no such sheet.
        """
        grid = self._grid(area.sheet)
        if area.size > MOST:
            raise NotWorkedOut(f"it refers to more than {MOST:,} cells at once")
        self._left -= area.size
        if self._left < 0:
            raise NotWorkedOut("the formulas of this workbook refer to too many cells in all")
        if area.is_cell:
            return self._scalar(grid, area.top, area.left)
        return [
            [self._scalar(grid, row, column) for column in range(area.left, area.right + 1)]
            for row in range(area.top, area.bottom + 1)
        ]

    def spilt_from(self, area: Area) -> Area:
        """Return the cells that the array formula in a cell fills.

        Raises:
            NotWorkedOut: there is no array formula in it.
        """
        kept = self._grid(area.sheet).at(area.top, area.left).area
        found = read_reference(kept, 1, 1) if kept else None
        if found is None:
            first = a1(area.top, area.left)
            raise NotWorkedOut(f"{first} holds no formula that fills several cells")
        return found.area(area.sheet, 1, 1)

    def meaning(self, name: Name, sheet: str, row: int) -> Node | Area:
        """Return what a defined name or a table's column stands for in a formula on a sheet.

        Raises:
            NotWorkedOut: the workbook has no such name, or it is not the same everywhere.
        """
        if "[" in name.text and "!" in name.text:
            raise NotWorkedOut("it refers to another workbook")
        if "[" in name.text:
            return table_area(self._book.tables, name.text, sheet, row)
        own, mark, bare = name.text.rpartition("!")
        home = own.strip("'").replace("''", "'") if mark else sheet
        for key in (f"{home}!{bare}".casefold(), bare.casefold()):
            if key in self._names:
                return self._tree(key, name.text)
        for table in self._book.tables:
            if table.name.casefold() == name.text.casefold():
                return table_area(self._book.tables, f"{name.text}[]", sheet, row)
        raise NotWorkedOut(f"{name.text} is no cell or name of this workbook")

    def _tree(self, key: str, shown: str) -> Node:
        if key not in self._trees:
            tree = parse(f"={self._names[key]}", 1, 1)
            if any(_moves(each) for each in _references(tree)):
                raise NotWorkedOut(f"the name {shown} means another cell in each place")
            self._trees[key] = tree
        return self._trees[key]

    def _grid(self, sheet: str) -> Grid:
        grid = self._grids.get(sheet.casefold())
        if grid is None:
            raise NotWorkedOut(f"it refers to the sheet {sheet}, which cannot be read")
        return grid

    def _scalar(self, grid: Grid, row: int, column: int) -> Scalar:
        if self.instead:
            place = (grid.name.casefold(), row, column)
            if place in self.instead:
                return self.instead[place]
        cell = grid.row(row).get(column)
        return None if cell is None else held(cell)


def held(cell: Cell) -> Scalar:
    """Return what a cell holds.

    Raises:
        NotWorkedOut: it is a formula whose value was never stored.
    """
    if not cell.calculated:
        raise NotWorkedOut(f"it rests on {cell.address}, whose formula was never calculated")
    return CellError(cell.error) if cell.error else cell.value


def _references(tree: Node) -> Iterator[Reference]:
    if isinstance(tree, Reference):
        yield tree
    for branch in getattr(tree, "arguments", ()) or getattr(tree, "sides", ()):
        yield from _references(branch)


def _moves(reference: Reference) -> bool:
    return not (reference.sheet and reference.is_fixed)
