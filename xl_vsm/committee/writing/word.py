"""Papers as one Word document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from xl_vsm.committee.paper import Note, Opening, Paper
from xl_vsm.committee.writing import word_blocks
from xl_vsm.committee.writing.looks import AMBER, BLUE, DARK, FONT, GREY, INK
from xl_vsm.committee.writing.word_parts import bookmark, link, shade
from xl_vsm.reports.plain import inert

if TYPE_CHECKING:
    from docx.document import Document


LONGEST = 255
"""Signs that a property of a document may have."""


def write(papers: Sequence[Paper], out: BinaryIO) -> None:
    """Write papers as one document, each from a page of its own.

    Args:
        papers: one or more.
        out: where the document goes.

    Raises:
        ModuleNotFoundError: python-docx is not installed; it comes with the extra `papers`.
    """
    import docx  # noqa: PLC0415 - an extra, and slow to bring in

    document = docx.Document()
    _set_up(document, papers)
    for number, paper in enumerate(papers):
        if number:
            document.add_page_break()  # type: ignore[no-untyped-call]
        _paper(document, paper, f"p{number + 1}")
    document.save(out)


def _set_up(document: Document, papers: Sequence[Paper]) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - an extra
    from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415

    properties = document.core_properties
    title = papers[0].title if len(papers) == 1 else papers[0].opening.organisation
    properties.title = inert(title)[:LONGEST]
    properties.author, properties.comments, properties.language = "xl-vsm", "", "en-GB"
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    if any(
        word_blocks.is_wide(block) for each in papers for s in each.sections for block in s.blocks
    ):
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin = page.bottom_margin = Mm(16)
    for name, size, colour in (
        ("Normal", 10, INK),
        ("Title", 22, DARK),
        ("Heading 1", 14, BLUE),
        ("Heading 2", 11, DARK),
        ("List Bullet", 10, INK),
    ):
        style: Any = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour)
        _in_that_font_everywhere(style)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    marks = dict.fromkeys(mark for paper in papers for mark in paper.opening.marks)
    words = " and ".join(marks)
    if words:
        header = page.header.paragraphs[0]
        run = header.add_run(f"Rests on {words} figures: see the first page")
        run.bold, run.font.size = True, Pt(9)
        shade(header, AMBER)
    footer = page.footer.paragraphs[0]
    run = footer.add_run(f"{inert(papers[0].opening.organisation)}. {papers[0].opening.asked}")
    run.font.size, run.font.color.rgb = Pt(7), RGBColor.from_string(GREY)


def _in_that_font_everywhere(style: Any) -> None:
    """Take the theme's own fonts off a style, which would win over the one that was set."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - an extra

    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def _paper(document: Document, paper: Paper, mark: str) -> None:
    document.add_heading(inert(paper.title), level=0)
    _opening(document, paper.opening)
    for section in paper.sections:
        document.add_heading(inert(section.heading), level=1)
        for block in section.blocks:
            word_blocks.add(document, block, mark)
    if paper.notes:
        document.add_heading("Rules and sources", level=1)
        document.add_paragraph("A number in brackets in this paper leads here.")
        _notes(document, paper.notes, mark)


def _opening(document: Document, opening: Opening) -> None:
    document.add_paragraph().add_run(opening.organisation).bold = True
    document.add_paragraph(f"{opening.asked} {opening.from_workbook}")
    for banner in opening.banners:
        line = document.add_paragraph()
        line.add_run(inert(banner)).bold = True
        shade(line, AMBER)


def _notes(document: Document, notes: Iterable[Note], mark: str) -> None:
    for note in notes:
        line = document.add_paragraph()
        bookmark(line, f"{mark}n{note.number}", f"[{note.number}] {note.title}")
        line.add_run(f". {note.says}")
        for source in note.sources:
            cited = source.reference
            told = document.add_paragraph(style="List Bullet")
            told.add_run(f"{cited.publisher}, " if cited.publisher else "")
            if cited.url:
                link(told, cited.title, cited.url)
            else:
                told.add_run(cited.title)
            told.add_run(f": {'; '.join(source.places)}")
            if source.dates:
                told.add_run(f". Figures: {source.dates}")
