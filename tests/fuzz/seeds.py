"""The first files that the fuzzer changes: tiny, and each with something of its own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final

MAIN: Final = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL: Final = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = b"http://schemas.openxmlformats.org/package/2006"
HEAD: Final = b'<?xml version="1.0" encoding="UTF-8"?>'

TYPES: Final = (
    HEAD + b'<Types xmlns="%b/content-types">' % PACKAGE + b'<Default Extension="rels" ContentType='
    b'"application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Default Extension="xml" ContentType="application/xml"/>'
    b'<Override PartName="/xl/workbook.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    b'<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    b'<Override PartName="/xl/styles.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
    b'<Override PartName="/xl/sharedStrings.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)
ROOT: Final = HEAD + (
    b'<Relationships xmlns="%b/relationships"><Relationship Id="rId1" '
    b'Type="%b/officeDocument" Target="xl/workbook.xml"/></Relationships>' % (PACKAGE, REL)
)
LINKS: Final = HEAD + (
    b'<Relationships xmlns="%b/relationships">'
    b'<Relationship Id="rId1" Type="%b/worksheet" Target="worksheets/sheet1.xml"/>'
    b'<Relationship Id="rId2" Type="%b/styles" Target="styles.xml"/>'
    b'<Relationship Id="rId3" Type="%b/sharedStrings" Target="sharedStrings.xml"/>'
    b"</Relationships>" % (PACKAGE, REL, REL, REL)
)
BOOK: Final = HEAD + (
    b'<workbook %b xmlns:r="%b"><workbookPr/><sheets>'
    b'<sheet name="Pay" sheetId="1" r:id="rId1"/></sheets>'
    b'<definedNames><definedName name="Pay">Pay!$A$1:$C$3</definedName></definedNames>'
    b"</workbook>" % (MAIN, REL)
)
STYLES: Final = HEAD + (
    b'<styleSheet %b><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%%"/></numFmts>'
    b'<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills>'
    b'<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    b'<cellXfs count="3"><xf/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>'
    b'<cellStyles count="1"><cellStyle name="Normal" xfId="0"/></cellStyles></styleSheet>' % MAIN
)
STRINGS: Final = HEAD + (
    b'<sst %b count="3"><si><t>Post</t></si><si><t>Salary</t></si><si><r><t>F</t></r>'
    b"<r><t>TE</t></r></si><si><t>Chief Executive</t></si></sst>" % MAIN
)
HEADINGS: Final = (
    b'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    b'<c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>Start date</t></is></c>'
    b'<c r="E1" t="inlineStr"><is><t>Pension rate</t></is></c></row>'
)
ROWS: Final = {
    "plain": b'<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2"><v>171250</v></c>'
    b'<c r="C2"><v>1</v></c><c r="D2" s="2"><v>45748</v></c><c r="E2" s="1"><v>.125</v></c></row>',
    "formulas": b'<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2"><f>100*2</f><v>200</v></c>'
    b'<c r="C2" t="e"><f t="shared" ref="C2:C3" si="0">B2/0</f><v>#DIV/0!</v></c>'
    b'<c r="D2" t="d"><v>2025-04-01T00:00:00</v></c><c r="E2" t="str"><f>""</f><v></v></c></row>'
    b'<row r="3"><c r="A3" t="str"><v>x</v></c><c r="B3"><f t="array" ref="B3">_xldudf_VSM_BAND'
    b'(A3)</f><v>1</v></c><c r="C3"><f t="shared" si="0"/><v>2</v></c></row>',
    "text": b'<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>CEO</t></is></c>'
    b'<c r="B2" t="inlineStr"><is><t>\xc2\xa3171,250</t></is></c><c r="C2" t="b"><v>1</v></c>'
    b'<c r="D2" t="inlineStr"><is><t>01/04/2025</t></is></c>'
    b'<c r="E2" t="inlineStr"><is><t>12.5%</t></is></c></row>',
}
AFTER: Final = b'<mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells>'
COLUMNS: Final = b'<cols><col min="3" max="3" width="9" hidden="1"/></cols>'


def seeds() -> Iterator[tuple[str, bytes]]:
    """Give each seed with a name."""
    for name, rows in ROWS.items():
        sheet = (
            HEAD
            + b"<worksheet %b>" % MAIN
            + b'<dimension ref="A1:E3"/>'
            + COLUMNS
            + b"<sheetData>"
            + HEADINGS
            + rows
            + b"</sheetData>"
            + AFTER
            + b"</worksheet>"
        )
        yield name, packed(parts(sheet))


def parts(sheet: bytes) -> list[tuple[str, bytes]]:
    """Return the parts of the smallest workbook with a given sheet."""
    return [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/styles.xml", STYLES),
        ("xl/sharedStrings.xml", STRINGS),
    ]


def packed(contents: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a package of parts, stored as they are so that a change shows."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in contents:
            made.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()
