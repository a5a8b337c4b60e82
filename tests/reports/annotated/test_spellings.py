"""Workbooks of other programs: other prefixes, encodings and quotes, as valid as Excel's."""

from __future__ import annotations

import io
import re
from zipfile import ZipFile

import pytest

from tests.reports.annotated.books import changed, part, plain, replaced, rich
from tests.reports.annotated.compare import difference, finding, report
from tests.reports.annotated.readers import opened
from xl_vsm.reports.annotated import annotate

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
FOUND = report(finding("Pay", "B2"), finding("Pay", "A2", "note"))


def prefixed(xml: bytes) -> bytes:
    named = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1x:", xml)
    return named.replace(b"xmlns=", b"xmlns:x=", 1)


def in_single_quotes(xml: bytes) -> bytes:
    return xml.replace(b'"', b"'")


@pytest.mark.parametrize("spelling", [prefixed, in_single_quotes])
def test_the_spelling_of_the_file_is_kept(spelling: object) -> None:
    assert callable(spelling)
    names = ["xl/workbook.xml", SHEET, STYLES, "xl/_rels/workbook.xml.rels", "[Content_Types].xml"]
    data = changed(plain(), dict.fromkeys(names, spelling))
    copy = annotate(data, FOUND)
    assert not difference(data, copy)
    book = opened(copy.data)
    assert book["Pay"]["B2"].comment is not None
    assert len(list(book["Pay"].conditional_formatting)) == 2
    assert book["VSM findings"]["A1"].font.b
    if spelling is prefixed:
        assert b"<x:conditionalFormatting " in part(copy.data, SHEET)


def test_another_encoding_is_kept() -> None:
    latin = replaced((b"UTF-8", b"ISO-8859-1"), (b"Pay", b"Pay in \xa3"))
    data = changed(plain(), {"xl/workbook.xml": latin})
    copy = annotate(data, report(finding("Pay in £", "B2", message="Salary is £5")))
    assert copy.marked == 1
    assert opened(copy.data).sheetnames == ["Pay in £", "VSM findings"]


def test_empty_lists_are_opened() -> None:
    data = changed(plain(), {STYLES: replaced((b'<dxfs count="0"/>', b'<dxfs count="0" />'))})
    copy = annotate(data, FOUND)
    assert not difference(data, copy)
    assert b'<dxfs count="3"><dxf>' in part(copy.data, STYLES)


def test_a_list_that_is_not_there_is_made() -> None:
    data = changed(plain(), {STYLES: replaced((b'<dxfs count="0"/>', b""))})
    copy = annotate(data, FOUND)
    styles = part(copy.data, STYLES)
    assert styles.index(b"</cellStyles><dxfs") < styles.index(b"<tableStyles")
    assert opened(copy.data)["Pay"].conditional_formatting


@pytest.mark.parametrize(
    "styles", [b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>']
)
def test_without_styles_there_are_notes_only(styles: bytes) -> None:
    data = changed(plain(), {STYLES: lambda _: styles})
    copy = annotate(data, FOUND)
    assert STYLES not in copy.touched
    assert "the workbook has no styles, so no cell is coloured" in copy.warnings
    assert opened(copy.data)["Pay"]["B2"].comment is not None


def test_backslashes_in_the_names_of_parts() -> None:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(plain())) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name.replace("/", "\\"), old.read(name))
    copy = annotate(out.getvalue(), FOUND)
    assert copy.marked == 2
    assert not difference(out.getvalue(), copy)


def with_another_kind(xml: bytes) -> bytes:
    head, found, rest = xml.partition(b"<Default ")
    assert found
    return head + b'<Default Extension="VML" ContentType="text/xml"/>' + found + rest


def test_another_kind_for_the_drawing_is_overruled_for_ours_only() -> None:
    data = changed(plain(), {"[Content_Types].xml": with_another_kind})
    types = part(annotate(data, FOUND).data, "[Content_Types].xml")
    assert b'<Override PartName="/xl/drawings/vsmNotes1.vml"' in types
    assert b'Extension="vml"' not in types


def test_the_schema_order_is_kept() -> None:
    data = rich()
    copy = annotate(data, report(finding("Pay & 'awards' <£>", "B3"), finding("Lists", "A2")))
    for name in (SHEET, "xl/worksheets/sheet2.xml"):
        xml = part(copy.data, name)
        end = xml.index(b"</sheetData>")
        order = (
            b"conditionalFormatting dataValidations hyperlinks pageMargins legacyDrawing".split()
        )
        places = [xml.rfind(b"<" + tag, end) for tag in order if xml.rfind(b"<" + tag, end) > 0]
        assert len(places) >= 4
        assert places == sorted(places)
