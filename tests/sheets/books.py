"""Small workbooks for the tests, made as people make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from xl_vsm.sheets import PostRow, Workbook, read

HEADINGS = ("Post", "Salary", "FTE")


def write(
    folder: Path, rows: Iterable[Iterable[Any]], sheet: str = "Pay", name: str = "pay.xlsx"
) -> Path:
    """Write one sheet from its rows."""
    return write_sheets(folder, {sheet: rows}, name=name)


def write_sheets(
    folder: Path,
    sheets: Mapping[str, Iterable[Iterable[Any]]],
    name: str = "pay.xlsx",
    then: Callable[[openpyxl.Workbook], None] = lambda _: None,
) -> Path:
    """Write sheets from their rows, then let a function finish the workbook."""
    book = openpyxl.Workbook()
    book.remove(book["Sheet"])
    for title, rows in sheets.items():
        made = book.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                if value is not None:
                    made.cell(number, column, value)
    then(book)
    path = folder / name
    book.save(path)
    book.close()
    return path


def pay(folder: Path, *rows: Iterable[Any], headings: Iterable[str] = HEADINGS) -> Workbook:
    """Read a plain pay table."""
    return read(write(folder, [headings, *rows]))


def only(workbook: Workbook) -> PostRow:
    """Return the one row of a workbook."""
    (row,) = workbook.rows
    return row


def sheet_of(book: openpyxl.Workbook, name: str = "Pay") -> Worksheet:
    """Return a sheet that is a worksheet."""
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return a package's parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def package(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a package of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts:
            made.writestr(name, content)
    return file.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a package with one part changed."""
    parts = parts_of(data)
    parts[name] = change(parts[name])
    return package(parts.items())
