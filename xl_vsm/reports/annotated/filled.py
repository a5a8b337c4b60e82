"""Which of some cells hold a value."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from xl_vsm.reports.annotated.addresses import Cell, cell_of

_PREFIX: Final = rb"(?:[^\s<>\"'/:!?]+:)?"
_ROW: Final = re.compile(rb"<" + _PREFIX + rb"row\s[^<>]*?\br=[\"'](\d{1,7})[\"']")
_END_OF_ROW: Final = re.compile(rb"</" + _PREFIX + rb"row\s*>")
_CELL: Final = re.compile(
    rb"<" + _PREFIX + rb"c\s(?:[^<>]*\s)?r=[\"']([A-Z]{1,3}\d{1,7})[\"'][^<>]*(?<!/)>"
    rb"(.*?)</" + _PREFIX + rb"c\s*>",
    re.DOTALL,
)
_VALUE: Final = re.compile(rb"<" + _PREFIX + rb"[vt](?:\s[^<>]*)?>[^<]")


def filled_cells(xml: bytes, start: int, end: int, wanted: set[Cell]) -> set[Cell]:
    """Return those of the wanted cells that hold a value and are no links already.

    Args:
        xml: the sheet.
        start: where its rows begin.
        end: where they end.
        wanted: the cells to look for. One whose place is not written in the sheet is not found.
    """
    rows: dict[int, set[Cell]] = defaultdict(set)
    for cell in wanted:
        rows[cell.row].add(cell)
    found: set[Cell] = set()
    for row in _ROW.finditer(xml, start, end):
        if int(row[1]) in rows:
            stop = _END_OF_ROW.search(xml, row.end(), end)
            found |= _in_row(xml[row.end() : stop.start() if stop else end], rows[int(row[1])])
    return found


def _in_row(xml: bytes, wanted: set[Cell]) -> set[Cell]:
    return {
        cell
        for each in _CELL.finditer(xml)
        if (cell := cell_of(each[1].decode("ascii"))) in wanted
        and cell is not None
        and _VALUE.search(each[2])
        and b"HYPERLINK(" not in each[2].upper()
    }
