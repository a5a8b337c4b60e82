"""Telling what was made here from what somebody has worked in since."""

from __future__ import annotations

from typing import Final
from zipfile import ZipFile

from xl_vsm.reports.annotated.findings_sheet import PART
from xl_vsm.reports.annotated.own_workbook import MADE

LARGEST: Final = 10_000
_PROPERTIES: Final = "docProps/core.xml"
_LAST_SAVED: Final = f">{MADE:%Y-%m-%dT%H:%M:%SZ}</dcterms:modified>".encode()


def is_made_here(package: ZipFile) -> bool:
    """Say whether a workbook is a copy, findings alone or a summary, as it was made.

    Whatever program saves it since gives the parts of a copy names of its own, and the others the
    day.
    """
    sizes = {entry.filename: entry.file_size for entry in package.infolist()}
    if PART % 1 in sizes:
        return True
    # It is asked of files that nobody has judged yet.
    small = sizes.get(_PROPERTIES, LARGEST + 1) <= LARGEST
    return small and _LAST_SAVED in package.read(_PROPERTIES)
