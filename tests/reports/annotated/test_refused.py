"""Workbooks that are better left alone, and why."""

from __future__ import annotations

import io
from collections.abc import Callable
from zipfile import ZipFile

import pytest

from tests.reports.annotated.books import changed, plain, replaced, rich
from tests.reports.annotated.compare import difference, finding, report
from xl_vsm.reports.annotated import CannotAnnotate, annotate

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOOK, SHEET, STYLES = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"
FOUND = report(finding("Pay", "B2"))
DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "c">]>'


def with_doctype(part: bytes) -> bytes:
    end = part.index(b"?>") + 2
    return part[:end] + DOCTYPE + part[end:]


def in_utf16(part: bytes) -> bytes:
    return part.decode("utf-8").replace("UTF-8", "UTF-16").encode("utf-16")


def cut_short(part: bytes) -> bytes:
    return part[: len(part) * 2 // 3]


def cell_that_ends_the_cells(part: bytes) -> bytes:
    return replaced((b"<v>120000</v>", b"<f><![CDATA[</sheetData>]]></f>"))(part)


CHANGED: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "strict": (BOOK, replaced((MAIN, b"http://purl.oclc.org/ooxml/spreadsheetml/main")), "Strict"),
    "other": (BOOK, replaced((MAIN, b"urn:other")), "is no workbook"),
    "no list": (BOOK, replaced((b"sheets>", b"leaves>")), "lists no sheets"),
    "entities": (SHEET, with_doctype, "declares its own document type"),
    "entities in styles": (STYLES, with_doctype, "declares its own document type"),
    "two bytes a sign": (BOOK, in_utf16, "UTF-16"),
    "cut short": (SHEET, cut_short, "no cells|not well-formed"),
    "styles cut short": (STYLES, cut_short, "not well-formed"),
    "no cells": (SHEET, replaced((b"sheetData", b"sheetDatum")), "no cells"),
    "a false end": (SHEET, cell_that_ends_the_cells, "not well-formed"),
    "another sheet": (SHEET, replaced((MAIN, b"urn:other")), "is no worksheet"),
    "types": ("[Content_Types].xml", cut_short, "not well-formed"),
    "no workbook": ("_rels/.rels", replaced((b"/officeDocument", b"/nothing")), "no .xlsx"),
}


@pytest.mark.parametrize("kind", CHANGED)
def test_what_is_not_as_excel_writes_it_is_left_alone(kind: str) -> None:
    part, change, why = CHANGED[kind]
    with pytest.raises(CannotAnnotate, match=why):
        annotate(changed(plain(), {part: change}), FOUND)


def test_a_signed_workbook_is_left_alone() -> None:
    signed = changed(plain(), added={"_xmlsignatures/origin.sigs": b""})
    with pytest.raises(CannotAnnotate, match="digitally signed"):
        annotate(signed, FOUND)


def test_a_workbook_shared_with_its_changes_tracked_is_left_alone() -> None:
    shared = changed(plain(), added={"xl/revisions/revisionHeaders.xml": b"<headers/>"})
    with pytest.raises(CannotAnnotate, match="stop sharing it"):
        annotate(shared, FOUND)


def test_two_parts_of_one_name_are_left_alone() -> None:
    twice = changed(plain(), added={"XL/Workbook.xml": b"<workbook/>"})
    with pytest.raises(CannotAnnotate, match="twice"):
        annotate(twice, FOUND)


@pytest.mark.parametrize("missing", [BOOK, SHEET, "[Content_Types].xml"])
def test_a_missing_part_is_said(missing: str) -> None:
    data = changed(plain(), without=[missing])
    if missing == SHEET:  # the list names a sheet without a part: there is nothing to mark
        assert annotate(data, FOUND).warnings == ("the sheet Pay has no cells to mark",)
        return
    with pytest.raises(CannotAnnotate, match=r"no \.xlsx|missing"):
        annotate(data, FOUND)


def test_a_damaged_part_is_said() -> None:
    data = bytearray(plain())
    with ZipFile(io.BytesIO(data)) as package:
        entry = package.getinfo("xl/theme/theme1.xml")
    place = entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2
    data[place] ^= 0xFF
    with pytest.raises(CannotAnnotate, match=r"theme1\.xml is damaged"):
        annotate(bytes(data), FOUND)


def test_what_is_no_package_is_said() -> None:
    with pytest.raises(CannotAnnotate, match=r"it is no \.xlsx or \.xlsm workbook"):
        annotate(b"Post,Salary\n", FOUND)
    with pytest.raises(CannotAnnotate, match="it is damaged"):
        annotate(plain()[:-30], FOUND)


def test_a_binary_workbook_is_said_to_be_of_another_kind() -> None:
    binary = replaced((b"xl/workbook.xml", b"xl/workbook.bin"))
    data = changed(plain(), {"_rels/.rels": binary}, added={"xl/workbook.bin": b"\x83\x01"})
    with pytest.raises(CannotAnnotate, match=r"it is no \.xlsx"):
        annotate(data, FOUND)


BROKEN_NOTES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "drawing": ("xl/drawings/vmlDrawing1.vml", replaced((b"</xml>", b""))),
    "words": ("xl/comments1.xml", replaced((b"commentList", b"commentPile"))),
    "words of another kind": ("xl/comments1.xml", replaced((MAIN, b"urn:other"))),
    "link": ("xl/worksheets/_rels/sheet1.xml.rels", replaced((b"vmlDrawing1.vml", b"none.vml"))),
}


@pytest.mark.parametrize("kind", BROKEN_NOTES)
def test_without_room_for_notes_the_cells_are_coloured_all_the_same(kind: str) -> None:
    part, change = BROKEN_NOTES[kind]
    data = changed(rich(), {part: change})
    copy = annotate(data, report(finding("Pay & 'awards' <£>", "B3")))
    assert not difference(data, copy)
    assert copy.marked == 1
    assert any("have no notes" in warning for warning in copy.warnings)
    assert part not in copy.touched
