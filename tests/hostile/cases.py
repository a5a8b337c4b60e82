"""Every kind of file that was tried: what it is, and what is to come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.fuzz.seeds import ROWS, packed, parts
from tests.hostile import attacks, old_kinds
from tests.hostile.attacks import SHEET, bomb, book, entities, names_twice, sheet
from tests.hostile.carrying import carrying
from tests.sheets.books import package, with_part

PLAIN = ROWS["plain"]
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of file.

    Attributes:
        what: the kind, in words.
        make: what makes it.
        code: what it is refused with, or noted with where it is read; empty where nothing is said.
        words: what the message must say.
        read: whether its cells are read.
        slow: whether making or reading it takes too long for the everyday tests.
    """

    what: str
    make: Callable[[], bytes]
    code: str = ""
    words: str = ""
    read: bool = False
    slow: bool = False


def cases() -> Iterator[Case]:
    """Give every case."""
    yield Case("a plain .xlsx", book, read=True)
    yield from _other_kinds()
    yield from _broken()
    yield from _bombs()
    yield from _attacks()
    yield from _odd_sheets()
    yield from carrying(Case)


def _other_kinds() -> Iterator[Case]:
    yield Case("an empty file", lambda: b"", "WBK002", "empty")
    yield Case("a .csv named .xlsx", lambda: b"Post,FTE\n", "WBK003", "CSV")
    yield Case("a web page named .xlsx", lambda: b"<html><table>", "WBK003", "HTML")
    yield Case("a PDF named .xlsx", lambda: b"%PDF-1.7", "WBK003", "PDF")
    yield Case("a zip archive with no workbook", lambda: package([("a", b"")]), "WBK003", "zip")
    yield Case("password-protected", old_kinds.encrypted, "WBK004", "save a copy without it")
    yield Case("an .xls", old_kinds.xls, "WBK007", "values alone", read=True)
    yield Case("an .ods", old_kinds.ods, "WBK007", "values alone", read=True)
    yield Case("an .xlsb cut down to nothing", old_kinds.xlsb, "WBK006", "save it as")
    yield Case("an .xls with no workbook in it", old_kinds.xls_without_a_workbook, "WBK006", "save")
    yield Case("an .xls whose sectors lead in a loop", old_kinds.xls_in_a_loop, "SEC010", "ended")
    yield Case("an .ods with one cell far out", old_kinds.ods_that_fills_the_memory, "WBK006", "")


def _broken() -> Iterator[Case]:
    yield Case("cut short", lambda: book()[:1000], "WBK006", "cut short")
    yield Case("a part with a wrong byte", _flipped, "WBK006", "damaged")
    yield Case("70,000 bytes after its end", lambda: book() + b"x" * 70_000, "WBK006", "damaged")
    yield Case("a size that the list of parts lies about", attacks.lying_size, "WBK006", "damaged")
    yield Case("a sheet that ends in the middle", lambda: _sheet(sheet()[:-40]), "WBK006", "repair")
    yield Case("no styles part", _without("xl/styles.xml"), "WBK006", "repair")
    yield Case("no list of texts", _without("xl/sharedStrings.xml"), "WBK006", "repair")
    yield Case("no sheet behind a name", _without(SHEET), "WBK003", "no worksheet")
    yield Case("a text that is not in the list", lambda: _sheet(_far_text()), "WBK006", "repair")
    yield Case("in Strict Open XML form", _strict, "WBK005", "Strict")
    yield Case("zipped again on a Mac", _from_a_mac, read=True)


def _bombs() -> Iterator[Case]:
    yield Case("a part of 3 million noughts", lambda: bomb(3_000_000), "SEC002", "times its size")
    yield Case(
        "a part of 450 million noughts", lambda: bomb(450_000_000), "SEC002", "MB", slow=True
    )
    yield Case("a bomb as an embedded object", attacks.nested_bomb, "SEC105", "object", read=True)
    yield Case("fifty parts in the same bytes", attacks.overlapping, "SEC011", "overlap")
    yield Case("5,001 parts", _many_parts, "SEC002", "5,001 parts")
    yield Case("a comment on every cell", attacks.comment_on_every_cell, "SEC006", "comments")
    link = b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'
    yield Case("a link on every cell", lambda: book(after=link), "SEC006", "links")
    merge = b'<mergeCells><mergeCell ref="A5:XFD1048576"/></mergeCells>'
    yield Case("every cell merged", lambda: book(after=merge), "SEC006", "merges")
    rows = b"".join(b'<row r="%d" ht="9"/>' % row for row in range(3, 1_000_001))
    yield Case("a million empty rows", lambda: book(PLAIN + rows), read=True, slow=True)
    deep = b"<row>" * 200_000
    yield Case("200,000 rows within rows", lambda: _sheet(sheet(deep), stored=True), "WBK006", "")


def _attacks() -> Iterator[Case]:
    yield Case("a thousand million laughs", attacks.laughs, "SEC005", "document type")
    reads = b'<!ENTITY x SYSTEM "file:///etc/passwd">'
    yield Case("an entity that reads a file", lambda: entities(reads, b"&x;"), "SEC005", "document")
    yield Case("a sheet in UTF-16", lambda: _sheet(sheet().decode().encode("utf-16")), "SEC005", "")
    yield Case("two parts with one name", lambda: names_twice(SHEET), "SEC003", "twice")
    yield Case("two names but for capitals", lambda: names_twice(SHEET.upper()), "SEC003", "twice")
    for name in ("../x.xml", "xl\\..\\..\\x.xml", "C:\\x.xml", "xl/\x1b[31m.xml"):
        made = book(more=((name, b"<x/>"),))
        yield Case(f"a part named {name!r}", lambda made=made: made, "SEC004", "outside")


def _odd_sheets() -> Iterator[Case]:
    claims = b'<dimension ref="A1:XFD1048576"/>'
    yield Case("a sheet that claims a million rows", lambda: book(before=claims), read=True)
    small = b'<dimension ref="A1:A1"/>'
    yield Case("a sheet that claims one cell", lambda: book(before=small), read=True)
    yield Case("a cell in the last row and column", lambda: book(PLAIN + FAR), "SEC006", "spread")
    columns = b'<cols><col min="3" max="2147483651" hidden="1"/></cols>'
    yield Case("2,147 million hidden columns", lambda: book(before=columns), read=True)
    bad = PLAIN.replace(b"171250", b"NaN")
    yield Case("a number that is none (NaN)", lambda: book(bad), read=True)
    huge = PLAIN.replace(b"171250", b"9" * 5000)
    yield Case("a number of 5,000 digits", lambda: book(huge), "", read=True)
    long = b'<row r="3"><c r="A3" t="str"><v>%b</v></c></row>' % (b"x" * 200_000)
    longest = sheet(PLAIN + long)
    yield Case("a text of 200,000 characters", lambda: _sheet(longest, stored=True), read=True)
    back = PLAIN.replace(b'r="B2"', b'r="A2"')
    yield Case("one cell given twice", lambda: book(back), "WBK006", "twice or out of order")
    tags = b"<c " * 80_000
    yield Case("80,000 tags that never end", lambda: _sheet(sheet(tags), stored=True), "WBK006", "")


def _sheet(content: bytes, *, stored: bool = False) -> bytes:
    return (packed if stored else package)(parts(content))


def _flipped() -> bytes:
    data = bytearray(book())
    data[data.index(b"xl/worksheets/sheet1.xml") + 40] ^= 0xFF
    return bytes(data)


def _without(name: str) -> Callable[[], bytes]:
    return lambda: package([part for part in parts(sheet()) if part[0] != name])


def _far_text() -> bytes:
    return sheet(PLAIN.replace(b'<c r="A2" t="s"><v>3', b'<c r="A2" t="s"><v>999'))


def _strict() -> bytes:
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return with_part(book(), SHEET, lambda old: old.replace(usual, strict))


def _from_a_mac() -> bytes:
    return book(more=(("__MACOSX/xl/._workbook.xml", b"\x00\x05\x16\x07"), (".DS_Store", b"\x00")))


def _many_parts() -> bytes:
    return book(more=tuple((f"xl/media/{number}", b"") for number in range(4_994)))
