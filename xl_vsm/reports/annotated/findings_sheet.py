"""The sheet of findings as a part of its own: words only, and links to the cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from xl_vsm.reports.annotated.addresses import column_letters
from xl_vsm.reports.annotated.looks import height, is_wide, style_of
from xl_vsm.reports.annotated.page import CELL, COLUMNS, READ, Line, web_address
from xl_vsm.reports.annotated.relationships import OFFICE
from xl_vsm.reports.annotated.text import place, xml_text
from xl_vsm.reports.annotated.workbook_part import MAIN

NAME: Final = "VSM findings"
PART: Final = "xl/worksheets/vsmFindings%d.xml"
KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
LAST: Final = len(COLUMNS) - 1
MOST_LINKS: Final = 60_000
"""Links on one sheet; Excel ends at 65,530."""

_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetPr><tabColor rgb="FFC00000"/>'
    '<pageSetUpPr fitToPage="1"/></sheetPr>'
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
    '<sheetFormatPr defaultRowHeight="15"/>'
)
_FOOT: Final = (
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
)


@dataclass(slots=True)
class Links:
    """The links of the sheet: each is a cell of ours and where it leads."""

    inside: list[tuple[str, str]] = field(default_factory=list)
    outside: list[tuple[str, str]] = field(default_factory=list)


def links_of(lines: list[Line], sheets: Iterable[str]) -> Links:
    """Return the links to the cells of these sheets, by their names in small letters."""
    links = Links()
    known = set(sheets)
    for row, line in enumerate(lines[:MOST_LINKS], start=1):
        each = line.finding
        if each is None:
            continue
        if each.sheet and each.cell and each.sheet.casefold() in known:
            links.inside.append((_at(row, CELL), place(each.sheet, each.cell)))
        if url := web_address(each):
            links.outside.append((_at(row, READ), url))
    return links


def sheet_xml(
    lines: list[Line], links: Links, styles: dict[str, int], pages: dict[str, str]
) -> bytes:
    """Return the sheet.

    Args:
        lines: its rows, from the top.
        links: its links.
        styles: the number of each style in this workbook.
        pages: for each address outside, what this part calls it.
    """
    linked = {cell for cell, _ in (*links.inside, *links.outside)}
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{signs}" customWidth="1"/>'
        for n, (_, signs) in enumerate(COLUMNS, start=1)
    )
    pieces = [f"{_HEAD}<cols>{widths}</cols><sheetData>".encode()]
    pieces += [_row(n, line, styles, linked) for n, line in enumerate(lines, start=1)]
    pieces.append(b"</sheetData>")
    wide = [n for n, line in enumerate(lines, start=1) if is_wide(line) and line.cells]
    pieces.append(b'<mergeCells count="%d">' % len(wide))
    pieces += [f'<mergeCell ref="{_at(n, 0)}:{_at(n, LAST)}"/>'.encode() for n in wide]
    pieces.append(b"</mergeCells>")
    if linked:
        pieces += [b"<hyperlinks>", *_links(links, pages), b"</hyperlinks>"]
    return b"".join([*pieces, _FOOT.encode()])


def _row(number: int, line: Line, styles: dict[str, int], linked: set[str]) -> bytes:
    high = f' ht="{height(line):.1f}" customHeight="1"' if line.cells else ""
    cells = b"".join(
        _cell(_at(number, column), text, _style(line, column, number, styles, linked))
        for column, text in enumerate(line.cells)
    )
    return f'<row r="{number}"{high}>'.encode() + cells + b"</row>"


def _style(line: Line, column: int, row: int, styles: dict[str, int], linked: set[str]) -> str:
    number = styles.get(style_of(line, column, linked=_at(row, column) in linked))
    return "" if number is None else f' s="{number}"'


def _cell(at: str, text: str, style: str) -> bytes:
    if not text:
        return f'<c r="{at}"{style}/>'.encode()
    words = xml_text(text)
    return (
        f'<c r="{at}"{style} t="inlineStr"><is><t xml:space="preserve">'.encode()
        + words
        + b"</t></is></c>"
    )


def _links(links: Links, pages: dict[str, str]) -> Iterable[bytes]:
    for cell, where in links.inside:
        yield b'<hyperlink ref="%s" location="%s"/>' % (cell.encode(), xml_text(where))
    for cell, url in links.outside:
        yield f'<hyperlink ref="{cell}" r:id="{pages[url]}"/>'.encode()


def _at(row: int, column: int) -> str:
    return f"{column_letters(column + 1)}{row}"
