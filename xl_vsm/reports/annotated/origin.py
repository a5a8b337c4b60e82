"""Telling what was made here from what somebody has worked in since."""

from __future__ import annotations

from typing import Final
from zipfile import ZipFile

from xl_vsm.reports.annotated.findings_sheet import PART
from xl_vsm.reports.annotated.own_workbook import MADE

_PROPERTIES: Final = "docProps/core.xml"
_LAST_SAVED: Final = f">{MADE:%Y-%m-%dT%H:%M:%SZ}</dcterms:modified>".encode()


def is_made_here(package: ZipFile) -> bool:
    """Say whether a workbook is an annotated copy, or findings alone, as it was made.

    Whatever program saves it since gives the parts of a copy names of its own, and findings alone
    the day.
    """
    names = set(package.namelist())
    if PART % 1 in names:
        return True
    return _PROPERTIES in names and _LAST_SAVED in package.read(_PROPERTIES)
