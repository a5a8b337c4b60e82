"""A workbook's file, judged and taken apart into cells before anything in it is understood."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from xl_vsm.sheets.apart.caps import Caps
from xl_vsm.sheets.apart.keeper import CRASHED, process_to_ask, read_apart
from xl_vsm.sheets.apart.process import Process, can_be_apart
from xl_vsm.sheets.carried import Carried
from xl_vsm.sheets.cells import Book
from xl_vsm.sheets.limits import Limits, too_large
from xl_vsm.sheets.refused import RefusedFile
from xl_vsm.writable import writable

if TYPE_CHECKING:
    # Brought in when the cells are there; another process is reading them meanwhile.
    from xl_vsm.sheets.layout import Layout
    from xl_vsm.sheets.workbook import Workbook

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
        """Return what the workbook says, every row of it as cells.

        Raises:
            RefusedFile: the workbook has no worksheet.
        """
        from xl_vsm.sheets.understood import understand  # noqa: PLC0415 - see above

        book = self.book
        if self.has_alike:
            from xl_vsm.sheets.put_back import whole  # noqa: PLC0415 - only for a long list

            book = whole(book)
        return self.with_carried(
            understand(book, self.name, layout).workbook(self.name, self.sha256)
        )

    def with_carried(self, workbook: Workbook) -> Workbook:
        """Add to what was read what the file carries besides cells."""
        if not self.carried:
            return workbook
        from xl_vsm.sheets.workbook import ReadFault  # noqa: PLC0415 - as above

        said = tuple(
            ReadFault(code=each.code, name=each.name, sheet=None, cell=None, message=each.message)
            for each in self.carried
        )
        return replace(workbook, faults=(*workbook.faults, *said))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A file, and how it is to be opened."""

    path: Path
    limits: Limits
    caps: Caps
    apart: bool
    keep_alike: bool

    def opened(self) -> Opened:
        return self.taken_apart(self.data())

    def data(self) -> bytes:
        return _bytes_of(self.path, self.limits)

    def taken_apart(self, data: bytes, by: Process | None = None) -> Opened:
        book, carried = _cells(
            data, self.path.name, self.limits, self.caps, self.apart, self.keep_alike, by
        )
        return Opened(writable(self.path), _sha256(data), book, carried)


class Begun:
    """A file that is being opened while whoever asked brings in what it needs for the rest.

    Another process reads it. What comes of it is for one asker, who asks in just the same way.
    """

    def __init__(self, asked: _Asked, data: bytes) -> None:
        """Begin with the file's bytes."""
        self._asked = asked
        self._opened: Opened | None = None
        self._fault: BaseException | None = None
        self._is_taken = False
        self._by = process_to_ask()
        # `concurrent.futures` has the same, and takes longer to bring in than there is to gain.
        self._thread = Thread(target=self._open, args=[data], daemon=True)
        self._thread.start()

    def is_for(self, asked: _Asked) -> bool:
        """Say whether it is what is asked for now, and nobody has had it yet."""
        return asked == self._asked and not self._is_taken

    def opened(self) -> Opened:
        """Wait for it and return it.

        Raises:
            RefusedFile: the file cannot or will not be read.
        """
        self._is_taken = True
        try:
            self._thread.join()
        except BaseException:  # interrupted
            self.give_up()
            raise
        if self._opened is not None:
            return self._opened
        if isinstance(self._fault, RefusedFile) and self._fault.code != CRASHED:
            raise self._fault
        return self._asked.opened()  # the process may have been ended by something else

    def give_up(self) -> None:
        """End the process that reads, if it still does."""
        if self._thread.is_alive():
            self._by.end()

    def _open(self, data: bytes) -> None:
        try:
            self._opened = self._asked.taken_apart(data, self._by)
        except BaseException as fault:
            self._fault = fault


def begin(path: Path, limits: Limits, caps: Caps, *, keep_alike: bool) -> Begun | None:
    """Begin to open a file that will be asked for in just this way.

    Returns:
        What was begun, to be handed to `opened`, and given up in the end whatever happens; None
        where there can be no other process, or the file cannot be read: `opened` says why.
    """
    if not can_be_apart():
        return None
    asked = _Asked(Path(path), limits, caps, apart=True, keep_alike=keep_alike)
    try:
        return Begun(asked, asked.data())
    except RefusedFile:
        return None


def opened(
    path: Path,
    *,
    limits: Limits = LIMITS,
    caps: Caps = CAPS,
    apart: bool = True,
    keep_alike: bool = False,
    begun: Begun | None = None,
) -> Opened:
    """Open a workbook file and take it apart into cells.

    Args:
        path: the .xlsx or .xlsm file; .xls, .xlsb and .ods where the extra `xls` is installed.
        limits: how large a workbook may be.
        caps: how much time and memory reading it may take.
        apart: whether to parse it in a process of its own. Without one, as in a browser, nothing
            holds a hostile file to its time and memory.
        keep_alike: whether rows of a long list may be kept as columns instead of as cells.
        begun: what was begun before, which is used if it is of this file and begun in this way.

    Raises:
        RefusedFile: the file cannot or will not be read; the message says what to do.
    """
    asked = _Asked(Path(path), limits, caps, apart, keep_alike)
    return begun.opened() if begun is not None and begun.is_for(asked) else asked.opened()


def opened_bytes(
    data: bytes,
    name: str,
    *,
    limits: Limits = LIMITS,
    caps: Caps = CAPS,
    apart: bool = True,
) -> Opened:
    """Take a workbook apart that is held in memory, such as an upload; nothing is written.

    Args:
        data: the file's bytes.
        name: what it is called in the report.
        limits: as for `opened`.
        caps: as for `opened`.
        apart: as for `opened`.

    Raises:
        RefusedFile: as for `opened`.
    """
    book, carried = _cells(data, name, limits, caps, apart, keep_alike=False)
    return Opened(name, _sha256(data), book, carried)


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
    data: bytes,
    name: str,
    limits: Limits,
    caps: Caps,
    apart: bool,
    keep_alike: bool,
    by: Process | None = None,
) -> tuple[Book, tuple[Carried, ...]]:
    if len(data) > limits.file_bytes:
        raise too_large(name, len(data), limits)
    if apart and can_be_apart():
        return read_apart(data, name, limits, caps, keep_alike=keep_alike, by=by)
    from xl_vsm.sheets.file_cells import cells_of  # noqa: PLC0415 - else another process has it

    return cells_of(data, name, limits, apart=False, keep_alike=keep_alike)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
