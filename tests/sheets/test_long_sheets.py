"""A long sheet of which rows are kept as columns holds what it held."""

from __future__ import annotations

import pytest

from tests.hostile import attacks
from xl_vsm.sheets import Limits, RefusedFile, guard
from xl_vsm.sheets.apart.wire import packed, unpacked
from xl_vsm.sheets.file_cells import cells_of
from xl_vsm.sheets.one_pass import long_sheet
from xl_vsm.sheets.one_pass.form import form_of
from xl_vsm.sheets.put_back import whole

ROWS = 30
ROW = (
    '<row r="{0}" spans="1:4"><c r="A{0}" t="inlineStr"><is><t>Director {0} &amp; Co</t></is></c>'
    '<c r="B{0}"><v>{1}.5</v></c><c r="C{0}"><f>B{0}*$B$2</f><v>3</v></c>'
    '<c r="D{0}" t="b"><v>1</v></c></row>'
)


@pytest.fixture(autouse=True)
def _short_ones_too(monkeypatch):
    monkeypatch.setattr(guard, "LONG", 0)
    monkeypatch.setattr(long_sheet, "FIRST", 5)


def book(xml: str, after: bytes = b"") -> bytes:
    """Return a workbook whose sheet has these rows under its headings."""
    return attacks.book(xml.encode(), after=after)


def rows(*odd: str) -> str:
    """Return rows of one form, with others in place of the twentieth and those after it."""
    made = [ROW.format(number, 1000 + number) for number in range(2, ROWS + 2)]
    made[18 : 18 + len(odd)] = odd
    return "".join(made)


def kept_as_columns(data: bytes) -> int:
    """Check that nothing is lost, and return how many rows were kept as columns."""
    usual, carried = cells_of(data, "pay.xlsx", Limits(), apart=False)
    book, same = cells_of(data, "pay.xlsx", Limits(), apart=False, keep_alike=True)
    assert whole(book) == usual
    assert whole(unpacked(packed(book))) == usual
    assert carried == same
    return sum(len(each.rows()) for grid in book.sheets for each in grid.alike)


def test_rows_of_one_form():
    assert kept_as_columns(book(rows())) == ROWS - 5


LEFT = {
    "a longer formula": ROW.format(20, 1).replace("<f>B20*$B$2</f>", "<f>B20*$B$2+1</f>"),
    "a formula of another row": ROW.format(20, 1).replace("<f>B20", "<f>B19"),
    "an error": ROW.format(20, 1).replace("<v>1.5</v>", "").replace('r="B20"', 'r="B20" t="e"'),
    "a hidden row": ROW.format(20, 1).replace("<row ", '<row hidden="1" '),
    "no value": ROW.format(20, 1).replace("<v>3</v>", ""),
    "a blank cell": ROW.format(20, 1).replace('<c r="B20"><v>1.5</v></c>', '<c r="B20"/>'),
    "a rich text": ROW.format(20, 1).replace(
        "<t>Director 20 &amp; Co</t>", "<r><t>Dir</t></r><r><t>ector</t></r>"
    ),
    "no cells": '<row r="20" spans="1:4"/>',
    "an array": ROW.format(20, 1).replace("<f>", '<f t="array" ref="C20:C20">'),
    "a text with a line break": ROW.format(20, 1).replace("Director 20", "Director\n20"),
}


@pytest.mark.parametrize("row", LEFT.values(), ids=LEFT)
def test_a_row_of_another_form_is_left(row):
    assert kept_as_columns(book(rows(row))) == ROWS - 6


ALL_LEFT = {
    "two rows of one number": ROW.format(19, 1),
    "rows out of order": ROW.format(7, 1),
    "a comment": "<!-- " + ROW.format(20, 1) + " -->" + ROW.format(20, 2),
    "spaces between the rows": "\n  " + ROW.format(20, 1),
    "a row without its number": ROW.format(20, 1).replace('<row r="20"', "<row"),
    "a sign by its number": ROW.format(20, 1).replace("Director 20", "Director&#10;20"),
}


@pytest.mark.parametrize("row", ALL_LEFT.values(), ids=ALL_LEFT)
def test_a_sheet_that_is_written_as_they_seldom_are_is_read_as_ever(row):
    data = book(rows(row))
    assert outcome(data, keep_alike=True) == outcome(data, keep_alike=False)


def outcome(data: bytes, *, keep_alike: bool) -> object:
    """Return what is read of a file, or why it is refused."""
    try:
        return cells_of(data, "pay.xlsx", Limits(), apart=False, keep_alike=keep_alike)
    except RefusedFile as refused:
        return refused.code, refused.message


def test_cells_that_are_kept_as_columns_count():
    data = book(rows())
    limits = Limits(cells=90)
    for keep in (False, True):
        with pytest.raises(RefusedFile, match="more than 90 cells"):
            cells_of(data, "pay.xlsx", limits, apart=False, keep_alike=keep)


def test_formulas_that_fetch_are_each_counted():
    fetching = rows().replace("<f>B", "<f>WEBSERVICE(B")
    assert kept_as_columns(book(fetching.replace("*$B$2</f>", ")</f>"))) == 0


def test_a_merged_area_among_the_rows():
    merged = b'<mergeCells><mergeCell ref="A12:B13"/></mergeCells>'
    assert kept_as_columns(book(rows(), after=merged)) == 0


@pytest.mark.parametrize(
    "formula", ["G3+1", "'A4 b'!B4", "&quot;A4&quot;&amp;B4", "4:4", "LOG4", "Rate4+B4", "B4:B$4"]
)
def test_formulas_whose_copies_cannot_be_told_by_their_text(formula):
    """Either the row is looked at by itself, or its copies are what Excel would copy."""
    row = f'<row r="4"><c r="C4"><f>{formula}</f><v>3</v></c></row>'
    form = form_of(row.encode())
    below = row.replace('r="4"', 'r="5"').replace('"C4"', '"C5"')
    copies = {"LOG4": "LOG5", "Rate4+B4": "Rate4+B5", "B4:B$4": "B5:B$4"}
    right = copies.get(formula)
    assert form is None or right is not None
    if form is not None and right is not None:
        copied = below.replace(formula, right).encode()
        assert form.pattern.fullmatch(copied), form.pattern
