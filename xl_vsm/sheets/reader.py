"""A workbook from its bytes to typed rows."""

from __future__ import annotations

from pathlib import Path

from xl_vsm.sheets.apart.caps import Caps
from xl_vsm.sheets.cells import Book
from xl_vsm.sheets.layout import Layout
from xl_vsm.sheets.limits import Limits
from xl_vsm.sheets.opening import CAPS, LIMITS, opened, opened_bytes
from xl_vsm.sheets.understood import understand
from xl_vsm.sheets.workbook import Workbook


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
    return opened(path, limits=limits, caps=caps, apart=apart).understood(layout)


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
    return opened_bytes(data, name, limits=limits, caps=caps, apart=apart).understood(layout)


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
    return understand(book, name, layout).workbook(name, sha256)
