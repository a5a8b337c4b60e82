"""What a Word document has that python-docx has no words for: links, bookmarks and shading."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from xl_vsm.committee.writing.looks import BLUE
from xl_vsm.reports.plain import inert

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_NUMBERS = count(1)
_PAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def shade(paragraph: Paragraph, colour: str) -> None:
    """Put a paragraph on a ground of a colour."""
    paragraph._p.get_or_add_pPr().append(_shading(colour))


def shade_cell(cell: Any, colour: str) -> None:
    """Put a table's cell on a ground of a colour."""
    cell._tc.get_or_add_tcPr().append(_shading(colour))


def bookmark(paragraph: Paragraph, name: str, text: str) -> None:
    """Add words that a link can lead to."""
    number = str(next(_NUMBERS))
    start = _element("w:bookmarkStart", {"w:id": number, "w:name": name})
    paragraph._p.append(start)
    paragraph.add_run(inert(text)).bold = True
    paragraph._p.append(_element("w:bookmarkEnd", {"w:id": number}))


def link(paragraph: Paragraph, text: str, url: str) -> None:
    """Add words that lead to a page."""
    related = paragraph.part.relate_to(url, _PAGE, is_external=True)
    _hyperlink(paragraph, text, {"r:id": related})


def to_bookmark(paragraph: Paragraph, text: str, name: str) -> None:
    """Add words that lead to a bookmark of the same document."""
    _hyperlink(paragraph, text, {"w:anchor": name})


def repeat_on_each_page(row: Any) -> None:
    """Have a table's row of headings stand on each page that the table goes on to."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader", {"w:val": "true"}))


def keep_together(row: Any) -> None:
    """Keep a row from being torn over two pages."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit", {"w:val": "true"}))


def describe(picture: Any, title: str, says: str) -> None:
    """Give a picture words for those who do not see it."""
    properties = picture._inline.docPr
    properties.set("title", inert(title))
    properties.set("descr", inert(says))


def _hyperlink(paragraph: Paragraph, text: str, where: dict[str, str]) -> None:
    from docx.shared import RGBColor  # noqa: PLC0415 - an extra

    around = _element("w:hyperlink", where)
    run = paragraph.add_run(inert(text))
    run.font.color.rgb = RGBColor.from_string(BLUE)
    run.underline = True
    around.append(run._r)
    paragraph._p.append(around)


def _shading(colour: str) -> Any:
    return _element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": colour})


def _element(name: str, attributes: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - an extra
    from docx.oxml.ns import qn  # noqa: PLC0415

    made: Any = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(attribute), value)
    return made
