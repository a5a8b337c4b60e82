"""A workbook from its bytes to typed rows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from xl_vsm.sheets.apart.caps import Caps
from xl_vsm.sheets.apart.keeper import read_apart
from xl_vsm.sheets.apart.process import can_be_apart
from xl_vsm.sheets.carried import Carried
from xl_vsm.sheets.cells import Book
from xl_vsm.sheets.layout import Layout
from xl_vsm.sheets.limits import Limits, too_large
from xl_vsm.sheets.refused import RefusedFile
from xl_vsm.sheets.understood import understand
from xl_vsm.sheets.workbook import ReadFault, Workbook

LIMITS: Final = Limits()
CAPS: Final = Caps()


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was judged and taken apart, before anything in it is understood.

    Attributes:
        name: what it is called in the report.
        sha256: what its bytes come to.
        book: its cells.
        carried: what it carries besides them.
    """

    name: str
    sha256: str
    book: Book
    carried: tuple[Carried, ...]

    @property
    def has_alike(self) -> bool:
        """Whether rows of a long list are kept as columns."""
        return any(grid.alike for grid in self.book.sheets)

    def understood(self, layout: Layout | None = None) -> Workbook:
        """Return what the workbook says, every row of it as cells."""
        book = self.book
        if self.has_alike:
            from xl_vsm.sheets.put_back import whole  # noqa: PLC0415 - only for a long list

            book = whole(book)
        return self.with_carried(read_book(book, self.name, layout, sha256=self.sha256))

    def with_carried(self, workbook: Workbook) -> Workbook:
        """Add to what was read what the file carries besides cells."""
        said = tuple(
            ReadFault(code=each.code, name=each.name, sheet=None, cell=None, message=each.message)
            for each in self.carried
        )
        return replace(workbook, faults=(*workbook.faults, *said)) if said else workbook


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


def opened(
    path: Path,
    *,
    limits: Limits = LIMITS,
    caps: Caps = CAPS,
    apart: bool = True,
    keep_alike: bool = False,
) -> Opened:
    """Open a workbook file and take it apart into cells.

    Args:
        path: as for `read`.
        limits: as for `read`.
        caps: as for `read`.
        apart: as for `read`.
        keep_alike: whether rows of a long list may be kept as columns instead of as cells.

    Raises:
        RefusedFile: the file cannot or will not be read; the message says what to do.
    """
    path = Path(path)
    data = _bytes_of(path, limits)
    book, carried = _cells(data, path.name, limits, caps, apart=apart, keep_alike=keep_alike)
    return Opened(str(path), _sha256(data), book, carried)


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
    book, carried = _cells(data, name, limits, caps, apart=apart, keep_alike=False)
    return Opened(name, _sha256(data), book, carried).understood(layout)


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
    data: bytes, name: str, limits: Limits, caps: Caps, *, apart: bool, keep_alike: bool
) -> tuple[Book, tuple[Carried, ...]]:
    if len(data) > limits.file_bytes:
        raise too_large(name, len(data), limits)
    if apart and can_be_apart():
        return read_apart(data, name, limits, caps, keep_alike=keep_alike)
    from xl_vsm.sheets.file_cells import cells_of  # noqa: PLC0415 - else another process has it

    return cells_of(data, name, limits, apart=False, keep_alike=keep_alike)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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
