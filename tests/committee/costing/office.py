"""LibreOffice as the independent reckoner: every formula worked out again, and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from xl_vsm.recalculation.office import calculated

HALF_A_PENNY = 0.005


def without_values(data: Path, folder: Path, change: Callable[[Workbook], None]) -> Path:
    """Save a workbook's formulas with no value beside them, and with some cells changed.

    openpyxl writes formulas alone, so whatever is read afterwards is LibreOffice's own work.
    """
    book = openpyxl.load_workbook(data)
    change(book)
    path = folder / "formulas.xlsx"
    book.save(path)
    return path


def recalculated(
    path: Path, folder: Path, change: Callable[[Workbook], None] = lambda _: None
) -> Workbook:
    """Return a workbook's values as LibreOffice works them out from nothing but its formulas."""
    folder.mkdir(parents=True, exist_ok=True)
    bare = without_values(path, folder, change)
    return openpyxl.load_workbook(calculated(bare, folder / "work"), data_only=True)


def formulas(path: Path) -> Iterator[tuple[str, str]]:
    """Give the sheet and the address of every formula of a workbook."""
    book = openpyxl.load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate


def differences(path: Path, again: Workbook) -> list[str]:
    """Return each formula whose stored figure is not, to the penny, what was worked out again."""
    stored = openpyxl.load_workbook(path, data_only=True)
    found = []
    for sheet, at in formulas(path):
        one, other = stored[sheet][at].value, again[sheet][at].value
        if not _same(one, other):
            found.append(f"{sheet}!{at}: Python {one!r}, LibreOffice {other!r}")
    return found


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < HALF_A_PENNY
    return bool(one == other) and one is not None


def errors(book: Workbook) -> list[str]:
    """Return every cell of a workbook that shows an error."""
    return [
        f"{sheet.title}!{cell.coordinate}: {cell.value}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e" or (isinstance(cell.value, str) and cell.value.startswith("#"))
    ]
