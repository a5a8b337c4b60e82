"""A workbook's path as the kind of address that readers of SARIF follow."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final
from urllib.parse import quote

BASE: Final = "%SRCROOT%"
"""What a relative address begins at, by the name that code hosts know: the repository."""


def location_of(path: str, index: int) -> dict[str, object]:
    """Return the location of a workbook.

    Args:
        path: as the report names it.
        index: its place among the report's artifacts.
    """
    uri = uri_of(path)
    if uri.startswith("file:"):
        return {"uri": uri, "index": index}
    return {"uri": uri, "uriBaseId": BASE, "index": index}


def uri_of(path: str) -> str:
    """Return a relative address for a relative path, and a file's address for an absolute one."""
    here = Path(path)
    if here.is_absolute():
        return here.as_uri()
    return quote(os.fsencode(here.as_posix()))
