"""The drawing of notes, in the old markup that Excel still keeps them in.

Excel's own drawings are not always well-formed XML (they may hold <br> as web pages did), so this
one part is not looked at with a parser: shapes go in front of its last end tag.
"""

from __future__ import annotations

import re
from typing import Final

from xl_vsm.reports.annotated.addresses import Cell
from xl_vsm.reports.annotated.refused import CannotAnnotate

KIND: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NAMESPACES: Final = (
    b'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
EMPTY: Final = b"<xml %s></xml>" % _NAMESPACES

_END: Final = re.compile(rb"</xml\s*>\s*\Z")
_IN_USE: Final = re.compile(rb"_x0000_s(\d{1,9})")
_KIND_OF_SHAPE: Final = (
    b'<v:shapetype %s id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    b' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' % _NAMESPACES
)
_SHAPE: Final = (
    b'<v:shape %s id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;width:240pt;'
    b'height:%dpt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    b'<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    b'<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
    b'<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
    b"<x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>"
    b"<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>"
)
_FIRST: Final = 1_024
_SIGNS_A_LINE: Final = 44
_HIGHEST: Final = 300


def with_notes(drawing: bytes, part: str, cells: list[Cell], notes: list[str]) -> bytes:
    """Return a drawing with a box for each note, hidden until somebody points at its cell.

    Args:
        drawing: the drawing as it is.
        part: its name.
        cells: the cells.
        notes: what their notes say, for the size of the boxes.

    Raises:
        CannotAnnotate: the drawing does not end as one does.
    """
    end = _END.search(drawing)
    if end is None:
        raise CannotAnnotate(f"its part {part} is no drawing that notes can be added to")
    kind = b"" if b"_x0000_t202" in drawing else _KIND_OF_SHAPE
    first = max([_FIRST, *map(int, _IN_USE.findall(drawing))]) + 1
    shapes = (
        _SHAPE % (_NAMESPACES, first + number, _points(note), cell.row - 1, cell.column - 1)
        for number, (cell, note) in enumerate(zip(cells, notes, strict=True))
    )
    return b"".join([drawing[: end.start()], kind, *shapes, drawing[end.start() :]])


def _points(note: str) -> int:
    lines = sum(1 + len(line) // _SIGNS_A_LINE for line in note.split("\n"))
    return min(_HIGHEST, 10 + 13 * lines)
