"""The smallest .xls, .ods and .xlsb files, as far as their readers ask for."""

from __future__ import annotations

import struct
from typing import Final

from install.classic.vba.compound_file import compound_file
from tests.sheets.books import package

BOF: Final = 0x0809
WORKBOOK: Final = 0x0005
SHEET: Final = 0x0010
ROWS: Final = (("Post", "Salary", "FTE"), ("Chief Executive", 171250, 1))

ODS_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    '<office:body><office:spreadsheet><table:table table:name="Pay">'
)
ODS_TAIL: Final = "</table:table></office:spreadsheet></office:body></office:document-content>"


def xls() -> bytes:
    """Return an .xls workbook of one sheet."""
    return compound_file({"Workbook": _biff()})


def xls_in_a_loop() -> bytes:
    """Return an .xls whose list of sectors leads from one sector back to itself."""
    data = bytearray(xls())
    (table,) = struct.unpack_from("<I", data, 76)
    (directory,) = struct.unpack_from("<I", data, 48)
    struct.pack_into("<I", data, 512 * (table + 1) + 4 * directory, directory)
    return bytes(data)


def encrypted() -> bytes:
    """Return what Excel makes of a workbook with a password: a package inside another file."""
    return compound_file({"EncryptedPackage": b"\x10" * 64, "EncryptionInfo": b"\x04\x00\x04\x00"})


def xls_without_a_workbook() -> bytes:
    """Return a compound file that holds no workbook."""
    return compound_file({"Something": b"else" * 200})


def ods(rows: str = "") -> bytes:
    """Return an .ods workbook of one sheet."""
    text = ODS_HEAD + (rows or "".join(map(_ods_row, ROWS))) + ODS_TAIL
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    return package(
        [
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", manifest.encode()),
            ("content.xml", text.encode()),
        ]
    )


def ods_that_fills_the_memory() -> bytes:
    """Return an .ods workbook with one cell far out, for which a reader makes all before it."""
    empty = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/>'
    far = '<table:table-row><table:table-cell table:number-columns-repeated="16383"/>'
    value = '<table:table-cell office:value-type="float" office:value="1"/>'
    end = "</table:table-row>"
    return ods(_ods_row(ROWS[0]) + empty + end + far + value + end)


def xlsb() -> bytes:
    """Return a package that says it is an .xlsb workbook, and holds none."""
    kind = b"application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    types = b'<Types><Override PartName="/xl/workbook.bin" ContentType="%b"/></Types>' % kind
    return package([("[Content_Types].xml", types), ("xl/workbook.bin", b"\x83\x01\x00")])


def _ods_row(row: tuple[str | int, ...]) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        if isinstance(value, int)
        else f'<table:table-cell office:value-type="string"><text:p>{value}</text:p>'
        "</table:table-cell>"
        for value in row
    )
    return f"<table:table-row>{cells}</table:table-row>"


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _begin(kind: int) -> bytes:
    return _record(BOF, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _biff() -> bytes:
    """Write the records of one sheet: texts as LABEL, numbers as NUMBER."""
    end = _record(0x000A)
    page = _record(0x0042, struct.pack("<H", 1200))
    name = b"Pay"
    tail = struct.pack("<BBBB", 0, 0, len(name), 0) + name
    start = len(_begin(WORKBOOK) + page + end) + 4 + 4 + len(tail)
    sheets = _record(0x0085, struct.pack("<I", start) + tail)
    cells = b"".join(
        _number(row, column, value) if isinstance(value, int) else _label(row, column, value)
        for row, values in enumerate(ROWS)
        for column, value in enumerate(values)
    )
    size = _record(0x0200, struct.pack("<IIHHH", 0, len(ROWS), 0, 3, 0))
    return _begin(WORKBOOK) + page + sheets + end + _begin(SHEET) + size + cells + end


def _number(row: int, column: int, value: int) -> bytes:
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def _label(row: int, column: int, value: str) -> bytes:
    text = value.encode("latin-1")
    return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 0) + text)
