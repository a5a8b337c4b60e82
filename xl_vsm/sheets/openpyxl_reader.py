"""The reference reader: openpyxl, formulas and stored values both."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from xl_vsm.sheets.addresses import LAST_COLUMN, range_of
from xl_vsm.sheets.cells import Book, Cell, CellValue, ExcelTable, Grid, Merge, in_order
from xl_vsm.sheets.mended import mended
from xl_vsm.sheets.refused import RefusedFile

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_FAULT: Final = 200
ERROR: Final = "e"
FORMULA: Final = "f"
Formulas: TypeAlias = dict[tuple[int, int], tuple[str, str]]
"""Each formula's text, and the range that it fills if it is an array formula."""
EMPTY_TEXT: Final = "str"  # how openpyxl leaves a formula whose stored value is an empty text


def read_cells(data: bytes, name: str) -> Book:
    """Return every cell of a workbook that holds something.

    Raises:
        RefusedFile: WBK006, openpyxl cannot read it.
    """
    try:
        return _read(data)
    except MemoryError:
        raise
    except Exception as fault:
        # One number that is none (NaN) makes openpyxl give up a whole workbook.
        repaired = mended(data)
        if repaired is None:
            raise _damaged(name, fault) from fault
    try:
        return _read(repaired)
    except MemoryError:
        raise
    except Exception as fault:
        raise _damaged(name, fault) from fault


def _first_line(fault: Exception) -> str:
    return str(fault).partition("\n")[0].removesuffix(" from None.")[:LONGEST_FAULT]


def _damaged(name: str, fault: Exception) -> RefusedFile:
    return RefusedFile(
        "WBK006",
        # The library's message runs on over lines of advice; its first line has the fault.
        f"{name} cannot be read as a workbook ({type(fault).__name__}: {_first_line(fault)}): "
        "open it in Excel, let Excel repair it and save it again",
    )


def _read(data: bytes) -> Book:
    formulas = _load(data, data_only=False)
    try:
        texts = {sheet.title: _formulas(sheet) for sheet in formulas.worksheets}
        if not any(texts.values()):
            # No formula in sight: the stored values are what has just been read.
            return _book(formulas, texts)
    finally:
        formulas.close()
    values = _load(data, data_only=True)
    try:
        return _book(values, texts)
    finally:
        values.close()


def _load(data: bytes, *, data_only: bool) -> Workbook:
    from xl_vsm.sheets.cells_only import load_cells  # noqa: PLC0415 - slow to import

    with warnings.catch_warnings():
        # openpyxl warns of what it would lose on saving; nothing here is ever saved.
        warnings.simplefilter("ignore")
        return load_cells(data, data_only=data_only)


def _formulas(sheet: Worksheet) -> Formulas:
    return {
        place: (_formula_text(cell.value), str(getattr(cell.value, "ref", "") or ""))
        for place, cell in sheet._cells.items()
        if getattr(cell, "data_type", "") == FORMULA
    }


def _formula_text(value: object) -> str:
    if isinstance(value, str):
        return value
    # An array formula and a data table are objects of openpyxl's own.
    text = getattr(value, "text", None)
    return str(text) if text else f"={{TABLE({getattr(value, 'r1', '') or ''})}}"


def _book(workbook: Workbook, texts: dict[str, Formulas]) -> Book:
    from openpyxl.utils.datetime import MAC_EPOCH  # noqa: PLC0415 - as above

    return Book(
        sheets=tuple(_grid(sheet, texts[sheet.title]) for sheet in workbook.worksheets),
        date1904=workbook.epoch == MAC_EPOCH,
        names=_names(workbook),
        tables=tuple(table for sheet in workbook.worksheets for table in _tables(sheet)),
    )


def _names(workbook: Workbook) -> dict[str, str]:
    known = {name: str(place.attr_text or "") for name, place in workbook.defined_names.items()}
    for sheet in workbook.worksheets:
        for name, place in sheet.defined_names.items():
            known[f"{sheet.title}!{name}"] = str(place.attr_text or "")
    return known


def _tables(sheet: Worksheet) -> Iterator[ExcelTable]:
    for table in sheet.tables.values():
        yield ExcelTable(
            name=str(table.displayName),
            sheet=sheet.title,
            area=str(table.ref),
            columns=tuple(str(column.name) for column in table.tableColumns),
            header_rows=1 if table.headerRowCount is None else int(table.headerRowCount),
            totals_rows=int(table.totalsRowCount or 0),
        )


def _filtered(sheet: Worksheet) -> Merge | None:
    found = range_of(sheet.auto_filter.ref or "")
    return Merge(*found) if found else None


def _hidden_columns(sheet: Worksheet) -> set[int]:
    hidden: set[int] = set()
    for column in sheet.column_dimensions.values():
        if column.hidden and len(hidden) < LAST_COLUMN:
            # A file may state any number; two thousand million columns would fill the memory.
            last = min(column.max or 0, LAST_COLUMN)
            hidden.update(range(max(column.min or 1, 1), last + 1))
    return hidden


def _grid(sheet: Worksheet, formulas: Formulas) -> Grid:
    grid = Grid(
        name=sheet.title,
        hidden=sheet.sheet_state != "visible",
        merges=in_order(
            Merge(area.min_row, area.min_col, area.max_row, area.max_col)
            for area in sheet.merged_cells.ranges
        ),
        hidden_rows=frozenset(number for number, row in sheet.row_dimensions.items() if row.hidden),
        hidden_columns=frozenset(_hidden_columns(sheet)),
        filtered=_filtered(sheet),
    )
    # The mapping holds only cells that the file has; walking the used area would create the rest.
    for (row, column), cell in sheet._cells.items():
        formula, area = formulas.get((row, column), (None, ""))
        if cell.value is None and formula is None:
            continue
        is_error = cell.data_type == ERROR and cell.value is not None
        value = None if is_error else cast("CellValue", cell.value)
        grid.put(
            Cell(
                row=row,
                column=column,
                value=value,
                formula=formula,
                error=str(cell.value) if is_error else "",
                calculated=cell.value is not None or cell.data_type == EMPTY_TEXT,
                number_format=str(cell.number_format or "General"),
                hidden=grid.is_hidden(row, column),
                area=area,
            )
        )
    return grid
