"""Columns that were not made out, and what their reader says of them."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.reports.html.browser import browser_missing
from tests.web.pages.officer import EXAMPLES, FAULTS, MESSY, Officer, title, words
from tests.web.pages.reader import Reader

HOW_READ = "How the columns were read"
TWO = MESSY / "two_salaries.xlsx"


def made(*rows: tuple[object, ...], sheet: str = "Pay") -> bytes:
    book = Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def report_of(officer: Officer, page: object) -> dict:
    return officer.goes_on(page, "/download/report.json").json()["workbooks"][0]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.xlsx")), ids=lambda path: path.stem)
def test_nobody_is_asked_about_columns_that_are_certain(officer: Officer, path: Path) -> None:
    assert title(officer.check(path)) != HOW_READ


@pytest.mark.parametrize("name", ["american_dates", "millions_unsaid", "two_salaries"])
def test_whoever_chose_it_is_asked_about_columns_that_are_not(officer: Officer, name: str) -> None:
    page = officer.check(MESSY / f"{name}.xlsx")
    assert title(page) == HOW_READ
    assert "column-read--asked" in page.text


def test_leaving_it_as_it_is_changes_nothing(officer: Officer) -> None:
    page = officer.check(TWO)
    found = officer.goes_on(page)
    assert "can each be the salary, so none is used" in words(found)
    assert "salary" not in report_of(officer, found)["sheets"][0]["columns"]


def test_saying_which_column_is_the_salary_turns_wrong_to_right(officer: Officer) -> None:
    page = officer.check(TWO)
    found = officer.goes_on(page, **{"column-0.0-C": "salary"})
    assert "can each be the salary" not in words(found)
    report = report_of(officer, found)
    assert report["sheets"][0]["columns"]["salary"] == "C"
    assert [post["salary"] for post in report["posts"]] == ["190000", "134000"]
    layout = officer.goes_on(found, "/download/layout", which=TWO.name)
    assert tomllib.loads(layout.text)["tables"][0]["columns"]["salary"] == "C"
    again = officer.goes_on(found, "/columns")
    assert '<option value="salary" selected>' in again.text
    unchanged = officer.goes_on(again)
    assert report_of(officer, unchanged) == report


def test_the_layout_is_good_for_a_mended_copy_and_can_be_kept_as_a_file(officer: Officer) -> None:
    page = officer.goes_on(officer.check(TWO), **{"column-0.0-C": "salary"})
    kept = officer.goes_on(page, "/download/layout", which=TWO.name).text
    key = ("form_key", officer.key)
    again = officer.send("/again", [key, ("layout_for", TWO.name), ("layout", kept)])
    assert "The columns are read as you had them before" in words(again)
    mended = officer.goes_on(again, "/check")
    assert "Choose a workbook" in words(mended)
    fields = [key, ("layout_for", TWO.name), ("layout", kept)]
    found = officer.send("/check", fields, ("mended.xlsx", TWO.read_bytes()))
    assert report_of(officer, found)["sheets"][0]["columns"]["salary"] == "C"
    parts = [
        ("form_key", (None, officer.key)),
        ("workbook", ("pay.xlsx", TWO.read_bytes())),
        ("layout_file", ("pay.layout.toml", kept.encode())),
    ]
    found = officer.browser.post("/check", files=parts)
    assert report_of(officer, found)["sheets"][0]["columns"]["salary"] == "C"


def test_one_field_twice_is_said_at_the_field(officer: Officer) -> None:
    page = officer.check(TWO)
    wrong = officer.goes_on(page, **{"column-0.0-B": "salary", "column-0.0-C": "salary"})
    assert wrong.status_code == 422
    assert "Pay: columns B and C cannot both be the salary" in words(wrong)
    assert wrong.text.count('<option value="salary" selected>') == 2  # what was chosen is kept
    right = officer.goes_on(wrong, **{"column-0.0-B": ""})
    assert report_of(officer, right)["sheets"][0]["columns"]["salary"] == "C"


@pytest.mark.parametrize("said", ["", "row 1", "1048576", "99999999", "-1"])
def test_a_row_of_headings_that_is_none(officer: Officer, said: str) -> None:
    wrong = officer.goes_on(officer.check(TWO), **{"header-0.0": said})
    assert wrong.status_code == 422
    assert "Enter the row of the headings of Pay, a number up to 1,048,575" in words(wrong)
    assert 'href="#header-0.0"' in wrong.text
    assert f'value="{said}"' in wrong.text


def test_a_sheet_in_which_no_table_was_found(officer: Officer) -> None:
    rows = [("Wer", "Was", "Wieviel"), ("1001", "Chief Executive", 195000), ("1002", "CFO", 150000)]
    page = officer.check(("pay.xlsx", made(*rows)))
    assert title(page) == HOW_READ
    assert "No sheet of this workbook has a table of posts" in words(page)
    fields = {"A": "reference", "B": "post", "C": "salary"}
    said = {f"column-0.0-{letter}": name for letter, name in fields.items()}
    found = officer.goes_on(page, **said)
    assert report_of(officer, found)["rows"] == 2
    assert [post["salary"] for post in report_of(officer, found)["posts"]] == ["195000", "150000"]


def test_posts_that_stand_in_columns(officer: Officer) -> None:
    path = MESSY / "one_page_summary.xlsx"
    page = officer.goes_on(officer.check(path), "/columns")
    assert "In this table posts stand in columns" in words(page)
    before = report_of(officer, officer.check(path))["sheets"][0]
    place = before["rows"]["salary"]
    found = officer.goes_on(page, **{f"column-0.0-{place}": ""})
    after = report_of(officer, found)["sheets"][0]
    assert "salary" not in after["rows"]
    assert after["rows"] == {n: row for n, row in before["rows"].items() if n != "salary"}


def test_only_the_sheet_that_was_corrected_is_read_otherwise(officer: Officer) -> None:
    path = MESSY / "sheet_per_site.xlsx"
    before = report_of(officer, officer.check(path))
    page = officer.goes_on(officer.check(path), "/columns")
    (place,) = [n for n, sheet in enumerate(before["sheets"]) if sheet["name"] == "Royal"]
    letter = before["sheets"][place]["columns"]["salary"]
    found = officer.goes_on(page, **{f"column-0.{place}-{letter}": ""})
    after = {sheet["name"]: sheet for sheet in report_of(officer, found)["sheets"]}
    assert "salary" not in after["Royal"]["columns"]
    (other,) = [sheet for sheet in before["sheets"] if sheet["name"] == "Infirmary"]
    assert after["Infirmary"] == other


def test_several_tables_on_one_sheet_stay(officer: Officer) -> None:
    path = MESSY / "tables_below_each_other.xlsx"
    page = officer.goes_on(officer.check(path), "/columns")
    before = report_of(officer, officer.check(path))
    letter = before["sheets"][1]["columns"]["salary"]
    found = officer.goes_on(page, **{f"column-0.1-{letter}": ""})
    after = report_of(officer, found)
    assert [sheet["header_row"] for sheet in after["sheets"]] == [2, 7, 12]
    assert ["salary" in sheet["columns"] for sheet in after["sheets"]] == [True, False, True]


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"column-0.0-C": "no-such-field"}, 422),
        ({"read-0": "[]", "column-0.0-C": "salary"}, 200),
        ({"read-0": "no list"}, 422),
        ({"header-0.0": "1048577"}, 422),
    ],
)
def test_a_form_that_was_tampered_with_is_answered(
    officer: Officer, changed: dict[str, str], status: int
) -> None:
    page = officer.goes_on(officer.check(TWO), **changed)
    assert page.status_code == status
    assert "<h1" in page.text


@pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))
def test_in_a_browser(reader: Callable[..., Reader]) -> None:
    it = reader()
    it.checks(TWO, FAULTS)
    assert it.heading() == HOW_READ
    assert it.seen("h2") == 1  # only the workbook that has to be asked about
    it.page.get_by_label("Column C is").select_option(label="Salary")
    it.presses("Continue")
    assert it.heading().startswith("2 workbooks 12 errors, 4 warnings")
    assert it.complaints == []
