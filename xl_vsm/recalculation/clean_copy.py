"""A copy of a workbook's cells and names, and of nothing else that its file carries.

Macros, links, connections and embedded things never reach the program that calculates.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xl_vsm.excel import CellError
from xl_vsm.recalculation.reach import filled
from xl_vsm.replay.scalars import Scalar
from xl_vsm.replay.stored import Place
from xl_vsm.sheets.cells import Book, Cell, ExcelTable, Grid

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_BUILT_IN = "_xlnm."


def write_clean_copy(book: Book, path: Path, fixed: Mapping[Place, Scalar]) -> None:
    """Write the cells of a workbook as a new one.

    Args:
        book: the cells.
        path: where to write.
        fixed: the cells that are to hold a value instead of their formula.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - needed only here, and slow to import

    options = {"date_1904": book.date1904, "strings_to_formulas": False, "strings_to_urls": False}
    with warnings.catch_warnings():
        # What the library will not write, it says so of and leaves out; the figures that would
        # have used it then come out as errors, and are called unverified.
        warnings.simplefilter("ignore")
        made = Workbook(str(path), options)
        copy = _Copy(made, fixed)
        for grid in book.sheets:
            copy.sheet(grid)
        for name, text in book.names.items():
            if not name.rpartition("!")[2].startswith(_BUILT_IN) and text:
                made.define_name(_scoped(name), f"={text}")
        for table in book.tables:
            _table(made.get_worksheet_by_name(table.sheet), table)
        made.close()


def _scoped(name: str) -> str:
    sheet, mark, bare = name.rpartition("!")
    return f"'{sheet}'!{bare}" if mark else bare


def _table(page: Worksheet | None, table: ExcelTable) -> None:
    if page is not None:
        options: dict[str, Any] = {
            "name": table.name,
            "columns": [{"header": header} for header in table.columns],
            "header_row": bool(table.header_rows),
            "total_row": bool(table.totals_rows),
            "autofilter": False,
        }
        page.add_table(table.area, options)


class _Copy:
    def __init__(self, made: Workbook, fixed: Mapping[Place, Scalar]) -> None:
        self._made = made
        self._fixed = fixed
        self._formats: dict[str, Any] = {}

    def sheet(self, grid: Grid) -> None:
        page = self._made.add_worksheet(grid.name)
        filled: set[tuple[int, int]] = set()
        for row in grid.rows():
            for cell in grid.row(row).values():
                if (cell.row, cell.column) not in filled:
                    filled |= self._cell(page, grid, cell)

    def _cell(self, page: Worksheet, grid: Grid, cell: Cell) -> set[tuple[int, int]]:
        """Write a cell and return the others that it fills."""
        place = (grid.name.casefold(), cell.row, cell.column)
        form = self._format(cell.number_format)
        row, column = cell.row - 1, cell.column - 1
        if place in self._fixed or cell.formula is None:
            value = self._fixed.get(place, CellError(cell.error) if cell.error else cell.value)
            _constant(page, row, column, value, form)
            return set()
        if not cell.area:
            page.write_formula(row, column, cell.formula, form)
            return set()
        top, left, bottom, right = filled(cell)
        page.write_array_formula(top - 1, left - 1, bottom - 1, right - 1, cell.formula, form)
        return {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)}

    def _format(self, number_format: str) -> Any:
        if number_format not in self._formats:
            self._formats[number_format] = self._made.add_format({"num_format": number_format})
        return self._formats[number_format]


def _constant(page: Worksheet, row: int, column: int, value: Scalar, form: Any) -> None:
    if isinstance(value, CellError):
        # There are no errors to type; a formula that is one is read as one.
        text = str(value)
        if value.words:
            page.write_string(row, column, text, form)
        else:
            page.write_formula(row, column, f"={text}", form, text)
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, form)
    elif isinstance(value, str):
        page.write_string(row, column, value, form)
    elif isinstance(value, int | float):
        page.write_number(row, column, value, form)
    elif isinstance(value, datetime | date | time | timedelta):
        page.write_datetime(row, column, value, form)
