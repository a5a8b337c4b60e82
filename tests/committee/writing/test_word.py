"""Word documents of papers, read again as Word would, and opened by LibreOffice."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.committee.books import book_of
from tests.committee.conftest import Checking
from tests.committee.office import converted
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.pay_case import pay_cases
from xl_vsm.committee.writing import word

WRITER = Path("/usr/lib/libreoffice/program/libswlo.so")


@pytest.fixture(scope="module")
def document(trust: Checked) -> bytes:
    out = BytesIO()
    word.write(pay_cases(trust, ["1001", "1011"]), out)
    return out.getvalue()


def test_each_paper_begins_a_page_and_says_what_it_rests_on(document: bytes) -> None:
    read = Document(BytesIO(document))
    titles = [line.text for line in read.paragraphs if line.style.name == "Title"]
    assert titles == [
        "Pay case and justification: Chief Executive",
        "Pay case and justification: Director of Improvement",
    ]
    body = read.element.body
    assert len(body.findall(f".//{qn('w:br')}[@{qn('w:type')}='page']")) == 1
    assert "illustrative" in read.sections[0].header.paragraphs[0].text
    assert sum("ILLUSTRATIVE: pay ranges" in line.text for line in read.paragraphs) == 2


def test_every_link_within_leads_somewhere(document: bytes) -> None:
    body = Document(BytesIO(document)).element.body
    anchors = {
        each.get(qn("w:anchor"))
        for each in body.iter(qn("w:hyperlink"))
        if each.get(qn("w:anchor"))
    }
    marks = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    numbers = [each.get(qn("w:id")) for each in body.iter(qn("w:bookmarkStart"))]
    assert anchors
    assert anchors <= set(marks)
    assert len(set(marks)) == len(marks)
    assert len(set(numbers)) == len(numbers)


def test_who_does_not_see_has_words_and_headings(document: bytes) -> None:
    read = Document(BytesIO(document))
    pictures = list(read.element.body.iter(qn("wp:docPr")))
    assert len(pictures) == 2
    assert all("Salary to be decided on £1" in each.get("descr") for each in pictures)
    assert read.core_properties.language == "en-GB"
    for table in read.tables:
        first = table.rows[0]._tr
        if len(table.columns) > 3:
            assert first.find(f".//{qn('w:tblHeader')}") is not None


def test_what_a_workbook_says_stays_words(tmp_path: Path, checked_of: Checking) -> None:
    title = '=HYPERLINK("http://example.invalid") <w:p/> $x^2$ \u202e Director of Estates'
    of = checked_of(book_of(tmp_path, {"Post": title}))
    out = BytesIO()
    word.write(pay_cases(of), out)
    read = Document(BytesIO(out.getvalue()))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    assert any(text.startswith("=HYPERLINK") and "<w:p/> $x^2$" in text for text in cells)
    with ZipFile(BytesIO(out.getvalue())) as parts:
        assert b"example.invalid" not in parts.read("word/_rels/document.xml.rels")
        assert "\u202e".encode() not in parts.read("word/document.xml")


@pytest.mark.libreoffice
@pytest.mark.skipif(not WRITER.is_file(), reason="LibreOffice Writer is not here")
def test_libreoffice_shows_it(document: bytes, tmp_path: Path) -> None:
    path = tmp_path / "case.docx"
    path.write_bytes(document)
    shown = converted([path], "pdf", tmp_path / "work") / "case.pdf"
    text = subprocess.run(
        ["pdftotext", "-layout", str(shown), "-"], check=True, capture_output=True, text=True
    ).stdout
    for said in ("£144,000", "£14,400", "£4,680", "£18,363", "exception zone", "To be completed:"):
        assert said in text
