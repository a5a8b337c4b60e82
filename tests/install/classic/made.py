"""The files that are ready for Excel on Windows, and how tests take them apart."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

CLASSIC = Path(__file__).parents[3] / "install" / "classic"
WORKBOOK, ADD_IN = CLASSIC / "xl_vsm.xlsm", CLASSIC / "xl_vsm.xlam"
BOTH = [WORKBOOK, ADD_IN]
WRAPPERS = {WORKBOOK: CLASSIC / "xlwings_udfs.bas", ADD_IN: CLASSIC / "xlwings_udfs_addin.bas"}


def parts(path: Path) -> dict[str, bytes]:
    """Return each part of a package, by name."""
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(path: Path, name: str) -> str:
    """Return one part of a package as text."""
    return parts(path)[name].decode()
