"""The limits on a file, held before any parser or workbook library sees it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from xl_vsm.sheets.carried import Carried, CarriedScan
from xl_vsm.sheets.directory import refuse_directory
from xl_vsm.sheets.kinds import SAVE_AS, refuse_other_kinds, refuse_package
from xl_vsm.sheets.limits import Limits, too_large
from xl_vsm.sheets.parts import BLOCK, CellScan, MarkupScan, sheet_parts
from xl_vsm.sheets.refused import RefusedFile

if TYPE_CHECKING:
    from xl_vsm.sheets.one_pass.long_sheet import Shortened

CONTENT_TYPES: Final = "[content_types].xml"
TAIL: Final = 4_096  # bytes of one block that are seen again with the next
STRICT: Final = b"purl.oclc.org/ooxml/spreadsheetml"
LONG: Final = 500_000
"""Bytes of a sheet's part from which on its rows may be kept as columns: some 2,500 posts."""
IN_FORMULAS: Final = ("SEC103", "SEC104")
"""Codes of what is counted formula by formula."""
OUT_OF_MEMORY: Final = "Error -4 "
"""How the zip library says that there is no memory left."""
SMALL_START: Final = 4_096
SMALL_PART: Final = 1_048_576


Short: TypeAlias = "dict[str, Shortened]"
"""Long sheets by the name of their part."""


def refuse_unsafe(data: bytes, name: str, limits: Limits) -> None:
    """Refuse a file that is no workbook, or that could harm whoever opens it.

    Raises:
        RefusedFile: with the first fault found.
    """
    examine(data, name, limits)


def examine(
    data: bytes, name: str, limits: Limits, short: Short | None = None
) -> tuple[Carried, ...]:
    """Judge a file, and say what it carries besides cells.

    Args:
        data: the file.
        name: what it is called in messages.
        limits: how large it may be.
        short: is given the long sheets without the rows that are kept as columns. Those are
            found to be in order on the way, and are not looked at again.

    Raises:
        RefusedFile: with the first fault found; `OtherKind` where another library may read it.
    """
    if len(data) > limits.file_bytes:
        raise too_large(name, len(data), limits)
    refuse_other_kinds(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            refuse_directory(package.infolist(), name, limits)
            found = _parts(package, name, limits, short)
            if short and any(each.code in IN_FORMULAS for each in found):
                short.clear()  # each of them counts
                found = _parts(package, name, limits, None)
            return found
    except (RefusedFile, MemoryError):
        raise
    # Damage shows as whatever the zip library trips over: BadZipFile, zlib.error, struct.error,
    # NotImplementedError, EOFError and others.
    except Exception as fault:
        if str(fault).startswith(OUT_OF_MEMORY):
            raise MemoryError from fault
        raise RefusedFile(
            "WBK006",
            f"{name} is damaged or cut short ({fault}): copy or download it again, "
            "or open it in Excel, let Excel repair it and save it",
        ) from fault


def _parts(
    package: zipfile.ZipFile, name: str, limits: Limits, short: Short | None
) -> tuple[Carried, ...]:
    real = {entry.filename.lower(): entry for entry in package.infolist()}
    content_types = _small(package, real.get(CONTENT_TYPES))
    refuse_package(content_types, frozenset(real), _small(package, real.get("mimetype")), name)
    sheets = sheet_parts(content_types)
    cells = CellScan(name, limits.cells, limits.sparse_area, limits.sparse_factor)
    cells.area_limit = limits.merged_area
    carried = CarriedScan(content_types)
    for lower, entry in real.items():
        markup = MarkupScan(name, entry.filename)
        is_sheet = sheets(lower)
        carried.part(lower)
        if is_sheet:
            cells.start(entry.filename)
        tail = b""
        for block in _blocks(package, entry, cells, short if is_sheet else None):
            text = tail + block
            if is_sheet and STRICT in text[:SMALL_START]:
                raise RefusedFile("WBK005", f"{name} is in Strict Open XML form: {SAVE_AS}")
            markup.feed(text)
            carried.text(lower, block, is_sheet=is_sheet)
            if not is_sheet and "comment" in lower:
                cells.areas(text, len(text))
            used = cells.feed(text) if is_sheet else 0
            tail = text[max(used, len(text) - TAIL) :]
        if is_sheet:
            cells.finish()
    return carried.found()


def _blocks(
    package: zipfile.ZipFile, entry: zipfile.ZipInfo, cells: CellScan, short: Short | None
) -> Iterator[bytes]:
    """Give a part block by block, a long sheet without the rows that are kept as columns."""
    with package.open(entry) as stream:
        # Every part is read to its end, so that a wrong checksum anywhere is found.
        if short is None or entry.file_size < LONG:
            while block := stream.read(BLOCK):
                yield block
            return
        part = stream.read()
    from xl_vsm.sheets.one_pass.long_sheet import shortened  # noqa: PLC0415 - for a long list

    if made := shortened(part):
        short[entry.filename] = made
        cells.taken_out(made.cells, (made.last, made.columns))
        part = made.part
    for start in range(0, len(part), BLOCK):
        yield part[start : start + BLOCK]


def _small(package: zipfile.ZipFile, entry: zipfile.ZipInfo | None) -> bytes:
    if entry is None:
        return b""
    with package.open(entry) as stream:
        return stream.read(SMALL_PART)
