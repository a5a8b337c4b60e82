"""A workbook's file to its cells, by whichever library reads its kind."""

from __future__ import annotations

from xl_vsm.sheets.carried import Carried
from xl_vsm.sheets.cells import Book
from xl_vsm.sheets.guard import Short, examine
from xl_vsm.sheets.limits import Limits
from xl_vsm.sheets.one_pass.book import read_in_one_pass
from xl_vsm.sheets.refused import OtherKind, RefusedFile


def cells_of(
    data: bytes, name: str, limits: Limits, *, apart: bool, keep_alike: bool = False
) -> tuple[Book, tuple[Carried, ...]]:
    """Judge a file, then read its cells in this process.

    Args:
        data: the file.
        name: what it is called in messages.
        limits: how large it may be.
        apart: whether this process may be lost, and with it nothing.
        keep_alike: whether rows of a long list may be kept as columns; a workbook of which the
            usual reader makes nothing is read whole.

    Returns:
        The cells, and what the file carries besides them.

    Raises:
        RefusedFile: the file cannot or will not be read; the message says what to do.
    """
    try:
        short: Short | None = {} if keep_alike else None
        carried = examine(data, name, limits, short)
    except OtherKind as other:
        return _values(data, name, limits, other, apart=apart)
    return _read(data, name, short or {}), carried


def _read(data: bytes, name: str, short: Short) -> Book:
    """Read an ordinary workbook in one pass, and any other as the reference does or refuses it."""
    try:
        return read_in_one_pass(data, short)
    except MemoryError:
        raise
    # What is out of the ordinary, and whatever a damaged file trips over: the reference knows
    # more kinds of file, and the words for what is wrong with one.
    except Exception:
        from xl_vsm.sheets.openpyxl_reader import read_cells  # noqa: PLC0415 - slow to import

        return read_cells(data, name)


def _values(
    data: bytes, name: str, limits: Limits, other: OtherKind, *, apart: bool
) -> tuple[Book, tuple[Carried, ...]]:
    """Read the values of a kind of file that the reference reader does not know."""
    from xl_vsm.sheets.calamine_reader import has_calamine, read_values  # noqa: PLC0415

    if not has_calamine():
        raise RefusedFile(other.code, f"{other.message}, or {INSTALL}") from other
    if not apart:
        # A file of two kilobytes ends the process that this library runs in.
        raise other
    return read_values(data, name, limits), (Carried("WBK007", 1),)


INSTALL = 'install what reads its values: pip install "xl-vsm[xls]"'
