"""The reference reader: openpyxl, formulas and stored values both."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Final, cast

from xl_vsm.sheets.cells import Book, Cell, CellValue, Grid, Merge
from xl_vsm.sheets.mended import mended
from xl_vsm.sheets.refused import RefusedFile

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ERROR: Final = "e"
FORMULA: Final = "f"
EMPTY_TEXT: Final = "str"  # how openpyxl leaves a formula whose stored value is an empty text


def read_cells(data: bytes, name: str) -> Book:
    """Return every cell of a workbook that holds something.

    Raises:
        RefusedFile: WBK006, openpyxl cannot read it.
    """
    try:
        return _read(data)
    except Exception as fault:
        # One number that is none (NaN) makes openpyxl give up a whole workbook.
        repaired = mended(data)
        if repaired is None:
            raise _damaged(name, fault) from fault
    try:
        return _read(repaired)
    except Exception as fault:
        raise _damaged(name, fault) from fault


def _damaged(name: str, fault: Exception) -> RefusedFile:
    return RefusedFile(
        "WBK006",
        f"{name} cannot be read as a workbook ({type(fault).__name__}: {fault}): "
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
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to import, and not always needed

    with warnings.catch_warnings():
        # openpyxl warns of what it would lose on saving; nothing here is ever saved.
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data), data_only=data_only, keep_links=False)


def _formulas(sheet: Worksheet) -> dict[tuple[int, int], str]:
    return {
        place: _formula_text(cell.value)
        for place, cell in sheet._cells.items()
        if getattr(cell, "data_type", "") == FORMULA
    }


def _formula_text(value: object) -> str:
    if isinstance(value, str):
        return value
    # An array formula and a data table are objects of openpyxl's own.
    text = getattr(value, "text", None)
    return str(text) if text else f"={{TABLE({getattr(value, 'r1', '') or ''})}}"


def _book(workbook: Workbook, texts: dict[str, dict[tuple[int, int], str]]) -> Book:
    from openpyxl.utils.datetime import MAC_EPOCH  # noqa: PLC0415 - as above

    return Book(
        sheets=tuple(_grid(sheet, texts[sheet.title]) for sheet in workbook.worksheets),
        date1904=workbook.epoch == MAC_EPOCH,
    )


def _grid(sheet: Worksheet, formulas: dict[tuple[int, int], str]) -> Grid:
    grid = Grid(
        name=sheet.title,
        hidden=sheet.sheet_state != "visible",
        merges=tuple(
            Merge(area.min_row, area.min_col, area.max_row, area.max_col)
            for area in sheet.merged_cells.ranges
        ),
        hidden_rows=frozenset(number for number, row in sheet.row_dimensions.items() if row.hidden),
        hidden_columns=frozenset(
            number
            for column in sheet.column_dimensions.values()
            if column.hidden
            for number in range(column.min or 1, (column.max or 0) + 1)
        ),
    )
    # The mapping holds only cells that the file has; walking the used area would create the rest.
    for (row, column), cell in sheet._cells.items():
        formula = formulas.get((row, column))
        if cell.value is None and formula is None:
            continue
        is_error = cell.data_type == ERROR
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
            )
        )
    return grid
