"""The limits on a file, held before any parser or workbook library sees it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Final

from xl_vsm.sheets.kinds import SAVE_AS, refuse_other_kinds, refuse_package
from xl_vsm.sheets.parts import BLOCK, CellScan, MarkupScan, sheet_parts
from xl_vsm.sheets.refused import RefusedFile

CONTENT_TYPES: Final = "[content_types].xml"
TAIL: Final = 4_096  # bytes of one block that are seen again with the next
ENCRYPTED_FLAG: Final = 0x1
STRICT: Final = b"purl.oclc.org/ooxml/spreadsheetml"
SMALL_START: Final = 4_096
SMALL_PART: Final = 1_048_576


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a workbook may be.

    The largest of 2,951 real workbooks unpacked to 60 MB at a ratio of 69 in 1,033 parts; bombs
    have ratios of 400 and more.
    """

    file_bytes: int = 25_000_000
    unpacked_bytes: int = 400_000_000
    ratio: int = 150
    parts: int = 5_000
    cells: int = 5_000_000
    sparse_area: int = 20_000_000
    """The used area (last row times last column) above which cells must not be this sparse:"""
    sparse_factor: int = 50
    merged_area: int = 1_000_000


def refuse_unsafe(data: bytes, name: str, limits: Limits) -> None:
    """Refuse a file that is no workbook, or that could harm whoever opens it.

    Raises:
        RefusedFile: with the first fault found.
    """
    refuse_other_kinds(data, name)
    if len(data) > limits.file_bytes:
        raise too_large(name, len(data), limits)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _directory(package.infolist(), name, limits)
            _parts(package, name, limits)
    except RefusedFile:
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


def _directory(entries: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    if len(entries) > limits.parts:
        raise RefusedFile(
            "SEC002", f"{name} has {len(entries):,} parts; the limit is {limits.parts:,}"
        )
    seen: set[str] = set()
    for entry in entries:
        # Readers disagree on which of two such parts counts, so one could hide from a check.
        if entry.filename.lower() in seen:
            raise RefusedFile(
                "SEC003", f"{name} holds the part {entry.filename} twice: {SAVE_AS} again"
            )
        seen.add(entry.filename.lower())
        path = entry.filename.replace("\\", "/")
        if ".." in path.split("/") or re.match(r"[A-Za-z]:", path):
            raise RefusedFile(
                "SEC004", f"{name} holds a part named {entry.filename!r}, which points outside it"
            )
        if entry.flag_bits & ENCRYPTED_FLAG:
            raise RefusedFile("WBK004", f"{name} is encrypted: save a copy without a password")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > limits.unpacked_bytes:
        raise RefusedFile(
            "SEC002",
            f"{name} would unpack to {unpacked / 1e6:,.0f} MB; "
            f"the limit is {limits.unpacked_bytes / 1e6:,.0f} MB",
        )
    if unpacked > limits.ratio * max(packed, 1):
        raise RefusedFile(
            "SEC002",
            f"{name} would unpack to {unpacked / max(packed, 1):,.0f} times its size; "
            f"the limit is {limits.ratio} times",
        )


def _parts(package: zipfile.ZipFile, name: str, limits: Limits) -> None:
    real = {entry.filename.lower(): entry for entry in package.infolist()}
    content_types = _small(package, real.get(CONTENT_TYPES))
    refuse_package(content_types, frozenset(real), _small(package, real.get("mimetype")), name)
    sheets = sheet_parts(content_types)
    cells = CellScan(name, limits.cells, limits.sparse_area, limits.sparse_factor)
    cells.merged_limit = limits.merged_area
    for lower, entry in real.items():
        markup = MarkupScan(name, entry.filename)
        is_sheet = sheets(lower)
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
                used = cells.feed(text) if is_sheet else 0
                tail = text[max(used, len(text) - TAIL) :]
        if is_sheet:
            cells.finish()


def _small(package: zipfile.ZipFile, entry: zipfile.ZipInfo | None) -> bytes:
    if entry is None:
        return b""
    with package.open(entry) as stream:
        return stream.read(SMALL_PART)
