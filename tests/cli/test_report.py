"""`xl-vsm report`: each paper, written where it is wanted, and what cannot be."""

from __future__ import annotations

import hashlib
import sys
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.committee.books import book_of
from tests.conftest import ROOT
from xl_vsm.cli.parser import run

EXAMPLE = ROOT / "workbooks" / "examples" / "trust_board_pay.xlsx"
FAULTS = ROOT / "workbooks" / "examples" / "trust_board_pay_faults.xlsx"
MORE = {
    "pay-case": ["--post", "1011"],
    "annual": ["--workforce", "£27,500 £36,000 £47,250"],
    "costing": ["--scenario", "Higher: award 4%, ranges 3%", "--multipliers", "1.05 1.31"],
    "arrears": ["--from", "2025-04", "--to", "2025-07", "--paid-by", "2025-05-31"],
    "equality": [],
}


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize("kind", MORE)
def test_each_paper_is_written_as_each_kind_of_file(
    kind: str, ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"paper.{ending}"
    before = hashlib.sha256(EXAMPLE.read_bytes()).digest()
    assert run(["report", kind, str(EXAMPLE), *MORE[kind], "--output", str(out)]) == 0
    said = capsys.readouterr()
    assert str(out) in said.out
    assert "ILLUSTRATIVE: pay ranges" in said.err
    data = BytesIO(out.read_bytes())
    if ending == "docx":
        text = "\n".join(line.text for line in Document(data).paragraphs)
    else:
        sheets = load_workbook(data)
        text = "\n".join(
            str(cell)
            for sheet in sheets
            for row in sheet.iter_rows(values_only=True)
            for cell in row
        )
    assert "Northmoor Vale NHS Foundation Trust" in text
    assert "ILLUSTRATIVE" in text.upper() or kind in ("arrears", "equality")
    assert hashlib.sha256(EXAMPLE.read_bytes()).digest() == before


def test_it_is_named_after_the_workbook_where_no_name_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["report", "costing", str(EXAMPLE)]) == 0
    assert run(["report", "equality", str(EXAMPLE)]) == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["trust_board_pay costing.xlsx", "trust_board_pay equality.docx"]
    assert run(["report", "equality", str(EXAMPLE)]) == 2
    assert "there already, perhaps completed" in capsys.readouterr().err
    assert run(["report", "equality", str(EXAMPLE), "--force"]) == 0


def test_a_folder_gets_a_document_for_each_decision(tmp_path: Path) -> None:
    book = book_of(
        tmp_path,
        {"Post": "Director: of/Estates?", "Proposed salary": 150_000},
        {"Post": "Director of People", "Proposed salary": 151_000},
        {"Post": "Director of Strategy"},
    )
    cases = tmp_path / "cases"
    assert run(["report", "pay-case", str(book), "--output", str(cases)]) == 0
    names = sorted(path.name for path in cases.iterdir())
    assert names == ["Director of People.docx", "Director; of-Estates..docx".replace("..", ".")]


def test_a_folder_is_written_whole_or_not_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["Director of Estates", "Director of People", "DIRECTOR of people"]
    rows = [{"Post": name, "Proposed salary": 150_000} for name in names]
    words = ["report", "pay-case", str(book_of(tmp_path, *rows)), "--output"]
    cases = tmp_path / "cases"
    cases.mkdir()
    there = cases / "Director of People.docx"
    there.write_bytes(b"completed by somebody")
    assert run([*words, str(cases)]) == 2
    assert f"{there} is there already" in capsys.readouterr().err
    assert list(cases.iterdir()) == [there]
    assert there.read_bytes() == b"completed by somebody"
    assert run([*words, str(tmp_path / "others")]) == 0
    # Two names that differ by case alone are one file to Windows and to a Mac.
    assert sorted(path.name for path in (tmp_path / "others").iterdir()) == [
        "DIRECTOR of people (2).docx",
        "Director of Estates.docx",
        "Director of People.docx",
    ]


def test_a_salary_that_is_proposed_on_the_command_line(tmp_path: Path) -> None:
    out = tmp_path / "case.docx"
    words = ["report", "pay-case", str(EXAMPLE), "--proposed", "1011=£151,000"]
    assert run([*words, "--output", str(out)]) == 0
    document = Document(str(out))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "£151,000" in cells
    titles = [line.text for line in document.paragraphs if line.style.name == "Title"]
    assert titles == ["Pay case and justification: Director of Improvement"]
    assert run([*words, "--post", "1002", "--output", str(out), "--force"]) == 0
    titles = [line.text for line in Document(str(out)).paragraphs if line.style.name == "Title"]
    assert len(titles) == 2
    assert "Pay case and justification: Director of Improvement" in titles


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["pay-case", "--post", "9999"], "no post '9999' within the framework; it has 1001"),
        (["pay-case", "--proposed", "9999=£1"], "has no post '9999'; it has 1001"),
        (["pay-case", "--proposed", "£1"], "is not a post and its salary"),
        (
            ["pay-case", "--proposed", "1011=£1", "--proposed", "director of improvement=£2"],
            "two salaries are proposed for '1011'",
        ),
        (["pay-case", "--proposed", "1011=lots"], "is not an amount such as £142,500"),
        (["annual", "--workforce", "1 2"], "is not the 25th percentile"),
        (["annual", "--workforce", "3 2 1"], "is not the 25th percentile"),
        (["costing", "--scenario", "award 4%"], "is not a scenario such as"),
        (["costing", "--scenario", "More: awards 4%"], "not of 'awards'"),
        (["costing", "--scenario", "More: award 4"], "is not a percentage"),
        (["costing", "--scenario", "More: award 104%"], "from 0% to 100%"),
        (["costing", "--multipliers", "1.2"], "is not two multipliers"),
        (["costing", "--multipliers", "NaN 1.3"], "each multiplier is 1 or more"),
        (["costing", "--scenario", "More: award NaN%"], "is not a percentage"),
        (["pay-case", "--proposed", f"1011=£{'9' * 36}"], "is not an amount such as"),
        (["annual", "--workforce", "£0.001 £1 £2"], "is not the 25th percentile"),
        (["costing", "--effective", "9999-12-31"], "31 December 9999"),
        (["annual", "--effective", "0001-01-01"], "no pay year is known for 1 January 1"),
        (
            ["arrears", "--from", "2025-04", "--to", "9999-12", "--paid-by", "2025-05-31"],
            "60 months at most",
        ),
        (
            [
                "arrears",
                "--from",
                "2025-04",
                "--to",
                "2025-07",
                "--paid-by",
                "2026-01-01",
                "--known",
                "2025-05-31",
            ],
            "what is known now must not be less",
        ),
        (["costing", "--multipliers", "0.9 1.3"], "each multiplier is 1 or more"),
        (["costing", "--output", "costing.pdf"], "a .docx or an .xlsx file"),
        (["costing", "--output", "costings"], "name a file that ends in"),
        (["arrears", "--from", "June", "--to", "2025-07", "--paid-by", "2025-05-31"], "no month"),
        (
            ["arrears", "--from", "2025-08", "--to", "2025-07", "--paid-by", "2025-05-31"],
            "comes after the last one",
        ),
    ],
)
def test_what_cannot_be_is_said_in_words(
    words: list[str],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    kind, *more = words
    assert run(["report", kind, str(EXAMPLE), *more]) == 2
    assert says in capsys.readouterr().err.replace("is not a month", "no month")
    assert list(tmp_path.iterdir()) == []


def test_the_workbook_itself_is_never_written_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_of(tmp_path, {})
    before = book.read_bytes()
    assert run(["report", "costing", str(book), "--output", str(book), "--force"]) == 2
    assert "never written to" in capsys.readouterr().err
    assert book.read_bytes() == before


def test_a_file_that_is_no_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pay.xlsx"
    path.write_bytes(b"no workbook")
    out = tmp_path / "case.docx"
    assert run(["report", "pay-case", str(path), "--output", str(out)]) == 2
    assert "not an Excel workbook" in capsys.readouterr().err
    assert not out.exists()


def test_a_workbook_without_posts_gets_no_pay_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_of(tmp_path, {"Post": "Chair", "Role": None})
    out = tmp_path / "case.docx"
    assert run(["report", "pay-case", str(book), "--output", str(out)]) == 2
    assert "no post within the framework" in capsys.readouterr().err
    assert not out.exists()


def test_without_python_docx_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    out = tmp_path / "case.docx"
    assert run(["report", "pay-case", str(EXAMPLE), "--output", str(out)]) == 2
    assert 'pip install "xl-vsm[papers]"' in capsys.readouterr().err
    assert not out.exists()
    assert run(["report", "pay-case", str(EXAMPLE), "--output", str(tmp_path / "c.xlsx")]) == 0


def test_findings_and_rows_left_out_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "costing.xlsx"
    assert run(["report", "costing", str(FAULTS), "--output", str(out)]) == 0
    said = capsys.readouterr().err
    # An interim off payroll, a salary that says TBC, the chair and a non-executive director.
    assert "4 rows left out" in said
    assert "17 findings in this workbook" in said
