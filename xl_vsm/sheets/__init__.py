"""The workbook: a trust's own pay workbook in, typed rows out; every value knows its cell.

Names are brought in when they are first used, so that the process which parses a file starts
without what it does not need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_vsm.later import later

if TYPE_CHECKING:
    from xl_vsm.sheets.apart.caps import Caps
    from xl_vsm.sheets.entry import AnyEntry, Entry, State
    from xl_vsm.sheets.layout import Layout, TableLayout
    from xl_vsm.sheets.limits import Limits
    from xl_vsm.sheets.opening import Begun, Opened, begin, opened
    from xl_vsm.sheets.post import Particulars, PostRow
    from xl_vsm.sheets.reader import read, read_book, read_bytes
    from xl_vsm.sheets.refused import RefusedFile
    from xl_vsm.sheets.workbook import ReadFault, SheetRead, Workbook

__all__ = [
    "AnyEntry",
    "Begun",
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
    "begin",
    "opened",
    "read",
    "read_book",
    "read_bytes",
]

__getattr__ = later(
    __name__,
    {
        "apart.caps": ("Caps",),
        "entry": ("AnyEntry", "Entry", "State"),
        "limits": ("Limits",),
        "layout": ("Layout", "TableLayout"),
        "opening": ("Begun", "Opened", "begin", "opened"),
        "post": ("Particulars", "PostRow"),
        "reader": ("read", "read_book", "read_bytes"),
        "refused": ("RefusedFile",),
        "workbook": ("ReadFault", "SheetRead", "Workbook"),
    },
)
