"""The workbook: a trust's own pay workbook in, typed rows out; every value knows its cell.

Names are brought in when they are first used, so that the process which parses a file starts
without what it does not need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xl_vsm.sheets.apart.caps import Caps
    from xl_vsm.sheets.entry import AnyEntry, Entry, State
    from xl_vsm.sheets.layout import Layout, TableLayout
    from xl_vsm.sheets.limits import Limits
    from xl_vsm.sheets.post import Particulars, PostRow
    from xl_vsm.sheets.reader import Opened, opened, read, read_book, read_bytes
    from xl_vsm.sheets.refused import RefusedFile
    from xl_vsm.sheets.workbook import ReadFault, SheetRead, Workbook

__all__ = [
    "AnyEntry",
    "Caps",
    "Entry",
    "Layout",
    "Limits",
    "Opened",
    "Particulars",
    "PostRow",
    "ReadFault",
    "RefusedFile",
    "SheetRead",
    "State",
    "TableLayout",
    "Workbook",
    "opened",
    "read",
    "read_book",
    "read_bytes",
]

_HOMES = {
    "xl_vsm.sheets.apart.caps": ("Caps",),
    "xl_vsm.sheets.entry": ("AnyEntry", "Entry", "State"),
    "xl_vsm.sheets.limits": ("Limits",),
    "xl_vsm.sheets.layout": ("Layout", "TableLayout"),
    "xl_vsm.sheets.post": ("Particulars", "PostRow"),
    "xl_vsm.sheets.reader": ("Opened", "opened", "read", "read_book", "read_bytes"),
    "xl_vsm.sheets.refused": ("RefusedFile",),
    "xl_vsm.sheets.workbook": ("ReadFault", "SheetRead", "Workbook"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Bring in a public name when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
