"""Workbooks to annotate, with most of what Excel can put into one."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterable
from zipfile import ZipFile

from xlsxwriter import Workbook

MACROS = b"\xd0\xcf\x11\xe0 stands in for compiled macros: nobody may read or change it"


def picture() -> io.BytesIO:
    """Return a picture of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    dot = chunk(b"IDAT", zlib.compress(b"\x00\xff\x00\x00"))
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + header + dot + chunk(b"IEND", b""))


def written(fill: Callable[[Workbook], object]) -> bytes:
    """Return a workbook that a function has put something into."""
    out = io.BytesIO()
    book = Workbook(out)
    fill(book)
    book.close()
    return out.getvalue()


def plain() -> bytes:
    """Return a workbook with one sheet of few cells."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("Pay")
        sheet.write_row(0, 0, ["Post", "Salary"])
        sheet.write_row(1, 0, ["Director", 120_000])

    return written(fill)


def rich(*, macros: bool = False) -> bytes:
    """Return a workbook with notes, pictures, charts, tables, lists, links, rules and the rest."""
    return written(lambda book: _rich(book, macros))


def _rich(book: Workbook, macros: bool) -> None:
    if macros:
        book.add_vba_project(io.BytesIO(MACROS), is_stream=True)
    money, red = book.add_format({"num_format": "£#,##0"}), book.add_format({"bg_color": "#FF0000"})
    sheet = book.add_worksheet("Pay & 'awards' <£>")
    sheet.write_row("A1", ["Post", "Salary", "Award", "Total"])
    for row in range(1, 40):
        sheet.write_row(row, 0, [f"Post {row}", 100_000 + row, 0.0325], money)
        sheet.write_formula(row, 3, f"=B{row + 1}*(1+C{row + 1})", money, 103_250)
    sheet.write_comment("B2", "A note of the trust's own", {"author": "Finance"})
    sheet.write_dynamic_array_formula("F1", "=UNIQUE(A2:A5)", None, "Post 1")
    sheet.write_array_formula("G1:G3", "{=B2:B4*2}", None, 1)
    sheet.write_rich_string("H1", "part ", red, "red", " text")
    sheet.write_url("A4", "internal:'Lists'!A1", None, "to the lists")
    sheet.write_url("A5", "https://www.england.nhs.uk", None, "out")
    sheet.write_formula("A6", '=HYPERLINK("https://www.england.nhs.uk","out")', None, "out")
    sheet.conditional_format("B2:B40", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("C2:C40", {"type": "cell", "criteria": ">", "value": 1, "format": red})
    sheet.data_validation("E2:E9", {"validate": "list", "source": "=Lists!$A$1:$A$3"})
    sheet.add_sparkline("I2", {"range": "B2:B9"})
    sheet.insert_image("K2", "dot.png", {"image_data": picture()})
    sheet.insert_textbox("K8", "words in a box")
    sheet.insert_button("K12", {"macro": "Anything", "caption": "Press"})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": ["Lists", 0, 1, 4, 1]})
    sheet.insert_chart("K15", chart)
    sheet.set_header("&L&G", {"image_left": "dot.png", "image_data_left": picture()})
    sheet.merge_range("A42:D42", "Totals are not checked", money)
    sheet.autofilter("A1:D40")
    sheet.set_h_pagebreaks([20])
    lists = book.add_worksheet("Lists")
    lists.add_table("A1:B6", {"data": [[f"Band {n}", n] for n in range(5)], "name": "Bands"})
    lists.protect("", {"select_locked_cells": True})
    book.add_worksheet("Empty").hide()
    book.add_chartsheet("Chart").set_chart(_line(book))
    book.define_name("Posts", "='Lists'!$A$2:$A$6")
    book.set_custom_property("Department", "People")


def _line(book: Workbook) -> object:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": ["Lists", 0, 1, 4, 1]})
    return chart


def changed(
    data: bytes,
    change: dict[str, Callable[[bytes], bytes]] | None = None,
    added: dict[str, bytes] | None = None,
    without: Iterable[str] = (),
) -> bytes:
    """Return a workbook with some parts changed, some more and some fewer."""
    out = io.BytesIO()
    left_out = set(without)
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w") as new:
        for entry in old.infolist():
            if entry.filename not in left_out:
                same = (change or {}).get(entry.filename, bytes)
                new.writestr(entry, same(old.read(entry)))
        for name, part in (added or {}).items():
            new.writestr(name, part)
    return out.getvalue()


def replaced(*pairs: tuple[bytes, bytes]) -> Callable[[bytes], bytes]:
    """Return what puts some bytes in the place of others, which must be there."""

    def change(part: bytes) -> bytes:
        for old, new in pairs:
            assert old in part, old
            part = part.replace(old, new)
        return part

    return change


def part(data: bytes, name: str) -> bytes:
    """Return one part of a workbook."""
    with ZipFile(io.BytesIO(data)) as package:
        return package.read(name)
