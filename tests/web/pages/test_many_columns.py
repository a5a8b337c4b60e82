"""A workbook of more columns than a form has room for: each sheet can still be corrected."""

from __future__ import annotations

import io
import re

import httpx
import pytest
from openpyxl import Workbook

from tests.web.pages.officer import Form, Officer, title, words

SHEETS, COLUMNS = 40, 30
KNOWN = ("Reference", "Post", "Base salary (£)", "WTE")


def saved(book: Workbook) -> bytes:
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def sites(number: int) -> tuple[str, bytes]:
    """Return a workbook of so many sheets with thirty columns each."""
    book = Workbook()
    book.remove(book.worksheets[0])
    others = [f"Month {month} code" for month in range(COLUMNS - len(KNOWN))]
    for site in range(number):
        sheet = book.create_sheet(f"Site {site}")
        sheet.append([*KNOWN, *others])
        for post in range(2):
            sheet.append([f"{site}-{post}", "Director", 150_000, 1, *range(len(others))])
    return "sites.xlsx", saved(book)


@pytest.fixture(scope="module")
def found(officer: Officer) -> httpx.Response:
    return officer.check(sites(SHEETS), confirmed="yes")


def columns_of(officer: Officer, page: httpx.Response) -> dict[str, set[str]]:
    report = officer.goes_on(page, "/download/report.json").json()["workbooks"][0]
    return {sheet["name"]: set(sheet["columns"]) for sheet in report["sheets"]}


def test_the_form_stays_small_and_leads_to_every_sheet(
    officer: Officer, found: httpx.Response
) -> None:
    page = officer.goes_on(found, "/columns")
    assert title(page) == "How the columns were read"
    assert len(Form(page.text, "/check").fields) < 20
    read = "Post reference, Post, Salary, Whole time equivalent"
    assert f"4 of 30 columns are read: {read}." in words(page)
    assert "column-0." not in page.text
    closed = re.findall(r'name="open" value="0 1 (Site \d+)"', page.text)
    assert closed == [f"Site {number}" for number in range(SHEETS)]


def test_sheets_are_corrected_one_after_the_other(officer: Officer, found: httpx.Response) -> None:
    page = officer.goes_on(found, "/columns", open="0 1 Site 37")
    page = officer.goes_on(page, "/columns", **{"column-0.37-C": ""}, open="0 1 Site 25")
    assert '<option value="" selected>' in page.text.partition('id="column-0.25-E"')[2]
    read = columns_of(officer, officer.goes_on(page, **{"column-0.25-D": ""}))
    without = {name: {"salary", "fte"} - fields for name, fields in read.items()}
    changed = {name: fields for name, fields in without.items() if fields}
    assert changed == {"Site 37": {"salary"}, "Site 25": {"fte"}}


def test_what_is_wrong_on_a_sheet_that_was_opened_is_said_there(
    officer: Officer, found: httpx.Response
) -> None:
    page = officer.goes_on(found, "/columns", open="0 1 Site 37")
    wrong = officer.goes_on(page, **{"column-0.37-D": "salary"})
    assert wrong.status_code == 422
    assert 'href="#column-0.37-D">Site 37: columns C and D cannot both be the salary' in wrong.text
    assert 'id="column-0.37-D"' in wrong.text
    right = officer.goes_on(wrong, **{"column-0.37-C": ""})
    assert columns_of(officer, right)["Site 37"] == {"reference", "post", "salary"}


def test_very_many_sheets_without_columns(officer: Officer) -> None:
    book = Workbook()
    book.worksheets[0].append(KNOWN)
    book.worksheets[0].append(["1001", "Director", 150_000, 1])
    for number in range(600):
        book.create_sheet(f"Empty {number}")
    found = officer.check(("empty.xlsx", saved(book)), confirmed="yes")
    page = officer.goes_on(officer.goes_on(found, "/columns"), "/columns", open="0 1 Sheet")
    assert len(Form(page.text, "/check").fields) < 20
    found = officer.goes_on(page, **{"column-0.0-C": ""})
    assert columns_of(officer, found)["Sheet"] == {"reference", "post", "fte"}


def test_one_sheet_of_very_many_columns(officer: Officer) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    others = [f"Month {number} code" for number in range(1_100)]
    sheet.append([*others, *KNOWN])
    sheet.append([*range(1_100), "1001", "Director", 150_000, 1])
    found = officer.check(("wide.xlsx", saved(book)), confirmed="yes")
    page = officer.goes_on(found, "/columns")
    assert "804 more columns of this sheet cannot be shown here" in words(page)
    assert 'id="column-0.0-APK"' in page.text  # what was read comes before what was not
    found = officer.goes_on(page, **{"column-0.0-APK": ""})
    assert columns_of(officer, found) == {"Sheet": {"reference", "post", "fte"}}
