"""The list of a package's parts, judged before any part is unpacked."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from xl_vsm.sheets.kinds import SAVE_AS
from xl_vsm.sheets.limits import Limits
from xl_vsm.sheets.refused import RefusedFile

ENCRYPTED_FLAG: Final = 0x1
LOCAL_HEADER: Final = 30  # bytes of a part's own header, without its name
METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DRIVE: Final = re.compile(r"[A-Za-z]:")


def refuse_directory(entries: Sequence[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    """Refuse a package by what its list of parts says.

    Raises:
        RefusedFile: SEC002, SEC003, SEC004, SEC011, WBK004 or WBK006.
    """
    if len(entries) > limits.parts:
        raise RefusedFile(
            "SEC002",
            f"{name} has {len(entries):,} parts; the limit is {limits.parts:,}: {SAVE_AS} again",
        )
    seen: set[str] = set()
    for entry in entries:
        # Readers disagree on which of two such parts counts, so one could hide from a check.
        if entry.filename.lower() in seen:
            raise RefusedFile(
                "SEC003", f"{name} holds the part {entry.filename!r} twice: {SAVE_AS} again"
            )
        seen.add(entry.filename.lower())
        _refuse_part(entry, name)
    _refuse_sizes(entries, name, limits)
    _refuse_overlaps(entries, name)


def _refuse_part(entry: zipfile.ZipInfo, name: str) -> None:
    path = entry.filename.replace("\\", "/")
    if ".." in path.split("/") or DRIVE.match(path) or not path.isprintable():
        raise RefusedFile(
            "SEC004",
            f"{name} holds a part named {entry.filename!r}, which points outside it, as no Excel "
            f"writes it: do not unpack it; {SAVE_AS} again if you trust where it came from",
        )
    if entry.flag_bits & ENCRYPTED_FLAG:
        raise RefusedFile("WBK004", f"{name} is encrypted: save a copy without a password")
    if entry.compress_type not in METHODS:
        raise RefusedFile(
            "WBK006", f"{name} is packed in a way that Excel does not read: {SAVE_AS} again"
        )


def _refuse_sizes(entries: Sequence[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > limits.unpacked_bytes:
        raise RefusedFile(
            "SEC002",
            f"{name} would unpack to {unpacked / 1e6:,.0f} MB; "
            f"the limit is {limits.unpacked_bytes / 1e6:,.0f} MB: "
            "save a copy with only the pay sheets",
        )
    if unpacked > limits.ratio * max(packed, 1):
        raise RefusedFile(
            "SEC002",
            f"{name} would unpack to {unpacked / max(packed, 1):,.0f} times its size; "
            f"the limit is {limits.ratio} times: save a copy with only the pay sheets",
        )


def _refuse_overlaps(entries: Sequence[zipfile.ZipInfo], name: str) -> None:
    """Refuse parts that share their bytes, by which a small file unpacks to a large one."""
    starts = sorted(entries, key=lambda entry: entry.header_offset)
    for entry, after in pairwise(starts):
        end = entry.header_offset + LOCAL_HEADER + len(entry.filename) + entry.compress_size
        if end > after.header_offset:
            raise RefusedFile(
                "SEC011",
                f"{name} holds parts that overlap ({entry.filename!r} and {after.filename!r}), as "
                f"no program writes them: do not unpack it; {SAVE_AS} again if you trust where "
                "it came from",
            )
