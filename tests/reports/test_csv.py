"""CSV: every finding, and nothing that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

import xl_vsm
from tests.conftest import ROOT
from tests.reports.hostile import TEXTS, book, finding, hostile_report, report
from tests.reports.many import Estate, most_held
from xl_vsm.findings import AnyReport
from xl_vsm.reports.csv_report import COLUMNS, MARK, safe, write

EXAMPLES = ROOT / "workbooks" / "examples"
AS_EXCEL_DOES = "CSV:44,34,76,1"
AS_TEXT = "CSV:44,34,76,1,,0,true"
"""LibreOffice's words: commas, quotes, UTF-8, from the first line; here what is quoted is text."""


def text(made: AnyReport) -> str:
    out = StringIO(newline="")
    write(made, out)
    return out.getvalue()


def rows(made: AnyReport) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text(made).removeprefix(MARK), newline="")))


@pytest.fixture(scope="module")
def examples() -> xl_vsm.Report:
    return xl_vsm.check([*sorted(EXAMPLES.glob("*.xlsx")), ROOT / "README.md"])


def test_a_row_for_every_finding_workbook_and_skip(examples: xl_vsm.Report) -> None:
    made = rows(examples)
    found = [row for row in made if row["kind"] == "finding"]
    assert len(found) == len(examples.findings) > 15
    skipped = [row for row in made if row["kind"] == "not checked"]
    assert len(skipped) == sum(len(book.not_checked) for book in examples.workbooks)
    books = [row for row in made if row["kind"] == "workbook"]
    assert [row["workbook"] for row in books] == [book.path for book in examples.workbooks]
    assert "could not be read" in books[-1]["message"]
    row = next(row for row in found if row["code"] == "PEN101")
    assert (row["sheet"], row["cell"], row["stated"]) == ("Board pay 2025-26", "X16", "10.7%")
    assert row["post"] == "1007"
    assert row["organisation"] == "Northmoor Vale NHS Foundation Trust"
    assert row["source_url"].startswith("https://")


def test_it_opens_in_excel(examples: xl_vsm.Report) -> None:
    made = text(examples)
    assert made.encode().startswith(b'\xef\xbb\xbf"kind",')
    assert made.endswith("\r\n")
    assert "\n" not in made.replace("\r\n", "")
    assert len(made.splitlines()) == 1 + len(rows(examples))
    assert set(rows(examples)[0]) == set(COLUMNS)


def test_the_run_is_told_first() -> None:
    stopped = Estate(report(book(accepted=2)), interrupted=True, redacted=True, profile="audit")
    made = rows(stopped)
    first = [row["message"] for row in made if row["kind"] == "run"]
    assert made[0]["kind"] == "run"
    assert first[0].startswith("The run was stopped before its end")
    assert any("left out of this report" in words for words in first)
    (whole,) = (row for row in made if row["kind"] == "workbook")
    assert whole["message"] == "3 posts read; 2 findings that an accepted run had already: left out"


@pytest.mark.parametrize(
    "live",
    [
        "=1+1",
        "+1",
        "-1+1",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        " =1",
        '"=1',
        "'=1",
        "\uff1d1",
        "\u22121+1",
        "-",
        "--1",
        "-2+cmd|' /C calc'!A0",
        "- a note",
    ],
)
def test_what_begins_like_a_formula_is_made_text(live: str) -> None:
    assert safe(live).startswith("'")


@pytest.mark.parametrize("plain", ["-5", "-1,234.50", "-£1,234", "-3%", "£5", "1-2", "a=b", ""])
def test_a_plain_number_stays_one(plain: str) -> None:
    assert safe(plain) == plain


def test_every_cell_of_a_hostile_report_is_safe() -> None:
    for row in rows(hostile_report()):
        for name, value in row.items():
            assert value.isprintable()
            assert not value.lstrip(" \"'").startswith(("=", "+", "@", "\uff1d")) or value[0] == "'"
            assert value == "" or safe(value) in (value, f"'{value}"), name
    assert sum("forged,row" in row["stated"] for row in rows(hostile_report())) == 1


@pytest.mark.libreoffice
@pytest.mark.parametrize("way", [AS_EXCEL_DOES, AS_TEXT])
def test_libreoffice_calculates_nothing_of_it(way: str, tmp_path: Path) -> None:
    made = hostile_report()
    source = tmp_path / "report.csv"
    with source.open("w", encoding="utf-8", newline="") as out:
        write(made, out)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += [f"--infilter={way}", "--convert-to", "xlsx", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    sheet = load_workbook(tmp_path / "report.xlsx").active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert sum(cell.value is not None for cell in cells) > 10 * len(TEXTS)
    assert [cell.value for cell in cells if cell.data_type in {"f", "e"}] == []
    assert not any(cell.hyperlink for cell in cells)
    if way == AS_TEXT:
        read = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=2)]
        assert read == [list(row.values()) for row in rows(made)]


def test_one_workbook_is_held_at_a_time() -> None:
    assert most_held(write, report(book(finding()))) <= 2
