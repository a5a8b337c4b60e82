"""Workbooks of papers, read again and worked out afresh by LibreOffice."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.committee.books import book_of
from tests.committee.conftest import Checking
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.paper import (
    Bar,
    Column,
    Figure,
    Lines,
    Notes,
    Paper,
    Picture,
    Section,
    Table,
    Words,
)
from xl_vsm.committee.paper.paper import paper
from xl_vsm.committee.pay_case import pay_cases
from xl_vsm.committee.writing import book
from xl_vsm.committee.writing.book import FORBIDDEN, LONGEST, sheet_name


def written(*papers: Paper) -> bytes:
    out = BytesIO()
    book.write(papers, out)
    return out.getvalue()


@pytest.fixture(scope="module")
def long(trust: Checked) -> Paper:
    notes = Notes(trust.p)
    number = notes.on("band")
    columns = (
        Column("Post", wide=30),
        Column("Pounds", "money", note=number, total=True),
        Column("Posts", "people", total=True),
        Column("Share", "rate"),
    )
    rows = (
        ("Director of Estates", Decimal("0.10"), 1, Decimal("0.25")),
        ("=2+2", Figure(Decimal("0.20"), "money", marks=("illustrative",)), 2, None),
        ("Unknown", Figure(None), 4, "n/a"),
    )
    lines = (Lines("Top of 9", (Decimal(1), None)), Lines("Top of 8d", (None, Decimal(2))))
    pictures = (
        Picture("Bars", "what they show", (Bar("one", Decimal(1)), Bar("two", Decimal(2)))),
        Picture("Lines", "what they show", years=("2024/25", "2025/26"), lines=lines),
    )
    sections = (
        Section("Words", (Words("What it is", strong=True),)),
        Section("A table", (Table(columns, rows, "All of them", "Total"), *pictures)),
        Section("a TABLE", (Table(columns, (), "None of them"),)),
    )
    return paper("A long paper", "long", trust, trust.p, sections, notes)


def test_a_long_paper_has_a_sheet_for_each_section(long: Paper) -> None:
    read = load_workbook(BytesIO(written(long)))
    assert read.sheetnames == ["Words", "A table", "a TABLE (2)", "Rules and sources"]
    assert len(read["A table"]._charts) == 2
    texts = [cell.value for row in read["a TABLE (2)"].rows for cell in row if cell.value]
    assert "There are none." in texts


def test_totals_are_formulas_with_their_value(long: Paper) -> None:
    for values, expected in ((False, ["=SUM(B5:B7)", "=SUM(C5:C7)"]), (True, [0.3, 7])):
        sheet = load_workbook(BytesIO(written(long)), data_only=values)["A table"]
        row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "Total")
        assert list(row[1:3]) == pytest.approx(expected) if values else expected
        if not values:
            assert list(row[1:3]) == expected


def test_every_link_within_leads_to_its_note(trust: Checked) -> None:
    read = load_workbook(BytesIO(written(*pay_cases(trust))))
    notes = read["Rules and sources"]
    links = 0
    for sheet in read:
        for row in sheet.iter_rows():
            for cell in row:
                where = cell.hyperlink.location if cell.hyperlink else None
                if where:
                    name, at = where.rsplit("!", 1)
                    assert name == "'Rules and sources'"
                    assert str(notes[at].value).startswith(f"{cell.value} "), (sheet.title, at)
                    links += 1
    assert links > 100


def test_several_papers_have_a_sheet_each(trust: Checked) -> None:
    read = load_workbook(BytesIO(written(*pay_cases(trust, ["1001", "1011"]))))
    assert read.sheetnames == [
        "1001 Chief Executive",
        "1011 Director of Improvement",
        "Rules and sources",
    ]
    texts = [cell.value for row in read["1011 Director of Improvement"].rows for cell in row]
    assert any(str(text).startswith("ILLUSTRATIVE: pay ranges") for text in texts)


def test_what_a_workbook_says_stays_words(tmp_path: Path, checked_of: Checking) -> None:
    of = checked_of(book_of(tmp_path, {"Post": "=HYPERLINK(A1) Director of Estates"}))
    read = load_workbook(BytesIO(written(*pay_cases(of))))
    found = [
        cell
        for row in read.worksheets[0].rows
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=")
    ]
    assert found
    assert all(cell.data_type == "s" or cell.quotePrefix for cell in found)


@given(st.lists(st.text(max_size=40), max_size=20))
def test_a_sheets_name_is_one_that_excel_allows_and_its_own(wanted: list[str]) -> None:
    taken: set[str] = set()
    names = [sheet_name(each, taken) for each in wanted]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name) <= LONGEST
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert not any(ord(sign) in FORBIDDEN for sign in name)
