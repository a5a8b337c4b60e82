"""Long sheets that no program writes: they are read, or refused, as if every row were cells."""

from __future__ import annotations

import pytest

from tests.sheets.test_long_sheets import ROW, book, kept_as_columns, outcome, rows
from xl_vsm.sheets import Limits, RefusedFile, guard
from xl_vsm.sheets.file_cells import cells_of
from xl_vsm.sheets.one_pass import long_sheet
from xl_vsm.sheets.one_pass.form import form_of


@pytest.fixture(autouse=True)
def _short_ones_too(monkeypatch):
    monkeypatch.setattr(guard, "LONG", 0)
    monkeypatch.setattr(long_sheet, "FIRST", 5)


TWENTIETH = ROW.format(20, 1)
SAME_OUTCOME = {
    "two points": TWENTIETH.replace("1.5", "1.2.3"),
    "a point alone": TWENTIETH.replace("1.5", "."),
    "more digits than are read": TWENTIETH.replace("1.5", "1" * 5_000),
    "the end of what is taken as it stands": TWENTIETH.replace("Co<", "Co ]]><"),
    "no sign of XML": TWENTIETH.replace("Co<", "Co \uffff<"),
}


@pytest.mark.parametrize("row", SAME_OUTCOME.values(), ids=SAME_OUTCOME)
def test_what_cannot_be_read_is_refused_in_the_same_words(row):
    data = book(rows(row))
    refused = outcome(data, keep_alike=False)
    assert isinstance(refused, tuple)
    assert outcome(data, keep_alike=True) == refused


@pytest.mark.parametrize("said", ['s="-1"', 's=" 1"', 't=""', 't=" n"'])
def test_a_style_or_kind_that_is_no_plain_one(said):
    row = f'<row r="4"><c r="C4" {said}><v>3</v></c></row>'
    assert form_of(row.encode()) is None


def test_another_set_of_signs_than_utf_8():
    data = book(rows(TWENTIETH.replace("Co<", "Coé<")))
    assert kept_as_columns(data) > 0
    part = b'<?xml version="1.0" encoding="%s"?><sheetData>' + rows().encode() + b"</sheetData>"
    assert long_sheet.shortened(part % b"UTF-8") is not None
    assert long_sheet.shortened(part % b"ISO-8859-1") is None


def test_cells_that_hold_nothing_count_too():
    blank = [ROW.format(n, n).replace("</row>", f'<c r="H{n}"/></row>') for n in range(2, 32)]
    data = book("".join(blank))
    for keep in (False, True):
        with pytest.raises(RefusedFile, match="more than 140 cells"):
            cells_of(data, "pay.xlsx", Limits(cells=140), apart=False, keep_alike=keep)


def test_a_sheet_of_columns_without_end_makes_no_patterns_without_end(monkeypatch):
    """To make one of some 16,000 columns takes seconds."""
    part = b"<sheetData>" + rows().encode() + b"</sheetData>"
    assert long_sheet.shortened(part) is not None
    monkeypatch.setattr(long_sheet, "MOST_OF_FORMS", len(ROW) // 2)
    assert long_sheet.shortened(part) is None


def test_rows_that_nearly_are_of_many_forms_are_left_in_time(monkeypatch):
    """Each is held against all forms, and differs at its end alone."""
    odd = [ROW.format(n, 1).replace('"b">', f'"b" s="{n}">') for n in range(20, 30)]
    part = b"<sheetData>" + rows(*odd).encode() + b"</sheetData>"
    assert long_sheet.shortened(part) is not None
    monkeypatch.setattr(long_sheet, "MOST_MISSED", 10 * len(ROW))
    assert long_sheet.shortened(part) is None
