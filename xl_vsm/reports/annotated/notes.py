"""Notes on cells: their words, and the drawing that shows them. A cell's own note is kept."""

from __future__ import annotations

from typing import Final

from xl_vsm.reports.annotated import content_types, vml
from xl_vsm.reports.annotated.addresses import Cell, cell_of
from xl_vsm.reports.annotated.edits import append, edited
from xl_vsm.reports.annotated.marks import Mark
from xl_vsm.reports.annotated.outline import Element, outline
from xl_vsm.reports.annotated.package import Package
from xl_vsm.reports.annotated.refused import CannotAnnotate
from xl_vsm.reports.annotated.relationships import relate, relationships
from xl_vsm.reports.annotated.text import xml_text
from xl_vsm.reports.annotated.workbook_part import MAIN
from xl_vsm.reports.annotated.worksheet import Worksheet

AUTHOR: Final = b"xl-vsm"
MOST: Final = 10_000
"""Notes of ours on one sheet: each is a drawing, and Excel grows slow with many."""

_COMMENTS: Final = "xl/vsmComments%d.xml"
_COMMENTS_KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING: Final = "xl/drawings/vsmNotes%d.vml"
_EMPTY: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<comments xmlns="%s"><authors/><commentList/></comments>' % MAIN.encode()
)


def add_notes(package: Package, sheet: Worksheet, marks: list[Mark]) -> list[Mark]:
    """Add a note to each cell that has none.

    Args:
        package: the workbook; it is not changed where a note cannot be added.
        sheet: the sheet, which may have to be told of the drawing.
        marks: what the notes are to say.

    Returns:
        The marks whose notes were added.

    Raises:
        CannotAnnotate: the notes or the drawing that are there cannot be added to.
    """
    related = relationships(package, sheet.part)
    own = next((each.target for each in related if each.type == "comments"), None)
    xml = package.read(own) if own else _EMPTY
    root = outline(xml, own or "of its notes", 4)
    authors, comments = root.child("authors"), root.child("commentList")
    if root.namespace != MAIN or authors is None or comments is None:
        raise CannotAnnotate(f"its part {own} does not hold notes as Excel writes them")
    noted = _noted(comments)
    new = [mark for mark in marks if mark.cell not in noted][:MOST]
    if not new:
        return []
    _draw(package, sheet, [mark.cell for mark in new], [mark.note for mark in new])
    if own is None:
        own = package.free(_COMMENTS)
        content_types.declare_part(package, own, _COMMENTS_KIND)
        relate(package, sheet.part, "comments", own)
    p = root.prefix
    author = b"<%sauthor>%s</%sauthor>" % (p, AUTHOR, p)
    number = len(authors.children)
    said = b"".join(
        b'<%scomment ref="%s" authorId="%d"><%stext><%sr><%st xml:space="preserve">%s</%st></%sr>'
        b"</%stext></%scomment>"
        % (p, str(mark.cell).encode(), number, p, p, p, xml_text(mark.note), p, p, p, p)
        for mark in new
    )
    edits = [*append(xml, authors, author), *append(xml, comments, said)]
    package.write(own, edited(xml, edits))
    return new


def _noted(comments: Element) -> set[Cell]:
    references = (each.attributes.get("ref", "") for each in comments.children)
    return {cell for words in references if (cell := cell_of(words))}


def _draw(package: Package, sheet: Worksheet, cells: list[Cell], notes: list[str]) -> None:
    own = sheet.drawing_of_notes()
    if own is not None:
        related = relationships(package, sheet.part)
        part = next((each.target for each in related if each.id == own), None)
        if part is None:
            raise CannotAnnotate(f"the drawing of the notes of its part {sheet.part} is missing")
        package.write(part, vml.with_notes(package.read(part), part, cells, notes))
        return
    part = package.free(_DRAWING)
    package.write(part, vml.with_notes(vml.EMPTY, part, cells, notes))
    content_types.declare_extension(package, "vml", vml.KIND, part)
    sheet.draw_notes(relate(package, sheet.part, "vmlDrawing", part))
