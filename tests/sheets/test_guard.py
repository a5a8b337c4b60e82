"""Files that are refused before any parser sees them."""

import io
import re
import warnings
import zipfile

import pytest
import xlsxwriter

from xl_vsm.sheets import Limits, RefusedFile, read, read_bytes
from xl_vsm.sheets.guard import refuse_unsafe
from xl_vsm.sheets.refused import REFUSALS

from .books import HEADINGS, package, parts_of, with_part, write

SHEET = "xl/worksheets/sheet1.xml"
ROW = ("Chief Executive", 171250, 1)


@pytest.fixture
def good(tmp_path):
    return write(tmp_path, [HEADINGS, ROW]).read_bytes()


def refusal(data, name="pay.xlsx", **limits):
    with pytest.raises(RefusedFile) as caught:
        read_bytes(data, name, limits=Limits(**limits), apart=False)
    assert caught.value.name == REFUSALS[caught.value.code]
    assert str(caught.value) == caught.value.message
    assert name in caught.value.message
    return caught.value


def test_a_good_workbook_passes(good):
    assert read_bytes(good, "pay.xlsx").rows[0].key == "Chief Executive"
    assert read_bytes(good, "pay.xlsx").path == "pay.xlsx"


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "WBK002", "empty"),
        (b"Post,Salary\nCEO,1\n", "WBK003", "CSV"),
        (b"\xef\xbb\xbfPost\tSalary\n", "WBK003", "CSV"),
        (b"hello", "WBK003", "a text file"),
        (b"<!doctype html><html></html>", "WBK003", "HTML"),
        (b"<table><tr></tr></table>", "WBK003", "HTML"),
        (b"<?xml version='1.0'?><a/>", "WBK003", "XML"),
        (b'{"a": 1}', "WBK003", "JSON"),
        (b"%PDF-1.7", "WBK003", "PDF"),
        (b"\x01\x02\x00\x03", "WBK003", "binary"),
        (
            b"<?xml version='1.0'?><Book xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
            "WBK005",
            "2003",
        ),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "WBK005", ".xls"),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "WBK004",
            "password",
        ),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "WBK003", "Word"),
        (b"PK\x03\x04 and no more", "WBK006", "damaged"),
        (package([("a.txt", b"x")]), "WBK003", "zip archive"),
        (package([("in/pay.xlsx", b"x")]), "WBK003", "unpack it"),
        (package([("mimetype", b"application/vnd.oasis.opendocument.text")]), "WBK003", "Open"),
        (
            package([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]),
            "WBK005",
            ".ods",
        ),
        (package([("[Content_Types].xml", b"<T>wordprocessingml</T>")]), "WBK003", "Word"),
        (package([("[Content_Types].xml", b"<T>other</T>")]), "WBK003", "Office"),
        (package([("[Content_Types].xml", b"<T>ms-excel.sheet.binary</T>")]), "WBK005", ".xlsb"),
        (package([("[Content_Types].xml", b"<T>ms-excel.addin</T>")]), "WBK003", "add-in"),
    ],
)
def test_what_is_no_workbook_is_named(data, code, words):
    fault = refusal(data)
    assert fault.code == code
    assert words in fault.message


def test_the_lock_file_is_named():
    assert "lock file" in refusal(b"\x05Me", "~$pay.xlsx").message


def test_missing_folder_and_size(tmp_path, good):
    with pytest.raises(RefusedFile, match="no file"):
        read(tmp_path / "none.xlsx")
    with pytest.raises(RefusedFile, match="folder") as caught:
        read(tmp_path)
    assert caught.value.code == "WBK001"
    path = tmp_path / "pay.xlsx"
    with pytest.raises(RefusedFile) as caught:
        read(path, limits=Limits(file_bytes=10))
    assert caught.value.code == "SEC001"
    assert refusal(good, file_bytes=10).code == "SEC001"


def test_a_file_that_may_not_be_opened(tmp_path, monkeypatch):
    path = write(tmp_path, [HEADINGS, ROW])

    def denied(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", denied)
    with pytest.raises(RefusedFile, match="Permission denied") as caught:
        read(path)
    assert caught.value.code == "WBK001"


def test_truncated_and_corrupt(good):
    assert refusal(good[: len(good) // 2]).code == "WBK006"
    with zipfile.ZipFile(io.BytesIO(good)) as opened:
        start = opened.getinfo(SHEET).header_offset + 60
    flipped = bytearray(good)
    flipped[start] ^= 0xFF
    assert refusal(bytes(flipped)).code == "WBK006"


def test_what_unpacks_too_large(good):
    bomb = package([*parts_of(good).items(), ("xl/media/a.bin", b"0" * 3_000_000)])
    assert refusal(bomb).code == "SEC002"
    assert refusal(good, unpacked_bytes=100).code == "SEC002"
    assert refusal(good, parts=3).code == "SEC002"


@pytest.mark.parametrize("twin", [SHEET, SHEET.upper()])
def test_a_part_given_twice(good, twin):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = package([*parts_of(good).items(), (twin, b"<worksheet/>")])
    assert refusal(data).code == "SEC003"


@pytest.mark.parametrize("name", ["../evil.xml", "xl\\..\\evil.xml", "C:/evil.xml"])
def test_a_part_that_points_outside(good, name):
    assert refusal(package([*parts_of(good).items(), (name, b"")])).code == "SEC004"


def test_an_encrypted_part(good):
    data = bytearray(good)
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)).code == "WBK004"


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (SHEET, b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>"),
        (SHEET, b"<worksheet>" + b" " * 300_000 + b"<!DOCTYPE x></worksheet>"),
        (SHEET, b"<worksheet>" + b" " * (262_144 - 15) + b"<!DOCTYPE x></worksheet>"),
        (SHEET, '<?xml version="1.0"?><worksheet/>'.encode("utf-16")),
        (SHEET, '<?xml version="1.0"?><worksheet/>'.encode("utf-16-le")),
        (SHEET, b'<?xml version="1.0" encoding="cp037"?><worksheet/>'),
        ("xl/odd.part", b"<a/><!ENTITY b>"),
    ],
)
def test_a_document_type_declaration(good, part, content):
    parts = {**parts_of(good), part: content}
    assert refusal(package(parts.items()), ratio=10_000).code == "SEC005"


def test_the_xml_of_other_programs_may_be_in_any_encoding(good):
    item = '<?xml version="1.0"?><a/>'.encode("utf-16")
    data = package([*parts_of(good).items(), ("customXml/item1.xml", item), ("empty.xml", b"")])
    assert read_bytes(data, "pay.xlsx").rows


def cells(*references):
    rows = b"".join(b'<row><c r="%b"><v>1</v></c></row>' % each.encode() for each in references)
    return b"<worksheet><sheetData>%b</sheetData></worksheet>" % rows


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (cells("A1048577"), "SEC006"),
        (cells("XFE1"), "SEC006"),
        (cells("A0"), "SEC006"),
        (cells("A1", "XFD1048576"), "SEC006"),
        (cells("A1").replace(b'"', b"'").replace(b"A1", b"XFE1"), "SEC006"),
        (cells("A2", "A1"), "WBK006"),
        (cells("A1", "A1"), "WBK006"),
        (cells("A1") + b'<mergeCell ref="A1:XFD1048576"/>', "SEC006"),
    ],
)
def test_cells_that_no_honest_workbook_has(good, sheet, code):
    assert refusal(with_part(good, SHEET, lambda _: sheet)).code == code


def test_too_many_cells(good):
    fault = refusal(good, cells=5)
    assert fault.code == "SEC007"
    unnamed = b"<worksheet><sheetData>" + b"<row><c/><c><v>1</v></c></row>" * 4 + b"</sheetData>"
    assert refusal(with_part(good, SHEET, lambda _: unnamed), cells=5).code == "SEC007"


@pytest.mark.parametrize("size", range(262_100, 262_150, 3))
def test_a_cell_on_the_border_of_two_blocks_is_counted_once(good, size):
    start = b"<worksheet><sheetData><row>"
    data = start + b" " * (size - len(start)) + b'<c r="A1" s="0"/><c r="B1"/></row>'
    made = with_part(good, SHEET, lambda _: data)
    refuse_unsafe(made, "pay.xlsx", Limits(ratio=10_000, cells=2))
    with pytest.raises(RefusedFile):
        refuse_unsafe(made, "pay.xlsx", Limits(ratio=10_000, cells=1))


def test_a_sheet_outside_its_usual_folder_is_scanned_too(good):
    types = b'<Override PartName="/odd/s.xml" ContentType="x.worksheet+xml"/>'
    types += b'<Default Extension="strange" ContentType="x.worksheet+xml"/>'
    data = with_part(good, "[Content_Types].xml", lambda old: old.replace(b"</Types>", types))
    for name in ("odd/s.xml", "odd/s.strange"):
        made = package([*parts_of(data).items(), (name, cells("XFE1"))])
        assert refusal(made).code == "SEC006"


def test_strict_open_xml_is_named(good):
    transitional = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    fault = refusal(with_part(good, SHEET, lambda old: old.replace(transitional, strict)))
    assert fault.code == "WBK005"
    assert "Strict" in fault.message


def test_a_workbook_without_a_worksheet(tmp_path):
    path = tmp_path / "pay.xlsx"
    book = xlsxwriter.Workbook(str(path))
    data = book.add_worksheet("Pay")
    chart = book.add_chart({"type": "line"})
    assert chart is not None
    chart.add_series({"values": "=Pay!$A$1:$A$2"})
    book.add_chartsheet("Chart").set_chart(chart)
    data.write_row(0, 0, HEADINGS)
    book.close()
    made = with_part(
        path.read_bytes(),
        "xl/workbook.xml",
        lambda old: re.sub(rb'<sheet name="Pay"[^>]*/>', b"", old),
    )
    fault = refusal(made)
    assert fault.code == "WBK003"
    assert "no worksheet" in fault.message


def test_what_openpyxl_cannot_parse(good):
    fault = refusal(with_part(good, "xl/styles.xml", lambda _: b"<styleSheet><fills><x/>"))
    assert fault.code == "WBK006"
    assert "repair" in fault.message


def test_what_cannot_be_mended_either(good):
    data = with_part(good, SHEET, lambda old: old.replace(b"171250", b"NaN"))
    data = with_part(data, "xl/styles.xml", lambda _: b"<styleSheet><fills><x/>")
    assert refusal(data).code == "WBK006"
