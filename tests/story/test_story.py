"""A year at a trust: from the workbook as it is kept to what the committee, the page and CI get."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import docx
import httpx
import openpyxl
import pytest

from tests.install.classic.office import printed
from tests.story.workbook import MENDS, POSTS, write
from tests.web.pages.officer import Officer, title
from tests.web.running import running
from xl_vsm.cli import main
from xl_vsm.web.protection import FIELD

pytestmark = pytest.mark.libreoffice
CORRECTED = {"[tables.columns]\n": '[tables.columns]\npost = "B"\nsalary = "D"\n'}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the trust's folder, with its workbook in it."""
    made = tmp_path_factory.mktemp("trust")
    write(made / "pay.xlsx")
    return made


@pytest.fixture(scope="module")
def officer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Officer]:
    with running(tmp_path_factory.mktemp("server"), workers=1) as server:
        one = Officer(server.base)
        yield one
        one.browser.close()


def found(workbook: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[tuple[str, str]]]:
    """Return the exit code of a check, and each error's code and cell."""
    capsys.readouterr()
    code = main(["check", str(workbook), "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    findings = report["workbooks"][0]["findings"]
    return code, [(f["code"], f["cell"]) for f in findings if f["severity"] == "error"]


def mended(folder: Path) -> Path:
    """Have LibreOffice open the workbook, type what is due into the wrong cells, and save it."""
    work = folder / "office"
    work.mkdir()
    typed = "\n".join(
        f'  sheet.getCellRangeByName("{cell}").Value = {value}' for cell, value in MENDS.items()
    )
    lines = f"""
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL("{(folder / "pay.xlsx").as_uri()}", "_blank", 0, hidden())
  sheet = doc.Sheets.getByName("Execs")
{typed}
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL("{(folder / "mended.xlsx").as_uri()}", kind())
  doc.close(True)
"""
    assert printed(work, lines) == []
    return folder / "mended.xlsx"


def shown(officer: Officer, workbook: Path, layout: Path) -> httpx.Response:
    """Return the page that comes of choosing a workbook and its layout, and pressing Check."""
    files = [("workbook", workbook), ("layout_file", layout)]
    parts = [(name, (path.name, path.read_bytes())) for name, path in files]
    return officer.browser.post("/check", files=[(FIELD, (None, officer.key)), *parts])


def texts(document: Path) -> str:
    """Return everything that a Word document says, its tables with it."""
    read = docx.Document(str(document))
    cells = (cell.text for table in read.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(each.text for each in read.paragraphs), *cells))


def test_from_the_messy_workbook_to_the_committee_the_page_and_ci(
    folder: Path, officer: Officer, capsys: pytest.CaptureFixture[str]
) -> None:
    pay = folder / "pay.xlsx"
    before = pay.read_bytes()

    # What is not sure is said, and nothing is guessed.
    code, errors = found(pay, capsys)
    assert code == 1
    assert errors[0] == ("WBK202", "C4")

    # The layout is kept, and corrected in an editor; it is used from then on.
    layout = folder / "pay.layout.toml"
    assert main(["layout", str(pay), "--save", str(layout)]) == 0
    text = layout.read_text("utf-8")
    for old, new in CORRECTED.items():
        text = text.replace(old, new)
    layout.write_text(text, "utf-8")
    code, errors = found(pay, capsys)
    assert code == 1
    assert errors == [("PEN102", "G6"), ("PEN101", "H6"), ("PEN103", "I6")]

    # The annotated copy marks those three cells, and the workbook itself is as it was.
    assert main(["check", str(pay), "--annotate", str(folder / "marked")]) == 1
    (copy,) = (folder / "marked").glob("*.xlsx")
    marked = openpyxl.load_workbook(copy)["Execs"]
    noted = {cell.coordinate for row in marked.iter_rows() for cell in row if cell.comment}
    assert noted == set(MENDS)
    assert pay.read_bytes() == before

    # Mended in a spreadsheet program, it is clean.
    clean = mended(folder)
    (folder / "mended.layout.toml").write_text(layout.read_text("utf-8"), "utf-8")
    assert found(clean, capsys) == (0, [])

    # The committee's papers have the post, its salary and what the framework says of it.
    papers = folder / "papers"
    case = [str(clean), "--post", "1002", "--output", str(papers / "case.docx")]
    papers.mkdir()
    assert main(["report", "pay-case", *case]) == 0
    said = texts(papers / "case.docx")
    assert "Director of Finance" in said
    assert "£132,000" in said
    assert "illustrative" in said
    annual = papers / "annual.docx"
    assert main(["report", "annual", str(clean), "--output", str(annual)]) == 0
    assert all(post[1] in texts(annual) for post in POSTS)

    # The page says the same of both workbooks, read by the same layout.
    assert title(shown(officer, pay, layout)).startswith("3 errors")
    assert "error" not in title(shown(officer, clean, layout))

    # And so does CI, by the files that it reads.
    sarif = folder / "results.sarif"
    assert main(["check", str(pay), "--format", "sarif", "--output", str(sarif)]) == 1
    results = json.loads(sarif.read_text("utf-8"))["runs"][0]["results"]
    assert [each["ruleId"] for each in results if each["level"] == "error"] == [
        "PEN102", "PEN101", "PEN103",
    ]  # fmt: skip
    assert main(["check", str(clean), "--format", "junit", "--output", str(folder / "j.xml")]) == 0
