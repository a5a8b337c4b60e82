"""The limits on a file, held before any parser or workbook library sees it."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from xl_vsm.sheets.carried import Carried, CarriedScan
from xl_vsm.sheets.directory import Limits, refuse_directory
from xl_vsm.sheets.kinds import SAVE_AS, refuse_other_kinds, refuse_package
from xl_vsm.sheets.parts import BLOCK, CellScan, MarkupScan, sheet_parts
from xl_vsm.sheets.refused import RefusedFile

__all__ = ["Limits", "examine", "refuse_unsafe", "too_large"]

CONTENT_TYPES: Final = "[content_types].xml"
TAIL: Final = 4_096  # bytes of one block that are seen again with the next
STRICT: Final = b"purl.oclc.org/ooxml/spreadsheetml"
SMALL_START: Final = 4_096
SMALL_PART: Final = 1_048_576


def refuse_unsafe(data: bytes, name: str, limits: Limits) -> None:
    """Refuse a file that is no workbook, or that could harm whoever opens it.

    Raises:
        RefusedFile: with the first fault found.
    """
    examine(data, name, limits)


def examine(data: bytes, name: str, limits: Limits) -> tuple[Carried, ...]:
    """Judge a file, and say what it carries besides cells.

    Raises:
        RefusedFile: with the first fault found; `OtherKind` where another library may read it.
    """
    if len(data) > limits.file_bytes:
        raise too_large(name, len(data), limits)
    refuse_other_kinds(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            refuse_directory(package.infolist(), name, limits)
            return _parts(package, name, limits)
    except (RefusedFile, MemoryError):
        raise
    # Damage shows as whatever the zip library trips over: BadZipFile, zlib.error, struct.error,
    # NotImplementedError, EOFError and others.
    except Exception as fault:
        raise RefusedFile(
            "WBK006",
            f"{name} is damaged or cut short ({fault}): copy or download it again, "
            "or open it in Excel, let Excel repair it and save it",
        ) from fault


def too_large(name: str, size: int, limits: Limits) -> RefusedFile:
    """Return the refusal of a file over the size limit."""
    return RefusedFile(
        "SEC001",
        f"{name} is {size / 1e6:,.1f} MB; the limit is {limits.file_bytes / 1e6:,.0f} MB: "
        "save a copy with only the pay sheets",
    )


def _parts(package: zipfile.ZipFile, name: str, limits: Limits) -> tuple[Carried, ...]:
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
        with package.open(entry) as stream:
            # Every part is read to its end, so that a wrong checksum anywhere is found.
            while block := stream.read(BLOCK):
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


def _small(package: zipfile.ZipFile, entry: zipfile.ZipInfo | None) -> bytes:
    if entry is None:
        return b""
    with package.open(entry) as stream:
        return stream.read(SMALL_PART)
