"""Small files that harm a reader which believes them."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile

from tests.fuzz.seeds import HEAD, HEADINGS, MAIN, REL, ROWS, packed, parts
from tests.sheets.books import package, with_part

SHEET = "xl/worksheets/sheet1.xml"
SHEET_RELS = "xl/worksheets/_rels/sheet1.xml.rels"
TYPES = "[Content_Types].xml"


def sheet(rows: bytes = ROWS["plain"], before: bytes = b"", after: bytes = b"") -> bytes:
    """Return the XML of a sheet: headings and rows, with what stands before and after them."""
    start = HEAD + b'<worksheet %b xmlns:r="%b">' % (MAIN, REL) + before
    return start + b"<sheetData>" + HEADINGS + rows + b"</sheetData>" + after + b"</worksheet>"


def book(
    rows: bytes = ROWS["plain"],
    before: bytes = b"",
    after: bytes = b"",
    more: tuple[tuple[str, bytes], ...] = (),
    types: bytes = b"",
) -> bytes:
    """Return a workbook with a sheet, and more parts besides."""
    made = package([*parts(sheet(rows, before, after)), *more])
    return with_part(made, TYPES, lambda old: old.replace(b"</Types>", types + b"</Types>"))


def typed(part: str, kind: str) -> bytes:
    """Return the line that states a part's type."""
    return f'<Override PartName="/{part}" ContentType="{kind}"/>'.encode()


def entities(declared: bytes, used: bytes) -> bytes:
    """Return a workbook whose sheet declares entities."""
    row = b'<row r="2"><c r="A2" t="inlineStr"><is><t>%b</t></is></c></row>' % used
    declared = b"<!DOCTYPE worksheet [%b]>" % declared
    return with_part(book(), SHEET, lambda _: sheet(row).replace(HEAD, HEAD + declared))


def laughs() -> bytes:
    """Return a workbook in which ten texts of ten texts, and so on, come to a thousand million."""
    lines = [b'<!ENTITY a0 "ha">']
    lines += [
        b'<!ENTITY a%d "%b">' % (level, b"&a%d;" % (level - 1) * 10) for level in range(1, 10)
    ]
    return entities(b"".join(lines), b"&a9;")


def names_twice(second: str) -> bytes:
    """Return a workbook that holds a sheet under two names that programs may take for one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return package([*parts(sheet()), (second, sheet(ROWS["text"]))])


def bomb(size: int) -> bytes:
    """Return a workbook with a part of so many noughts."""
    return book(more=(("xl/media/image1.bin", b"0" * size),))


def nested_bomb() -> bytes:
    """Return a workbook that holds a bomb as an object: it is there, and is not opened."""
    inner = bomb(3_000_000)
    kind = "application/vnd.openxmlformats-officedocument.oleObject"
    name = "xl/embeddings/book1.xlsx"
    return book(more=((name, inner),), types=typed(name, kind))


def overlapping() -> bytes:
    """Return a package in which many names stand for the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts(sheet()):
            made.writestr(name, content)
        made.writestr("xl/media/a.bin", random.Random(1).randbytes(20_000))
        last = made.filelist[-1]
        for number in range(50):
            twin = zipfile.ZipInfo(f"xl/media/{number}.bin")
            for slot in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(twin, slot, getattr(last, slot))
            made.filelist.append(twin)
    return file.getvalue()


def lying_size(part: str = SHEET) -> bytes:
    """Return a workbook whose list says that a part is smaller than it is."""
    data = bytearray(book())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as opened:
        names = opened.namelist()
    place = -1
    for _ in range(names.index(part) + 1):
        place = data.index(b"PK\x01\x02", place + 1)
    data[place + 24 : place + 28] = struct.pack("<I", 50)
    return bytes(data)


def comment_on_every_cell() -> bytes:
    """Return a workbook with a comment on the whole grid, which openpyxl makes cell by cell."""
    note = (
        HEAD
        + b"<comments %b><authors><author/></authors><commentList>" % MAIN
        + b'<comment ref="A1:XFD1048576" authorId="0"><text><t>x</t></text></comment>'
        + b"</commentList></comments>"
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
    links = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="%b/comments" Target="/xl/comments1.xml"/></Relationships>'
    ) % REL
    more = (("xl/comments1.xml", note), (SHEET_RELS, links))
    return book(more=more, types=typed("xl/comments1.xml", kind))


def stored(rows: bytes) -> bytes:
    """Return a workbook with these rows, not compressed."""
    return packed(parts(sheet(rows)))
