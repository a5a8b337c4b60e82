"""The workbook: a trust's own pay workbook in, typed rows out; every value knows its cell."""

from xl_vsm.sheets.entry import AnyEntry, Entry, State
from xl_vsm.sheets.guard import Limits
from xl_vsm.sheets.layout import Layout, TableLayout
from xl_vsm.sheets.post import Particulars, PostRow
from xl_vsm.sheets.reader import read, read_book, read_bytes
from xl_vsm.sheets.refused import RefusedFile
from xl_vsm.sheets.workbook import ReadFault, SheetRead, Workbook

__all__ = [
    "AnyEntry",
    "Entry",
    "Layout",
    "Limits",
    "Particulars",
    "PostRow",
    "ReadFault",
    "RefusedFile",
    "SheetRead",
    "State",
    "TableLayout",
    "Workbook",
    "read",
    "read_book",
    "read_bytes",
]
