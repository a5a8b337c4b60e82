"""A workbook from its bytes to typed rows."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from xl_vsm.sheets.bands import FEWEST, nearest
from xl_vsm.sheets.cells import Book
from xl_vsm.sheets.fields import ESSENTIAL, catalogue
from xl_vsm.sheets.guard import Limits, refuse_unsafe, too_large
from xl_vsm.sheets.laid_out import particulars_laid_out, tables_laid_out
from xl_vsm.sheets.layout import Layout
from xl_vsm.sheets.refused import RefusedFile
from xl_vsm.sheets.rows import read_rows
from xl_vsm.sheets.statements import find_particulars
from xl_vsm.sheets.tables import Table, find_tables
from xl_vsm.sheets.workbook import ReadFault, SheetRead, Workbook, read_fault

LIMITS: Final = Limits()


def read(path: Path, layout: Layout | None = None, *, limits: Limits = LIMITS) -> Workbook:
    """Read a workbook file. The file is opened once, for reading, and never written.

    Args:
        path: the .xlsx or .xlsm file.
        layout: which column is which field, where the headings do not say it.
        limits: how large a workbook may be.

    Raises:
        RefusedFile: the file cannot or will not be read; the message says what to do.
    """
    path = Path(path)
    data = _bytes_of(path, limits)
    return _workbook(data, str(path), path.name, layout, limits)


def read_bytes(
    data: bytes, name: str, layout: Layout | None = None, *, limits: Limits = LIMITS
) -> Workbook:
    """Read a workbook that is held in memory, such as an upload; nothing is written.

    Raises:
        RefusedFile: the file cannot or will not be read; the message says what to do.
    """
    return _workbook(data, name, name, layout, limits)


def _bytes_of(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise RefusedFile("WBK001", f"{path} is a folder: name a workbook in it")
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise too_large(path.name, size, limits)
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise RefusedFile("WBK001", f"there is no file {path}: check its name") from fault
    except OSError as fault:
        raise RefusedFile(
            "WBK001", f"{path} cannot be opened ({fault.strerror}): close it elsewhere or copy it"
        ) from fault


def _workbook(data: bytes, path: str, name: str, layout: Layout | None, limits: Limits) -> Workbook:
    refuse_unsafe(data, name, limits)
    # The library is slow to import, and a refused file never needs it.
    from xl_vsm.sheets.openpyxl_reader import read_cells  # noqa: PLC0415

    return read_book(read_cells(data, name), path, layout, sha256=hashlib.sha256(data).hexdigest())


def read_book(
    book: Book, name: str, layout: Layout | None = None, *, sha256: str | None = None
) -> Workbook:
    """Read a workbook whose cells are at hand, from whatever reader.

    Args:
        book: the cells.
        name: what the workbook is called in the report: its path, or the name of an open book.
        layout: which column is which field, where the headings do not say it.
        sha256: what the file's bytes come to, where there is a file.

    Raises:
        RefusedFile: the workbook has no worksheet.
    """
    if not book.sheets:
        raise RefusedFile(
            "WBK003", f"{Path(name).name} has no worksheet in it: check that it is the right file"
        )
    layout = layout or Layout()
    tables, faults = tables_laid_out(book, layout)
    given, misfits = particulars_laid_out(book, layout)
    faults += misfits
    settled = {plan.sheet.casefold() for plan in layout.tables}
    found: list[Table] = []
    for grid in book.sheets:
        if grid.name.casefold() not in settled:
            found += find_tables(grid)
    tables += found
    particulars, conflicts = find_particulars(book, tables, given)
    if particulars.effective and (day := particulars.effective.value):
        for table in found:
            table.in_pay_year(day)
    faults += [fault for table in found for fault in table.faults()]
    if not tables:
        faults.append(_no_table(book))
    return Workbook(
        path=name,
        sha256=sha256,
        sheets=tuple(_sheets(book, tables)),
        particulars=particulars,
        rows=tuple(
            row
            for grid in book.sheets
            for table in tables
            if table.grid is grid
            for row in read_rows(table, date1904=book.date1904)
        ),
        faults=(*faults, *conflicts),
    )


def _sheets(book: Book, tables: list[Table]) -> list[SheetRead]:
    reads: list[SheetRead] = []
    for grid in book.sheets:
        own = [table.as_read() for table in tables if table.grid is grid]
        reads += own or [SheetRead(name=grid.name, hidden=grid.hidden)]
    return reads


def _no_table(book: Book) -> ReadFault:
    needed = " or ".join(catalogue().rows[name].label for name in ESSENTIAL)
    words = f"no sheet has a row of headings with {needed} and at least two more known columns"
    bands = [(grid, band) for grid in book.sheets if (band := nearest(grid))]
    if not bands:
        return read_fault("WBK201", None, None, f"{words}: say in a layout file where they are")
    grid, band = max(bands, key=lambda found: len(found[1].claims))
    labels = ", ".join(catalogue().rows[name].label for name in band.claims)
    if len(band.claims) >= FEWEST and band.heads_rates:
        return read_fault(
            "WBK201",
            None,
            None,
            f"no sheet has a table of posts; row {band.row} of {grid.name} has headings for "
            f"{labels}, which looks like a table of rates rather than of posts: give the posts' "
            "table a column with the post, or say in a layout file what the columns are",
        )
    return read_fault(
        "WBK201",
        None,
        None,
        f"{words}; the nearest is row {band.row} of {grid.name}, where only {labels} can be "
        "told: rename the headings, or say in a layout file what the columns are",
    )
