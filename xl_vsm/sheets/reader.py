"""A workbook from its bytes to typed rows."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Final

from xl_vsm.sheets.apart.caps import Caps
from xl_vsm.sheets.apart.keeper import read_apart
from xl_vsm.sheets.apart.process import can_be_apart
from xl_vsm.sheets.bands import FEWEST, nearest
from xl_vsm.sheets.carried import Carried
from xl_vsm.sheets.cells import Book
from xl_vsm.sheets.fields import ESSENTIAL, catalogue
from xl_vsm.sheets.file_cells import cells_of
from xl_vsm.sheets.finding_tables import find_tables
from xl_vsm.sheets.guard import Limits, too_large
from xl_vsm.sheets.laid_out import particulars_laid_out, tables_laid_out
from xl_vsm.sheets.layout import Layout
from xl_vsm.sheets.refused import RefusedFile
from xl_vsm.sheets.rows import read_rows
from xl_vsm.sheets.statements import find_particulars
from xl_vsm.sheets.table_read import several_years, sheets_read
from xl_vsm.sheets.tables import Table
from xl_vsm.sheets.views import with_names
from xl_vsm.sheets.workbook import ReadFault, Workbook, read_fault

LIMITS: Final = Limits()
CAPS: Final = Caps()


def read(
    path: Path,
    layout: Layout | None = None,
    *,
    limits: Limits = LIMITS,
    caps: Caps = CAPS,
    apart: bool = True,
) -> Workbook:
    """Read a workbook file. The file is opened once, for reading, and never written.

    Args:
        path: the .xlsx or .xlsm file; .xls, .xlsb and .ods where the extra `xls` is installed.
        layout: which column is which field, where the headings do not say it.
        limits: how large a workbook may be.
        caps: how much time and memory reading it may take.
        apart: whether to parse it in a process of its own. Without one, as in a browser, nothing
            holds a hostile file to its time and memory.

    Raises:
        RefusedFile: the file cannot or will not be read; the message says what to do.
    """
    path = Path(path)
    data = _bytes_of(path, limits)
    book, carried = _cells(data, path.name, limits, caps, apart=apart)
    return _with(carried, read_book(book, str(path), layout, sha256=_sha256(data)))


def read_bytes(
    data: bytes,
    name: str,
    layout: Layout | None = None,
    *,
    limits: Limits = LIMITS,
    caps: Caps = CAPS,
    apart: bool = True,
) -> Workbook:
    """Read a workbook that is held in memory, such as an upload; nothing is written.

    Args:
        data: the file's bytes.
        name: what it is called in the report.
        layout: which column is which field, where the headings do not say it.
        limits: how large a workbook may be.
        caps: how much time and memory reading it may take.
        apart: whether to parse it in a process of its own, as a server must.

    Raises:
        RefusedFile: the file cannot or will not be read; the message says what to do.
    """
    book, carried = _cells(data, name, limits, caps, apart=apart)
    return _with(carried, read_book(book, name, layout, sha256=_sha256(data)))


def _bytes_of(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise RefusedFile("WBK001", f"{path} is a folder: name a workbook in it")
        if path.exists() and not path.is_file():  # reading a pipe or a device may never end
            raise RefusedFile("WBK001", f"{path} is a device or a pipe: name a workbook")
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


def _cells(
    data: bytes, name: str, limits: Limits, caps: Caps, *, apart: bool
) -> tuple[Book, tuple[Carried, ...]]:
    if len(data) > limits.file_bytes:
        raise too_large(name, len(data), limits)
    if apart and can_be_apart():
        return read_apart(data, name, limits, caps)
    return cells_of(data, name, limits, apart=False)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _with(carried: tuple[Carried, ...], workbook: Workbook) -> Workbook:
    """Add to what was read what the file carries besides cells."""
    said = tuple(
        ReadFault(code=each.code, name=each.name, sheet=None, cell=None, message=each.message)
        for each in carried
    )
    return replace(workbook, faults=(*workbook.faults, *said)) if said else workbook


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
    layout, book = layout or Layout(), with_names(book)
    tables, faults = tables_laid_out(book, layout)
    given, misfits = particulars_laid_out(book, layout)
    faults += misfits
    settled = {plan.sheet.casefold() for plan in layout.tables}
    settled |= {table.grid.name.casefold() for table in tables}
    found: list[Table] = []
    for grid in book.sheets:
        if grid.name.casefold() not in settled:
            found += find_tables(grid, [each for each in book.tables if each.sheet == grid.name])
    tables += found
    particulars, conflicts = find_particulars(book, tables, given)
    if particulars.effective and (day := particulars.effective.value):
        for table in found:
            table.in_pay_year(day)
    faults += [fault for table in found for fault in table.faults()]
    if not tables:
        faults.append(_no_table(book))
    faults += several_years(tables)
    read = [
        (table, read_rows(table, date1904=book.date1904))
        for grid in book.sheets
        for table in tables
        if table.is_on(grid)
    ]
    return Workbook(
        path=name,
        sha256=sha256,
        sheets=tuple(sheets_read(book, read)),
        particulars=particulars,
        rows=tuple(row for _, rows in read for row in rows),
        faults=(*faults, *conflicts),
        cells=book,
    )


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
