"""Text from a workbook does nothing in what is written."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.annotated.books import part, plain, written
from tests.reports.annotated.compare import finding, report
from tests.reports.annotated.readers import opened
from xl_vsm.reports.annotated import annotate, own_workbook
from xl_vsm.reports.annotated.page import CELL, COLUMNS

PLAIN = plain()
NASTY = [
    '=HYPERLINK("http://evil.example","click")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1",
    "@SUM(A1)",
    "{=1+1}",
    "</t></is></c><c><f>1+1</f></c>",
    "]]><x/>",
    "&amp;&#61;1",
    "a\x00b\x1b[31mc\x7f\ud800\ufffe",
    "http://evil.example",
    "\t=1",
]


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("how", ["copy", "own"])
def test_no_text_is_a_formula_a_link_or_markup(text: str, how: str) -> None:
    found = report(finding("Pay", "B2", message=f"Pay!B2 {text}"), path=text)
    data = annotate(PLAIN, found).data if how == "copy" else own_workbook(found, text)
    with ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if "sheets/" in name and "rels" not in name]
        assert not any(b"<f>" in package.read(name) for name in names)
    book = opened(data)
    sheet = book["VSM findings"]
    links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert {link.target for link in links} <= {None, "https://www.england.nhs.uk/a?b=1&c=2"}
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.value is None or cell.data_type == "s"
            assert cell.value is None or cell.quotePrefix


@given(st.text(max_size=40))
def test_any_text_leaves_a_workbook_that_opens(text: str) -> None:
    found = report(finding("Pay", "B2", message=text))
    book = opened(annotate(PLAIN, found).data)
    rows = [row for row in book["VSM findings"].iter_rows(values_only=True) if row[CELL] == "B2"]
    assert len(rows) == 1
    assert len(rows[0]) == len(COLUMNS)
    assert book["Pay"]["B2"].value == 120_000


@pytest.mark.parametrize("name", ["It's", "=1+1", 'a "b" <c> & d', "£ \U0001f600", "A1", "1"])
def test_any_name_of_a_sheet(name: str) -> None:
    def fill(book: object) -> None:
        book.add_worksheet(name).write_row(0, 0, ["Post", 1])  # type: ignore[attr-defined]

    copy = annotate(written(fill), report(finding(name, "B1")))
    link = next(
        cell.hyperlink
        for row in opened(copy.data)[copy.sheet].iter_rows()
        for cell in row
        if cell.hyperlink
    )
    assert link.location == "'" + name.replace("'", "''") + "'!B1"
    assert copy.marked == 1


def test_only_pages_of_the_web_are_linked() -> None:
    found = finding("Pay", "B2").model_dump()
    found["source"]["url"] = "file:///etc/passwd"
    copy = annotate(PLAIN, report(type(finding("Pay", "B2")).model_validate(found)))
    assert not any("_rels/vsmFindings" in name for name in copy.added)
    assert b"passwd" not in part(copy.data, copy.added[-1])


def test_folders_are_not_told() -> None:
    for path in ("/home/jo/private/pay.xlsx", r"C:\Users\jo\private\pay.xlsx"):
        title = opened(annotate(PLAIN, report(path=path)).data)["VSM findings"]["A1"].value
        assert title == "Pay check of pay.xlsx"
