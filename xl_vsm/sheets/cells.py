"""A workbook as cells: the one shape that every reader of the file gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from xl_vsm.sheets.addresses import a1

if TYPE_CHECKING:
    from xl_vsm.sheets.alike import Alike

CellValue = str | bool | int | float | datetime | date | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell holds, and where.

    Attributes:
        row: the sheet's own row number, from 1.
        column: the column's number, from 1.
        value: the stored value; None for a blank, an error or a formula without a stored value.
        formula: the formula with its equals sign; None for a constant.
        error: an error's code, such as "#REF!".
        calculated: False for a formula whose value was never stored.
        number_format: how Excel shows the value, such as "0.0%".
        hidden: whether the cell's row, column or sheet is hidden.
        area: the range that an array formula fills, such as "C5:C9", in the cell it is kept in.
        home: its address in the sheet, where it is looked at with rows and columns exchanged.
    """

    row: int
    column: int
    value: CellValue = None
    formula: str | None = None
    error: str = ""
    calculated: bool = True
    number_format: str = "General"
    hidden: bool = False
    area: str = ""
    home: str = ""

    @property
    def address(self) -> str:
        """The cell in Excel's own terms, such as "H14"."""
        return self.home or a1(self.row, self.column)

    @property
    def text(self) -> str:
        """The cell's text without spaces around it; empty when it holds something else."""
        return self.value.strip() if isinstance(self.value, str) else ""

    @property
    def empty(self) -> bool:
        """Whether the cell shows nothing and has nothing to show."""
        blank = self.value is None or (isinstance(self.value, str) and not self.value.strip())
        return blank and not self.error and self.calculated


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged area; its content is that of its first cell."""

    top: int
    left: int
    bottom: int
    right: int


def in_order(merges: Iterable[Merge]) -> tuple[Merge, ...]:
    """Return merged areas from the top, each once, whatever order a file or a library has."""
    return tuple(sorted(set(merges), key=astuple))


@dataclass(slots=True)
class Grid:
    """The cells of one sheet that hold something, by row and column.

    Attributes:
        name: the sheet's name.
        hidden: whether the sheet is hidden.
        cells: its cells.
        merges: its merged areas.
        hidden_rows: rows that are hidden, by a filter or by hand.
        hidden_columns: columns that are hidden.
        turned: whether rows and columns are exchanged, to read posts that stand in columns.
        totals: rows that Excel itself keeps as the totals of a table.
        named: the areas of this sheet that the workbook has names for.
        filtered: the area that a filter is on.
        alike: rows of a long list that are kept as columns; whoever reads a sheet for its posts
            has none of them, or asks for them.
    """

    name: str
    hidden: bool = False
    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    turned: bool = False
    totals: frozenset[int] = frozenset()
    named: tuple[tuple[str, Merge], ...] = ()
    filtered: Merge | None = None
    alike: tuple[Alike, ...] = ()
    _merges_by_row: dict[int, list[Merge]] | None = None
    _apart: frozenset[int] | None = None

    def put(self, cell: Cell) -> None:
        """Add a cell."""
        self.cells.setdefault(cell.row, {})[cell.column] = cell

    def rows(self) -> Iterator[int]:
        """The numbers of the rows that hold something, from the top."""
        return iter(sorted(self.cells))

    def row(self, number: int) -> dict[int, Cell]:
        """The cells of a row that hold something, by column number."""
        return self.cells.get(number, {})

    def at(self, row: int, column: int) -> Cell:
        """Return a cell, blank or not."""
        found = self.row(row).get(column)
        home = a1(column, row) if self.turned else ""
        return found or Cell(row, column, hidden=self.is_hidden(row, column), home=home)

    def holds(self, row: int) -> bool:
        """Say whether a row is one of those that are kept as columns."""
        if not self.alike:
            return False
        if self._apart is None:
            self._apart = frozenset(row for each in self.alike for row in each.rows())
        return row in self._apart

    def is_hidden(self, row: int, column: int) -> bool:
        """Say whether Excel keeps a cell out of sight."""
        return self.hidden or row in self.hidden_rows or column in self.hidden_columns

    def merges_on(self, row: int) -> list[Merge]:
        """Return the merged areas that cross a row."""
        if self._merges_by_row is None:
            self._merges_by_row = {}
            for merge in self.merges:
                for number in range(merge.top, merge.bottom + 1):
                    self._merges_by_row.setdefault(number, []).append(merge)
        return self._merges_by_row.get(row, [])

    def merge_at(self, row: int, column: int) -> Merge | None:
        """Return the merged area that a cell belongs to."""
        return next((m for m in self.merges_on(row) if m.left <= column <= m.right), None)


@dataclass(frozen=True, slots=True)
class ExcelTable:
    """A range that Excel itself keeps as a table.

    Attributes:
        name: as formulas call it.
        sheet: the sheet that it lies on.
        area: its cells, headings and totals with them, such as "B4:F20".
        columns: the names of its columns, from the left.
        header_rows: how many rows of it are headings: 1 or none.
        totals_rows: how many rows at its end are totals: 1 or none.
    """

    name: str
    sheet: str
    area: str
    columns: tuple[str, ...]
    header_rows: int = 1
    totals_rows: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook's sheets, in their order.

    Attributes:
        sheets: the worksheets.
        date1904: whether it counts days from 1904.
        names: what each defined name stands for, without an equals sign; a name that only one
            sheet knows is kept as "Sheet!Name".
        tables: what Excel itself keeps as tables.
    """

    sheets: tuple[Grid, ...]
    date1904: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    tables: tuple[ExcelTable, ...] = ()

    def sheet(self, name: str) -> Grid | None:
        """Return a sheet by its name; as in Excel, capitals do not matter."""
        wanted = name.casefold()
        return next((grid for grid in self.sheets if grid.name.casefold() == wanted), None)
