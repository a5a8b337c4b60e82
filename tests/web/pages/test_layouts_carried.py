"""How a workbook is read, from page to page: for which workbook it holds, and what is refused."""

from __future__ import annotations

import io
import os
import zipfile

import httpx
import pytest
from openpyxl import Workbook

from tests.web.pages.officer import FAULTS, MESSY, Fields, Form, Officer, title, words

TWO = MESSY / "two_salaries.xlsx"
HEADINGS = ("Reference", "Post", "Salary")
KEPT = "The columns are read as you had them before"
LAYOUT = '[[tables]]\nsheet = "Pay"\nheader_row = 1\ncolumns = { reference = "A", salary = "C" }\n'
DAY_31_FEBRUARY = {"effective-day": "31", "effective-month": "2", "effective-year": "2025"}


def book(salary: int = 190_000, sheet: str = "Pay", padding: int = 0) -> bytes:
    made = Workbook()
    page = made.worksheets[0]
    page.title = sheet
    for row in (HEADINGS, ("1001", "Chief Executive", salary), ("1002", "Director", 150_000)):
        page.append(row)
    kept = io.BytesIO()
    made.save(kept)
    if padding:
        with zipfile.ZipFile(kept, "a") as package:
            package.writestr("xl/media/picture.bin", os.urandom(padding))
    return kept.getvalue()


A, B = ("a.xlsx", book(190_000)), ("b.xlsx", book(180_000))


@pytest.fixture(scope="module")
def large() -> tuple[tuple[str, bytes], tuple[str, bytes]]:
    """Give two workbooks that are together too large for a page to carry."""
    return ("one.xlsx", book(190_000, padding=5_000_000)), (
        "two.xlsx",
        book(180_000, padding=5_000_000),
    )


def columns_of(officer: Officer, page: httpx.Response) -> list[set[str]]:
    """Return what was read of each workbook of a page that carries them."""
    report = officer.goes_on(page, "/download/report.json").json()
    return [set(each["sheets"][0]["columns"]) for each in report["workbooks"]]


def fields_of(page: httpx.Response, action: str = "/check", **changed: str) -> Fields:
    return [(name, changed.get(name, value)) for name, value in Form(page.text, action).fields]


def salary_not_read(officer: Officer, *files: tuple[str, bytes]) -> httpx.Response:
    """Choose workbooks, and set the salary of the first to be not read."""
    read = officer.goes_on(officer.check(*files), "/columns")
    return officer.goes_on(read, **{"column-0.0-C": ""})


def test_the_layout_of_one_of_several_is_for_that_one_alone(officer: Officer) -> None:
    found = salary_not_read(officer, A, B)
    assert [("salary" in read) for read in columns_of(officer, found)] == [False, True]
    again = officer.send("/again", fields_of(found, "/again"))
    assert f"{KEPT}, in workbooks of the same names: a.xlsx." in words(again)
    for name, data, read in (("b.xlsx", B[1], True), ("c.xlsx", B[1], True), (*A, False)):
        page = officer.send("/check", fields_of(again), (name, data))
        (columns,) = columns_of(officer, page)
        assert ("salary" in columns) is read, name


def test_the_layout_of_one_alone_is_for_its_copy_of_any_name(officer: Officer) -> None:
    again = officer.send("/again", fields_of(salary_not_read(officer, A), "/again"))
    page = officer.send("/check", fields_of(again), ("mended.xlsx", A[1]))
    assert "salary" not in columns_of(officer, page)[0]
    page = officer.send("/check", fields_of(again), ("mended.xlsx", A[1]), B)
    assert ["salary" in read for read in columns_of(officer, page)] == [True, True]


def test_large_workbooks_may_be_chosen_again_in_any_order(
    officer: Officer, large: tuple[tuple[str, bytes], ...]
) -> None:
    one, two = large
    read = officer.send("/columns", fields_of(officer.check(one, two)), two, one)
    assert read.text.index("one.xlsx</h2>") < read.text.index("two.xlsx</h2>")
    fields = fields_of(read, **{"column-0.0-C": ""})
    found = officer.send("/check", fields, two, ("renamed.xlsx", one[1]))
    report = officer.send("/download/report.json", fields_of(found), two, one).json()
    columns = {each["path"]: each["sheets"][0]["columns"] for each in report["workbooks"]}
    assert {name: "salary" in each for name, each in columns.items()} == {
        "one.xlsx": False,
        "two.xlsx": True,
    }


def test_another_workbook_is_not_taken_for_a_large_one(
    officer: Officer, large: tuple[tuple[str, bytes], ...]
) -> None:
    one, two = large
    big = ("one.xlsx", book(padding=9_000_000))
    read = officer.send("/columns", fields_of(officer.check(big)), big)
    assert title(read) == "How the columns were read"
    fields = fields_of(read, **{"column-0.0-C": ""})
    for other in (two, one):  # another, and another of the same name
        page = officer.send("/check", fields, other)
        assert page.status_code == 422
        assert "Choose one.xlsx again: it was not sent, or is not as it was" in words(page)
    more = officer.send("/check", fields, big, two)
    assert "Leave two.xlsx out" in words(more)
    assert officer.send("/download/report.json", fields, two).status_code == 422
    # What was corrected is not lost by it, nor where no file was chosen.
    for page in (more, officer.send("/check", fields)):
        assert "What you chose and corrected is kept on this page" in words(page)
        found = officer.send("/check", fields_of(page), big)
        report = officer.send("/download/report.json", fields_of(found), big).json()
        assert "salary" not in report["workbooks"][0]["sheets"][0]["columns"]


def test_what_was_corrected_outlasts_faults_on_the_first_page(officer: Officer) -> None:
    found = officer.goes_on(officer.check(TWO), **{"column-0.0-C": "salary"})
    page = officer.send("/again", fields_of(found, "/again"))
    broken = ("old.xls", b"\xd0\xcf\x11\xe0" * 200)
    for files, changed, status in (
        ((), {}, 422),
        ((TWO,), DAY_31_FEBRUARY, 422),
        ((broken,), dict.fromkeys(DAY_31_FEBRUARY, ""), 422),
    ):
        page = officer.send("/check", fields_of(page, **changed), *files)
        assert page.status_code == status
        assert KEPT in words(page)
    found = officer.send("/check", fields_of(page), ("mended.xlsx", TWO.read_bytes()))
    assert "salary" in columns_of(officer, found)[0]


def test_a_layout_file_goes_with_one_workbook(officer: Officer) -> None:
    key = ("form_key", (None, officer.key))
    layout = ("layout_file", ("pay.layout.toml", LAYOUT.encode()))
    page = officer.browser.post("/check", files=[key, ("workbook", A), ("workbook", B), layout])
    assert page.status_code == 422
    assert "A layout file goes with one workbook: check that one by itself" in words(page)
    assert 'href="#layout_file"' in page.text
    page = officer.browser.post("/check", files=[key, ("workbook", A), layout])
    assert columns_of(officer, page) == [{"reference", "salary"}]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (b"<script>=1", "choose the .toml file that this page gave you"),
        (b"PK\x03\x04\xff", "choose the .toml file that this page gave you"),
        (b"[[tables]]\nsheet = 1", "the layout file at tables 1, sheet: must be text"),
    ],
)
def test_a_layout_file_that_is_none_is_said_at_its_field(
    officer: Officer, said: bytes, why: str
) -> None:
    day = {"effective-day": "1", "effective-month": "4", "effective-year": "2025"}
    fields = [("form_key", officer.key), ("profile", "audit"), *day.items()]
    parts = [(name, (None, value)) for name, value in fields]
    files = [("workbook", A), ("layout_file", ("pay.toml", said))]
    page = officer.browser.post("/check", files=[*parts, *files])
    assert page.status_code == 422
    assert why in words(page).replace("The layout", "the layout")
    assert 'href="#layout_file"' in page.text
    assert 'value="audit" checked' in page.text
    assert 'value="2025"' in page.text
    assert "at line 1" not in page.text


@pytest.mark.parametrize("sheet", ["Pay\u00a02025", "Pay\u20282025", "Pay  2025", "=Pay", " Pay "])
def test_a_sheet_of_any_name_can_be_corrected(officer: Officer, sheet: str) -> None:
    found = salary_not_read(officer, ("pay.xlsx", book(sheet=sheet)))
    assert found.status_code == 200
    assert "salary" not in columns_of(officer, found)[0]


@pytest.mark.parametrize("path", ["/columns", "/download/layout", "/download/annotated"])
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"effective": "2025-99-99"}, "Enter the day that the answers are for as a real date"),
        ({"profile": "zzz"}, "Choose a purpose from the list"),
    ],
)
def test_a_day_or_purpose_that_is_none_is_refused(
    officer: Officer, path: str, changed: dict[str, str], said: str
) -> None:
    page = officer.goes_on(officer.check(FAULTS), path, **changed)
    assert page.status_code == 422
    assert said in words(page)
    report = officer.goes_on(officer.check(FAULTS), "/download/report.csv", **changed)
    assert report.status_code == 422


def test_there_is_no_layout_of_a_file_that_cannot_be_read(officer: Officer) -> None:
    broken = ("old.xls", b"\xd0\xcf\x11\xe0" * 200)
    page = officer.send("/download/layout", [("form_key", officer.key)], broken)
    assert page.status_code == 422
    assert "content-disposition" not in page.headers
