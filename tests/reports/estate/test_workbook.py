from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.conftest import ROOT
from tests.reports.estate.runs import finding, run, skipped, unread, workbook
from tests.template.office import converted
from xl_vsm import check
from xl_vsm.findings import ParametersReport, Report, WorkbookReport
from xl_vsm.reports.estate import estate_of
from xl_vsm.reports.estate.workbook import write

SHEETS = ["Summary", "By organisation", "By code", "Not checked", "By workbook"]
HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|'/c calc'!A1",
    '=HYPERLINK("http://example.org")',
    "http://example.org",
    "{=1}",
    "_x000D_",
    "<b>&\"'",
    "\x00\x07\x1b[31m",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\ud800",
    "long " * 20_000,
    "title",
]


@pytest.fixture(scope="module")
def report() -> Report:
    paths = sorted((ROOT / "workbooks" / "examples").glob("*.xlsx"))
    return check([*paths, ROOT / "README.md"])


def written(*workbooks: WorkbookReport, **changed: Any) -> bytes:
    out = io.BytesIO()
    write(run(*workbooks, **changed), out)
    return out.getvalue()


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(book: Workbook, sheet: str) -> list[tuple[Any, ...]]:
    return list(book[sheet].iter_rows(values_only=True))


def words(book: Workbook) -> list[str]:
    return [row[0] for row in rows(book, "Summary") if row[0]]


def test_the_tables_hold_what_was_counted(report: Report) -> None:
    out = io.BytesIO()
    write(report, out)
    book, estate = opened(out.getvalue()), estate_of(report)
    assert book.sheetnames == SHEETS
    organisations = {row[0]: row[1:] for row in rows(book, "By organisation")[1:]}
    assert organisations == {
        line.name: (
            line.workbooks,
            line.unread,
            line.posts,
            line.error,
            line.warning,
            line.note,
            line.not_checked,
        )
        for line in estate.organisations
    }
    codes = [row[1:] for row in rows(book, "By code")[1:]]
    assert codes == [
        (line.code, line.name, line.findings, line.workbooks, line.organisations)
        for line in estate.codes
    ]
    gaps = rows(book, "Not checked")[1:]
    assert gaps == [(line.code, line.name, line.times, line.workbooks) for line in estate.gaps]
    assert [row[0] for row in rows(book, "By workbook")[1:]] == [
        line.path for line in estate.workbooks
    ]


def test_each_column_has_its_heading() -> None:
    book = opened(written(workbook("a.xlsx"), unread("b.xlsx")))
    heading, read, not_read = rows(book, "By workbook")
    named = [dict(zip(heading, row, strict=True)) for row in (read, not_read)]
    assert [row["Posts"] for row in named] == [3, 0]
    assert [row["Errors"] for row in named] == [0, 1]
    assert [row["Read"] for row in named] == ["yes", "no"]
    assert (named[1]["Code"], named[1]["Why not"]) == ("WBK003", "not a workbook")
    assert None not in heading


def test_the_headings_stay_in_sight_can_be_filtered_and_are_printed_on_each_page() -> None:
    book = opened(written(workbook("a.xlsx"), workbook("b.xlsx")))
    for name in SHEETS[1:]:
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert book["By workbook"].auto_filter.ref == "A1:J3"


def test_the_first_sheet_says_what_was_found_and_what_was_left_out() -> None:
    figures = ParametersReport(
        release="1", effective=None, known=None, illustrative=("pay ranges",)
    )
    faulty = workbook("a.xlsx", "North Trust", findings=(finding(),), not_checked=(skipped(),))
    book = opened(
        written(faulty, interrupted=True, redacted=True, profile="audit", parameters=figures)
    )
    said = words(book)
    assert said[1] == "1 error, 0 warnings, 0 notes in 3 posts of 1 workbook; 1 organisation named"
    assert "The run was stopped after 1 workbook: the rest was not checked." in said
    assert "Figures and the titles of posts are left out." in said
    assert any("profile audit" in line for line in said)
    assert any(line.startswith("ILLUSTRATIVE: pay ranges: made-up") for line in said)
    counts = {row[0]: row[1] for row in rows(book, "Summary") if row[1] is not None}
    assert (counts["Workbooks"], counts["Posts"], counts["Not checked"]) == (1, 3, 1)


def test_an_estate_of_nothing_is_still_a_workbook() -> None:
    book = opened(written())
    assert book.sheetnames == SHEETS
    assert all(len(rows(book, name)) == 1 for name in SHEETS[1:])


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    books = (
        workbook(text, text, findings=(finding(text, name=text),), not_checked=(skipped(text),)),
        unread(text, message=text),
    )
    data = written(*books, profile=text)
    book = opened(data)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n", "inlineStr"}, cell.coordinate
                assert cell.hyperlink is None
                assert cell.value is None or not isinstance(cell.value, str) or cell.quotePrefix
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert parts.testzip() is None
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_a_text_that_looks_like_an_escape_is_shown_as_it_is() -> None:
    path = "_x0041_.xlsx"
    assert rows(opened(written(workbook(path))), "By workbook")[1][0] in {
        path,
        "_x005F_x0041_.xlsx",
    }


def test_the_same_report_gives_the_same_bytes() -> None:
    books = (workbook("a.xlsx", "North"), unread("b.xlsx"))
    assert written(*books) == written(*books)


@pytest.mark.libreoffice
def test_libreoffice_opens_it_with_every_row(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "estate.xlsx"
    with path.open("wb") as out:
        write(report, out)
    ours, theirs = (
        openpyxl.load_workbook(each)
        for each in (path, converted(path, tmp_path, "xlsx", functions=False))
    )
    assert theirs.sheetnames == SHEETS
    for name in SHEETS:
        shown = [[cell for cell in row if cell is not None] for row in rows(theirs, name)]
        meant = [[cell for cell in row if cell is not None] for row in rows(ours, name)]
        assert shown == meant
