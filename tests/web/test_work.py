"""What a process does with an upload, without a server."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl

from xl_vsm.policy import Purpose
from xl_vsm.sheets import Caps, Limits
from xl_vsm.web.uploads import Upload
from xl_vsm.web.work import Asked, annotated, look

FAULTS = Path("workbooks/examples/trust_board_pay_faults.xlsx")
ASKED = Asked(today=date(2026, 1, 1))


def severities(purpose: Purpose) -> set[str]:
    upload = Upload(FAULTS.name, FAULTS.read_bytes())
    data, why = annotated(upload, ASKED, Limits(), Caps(), purpose)
    assert why == ""
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = book[book.sheetnames[-1]].iter_rows(values_only=True)
    return {str(row[0]) for row in rows if str(row[1]).startswith("PEN101")}


def test_the_annotated_copy_is_for_the_purpose_that_was_chosen() -> None:
    assert severities(Purpose()) == {"error"}
    assert severities(Purpose("ours", "error", {"PEN101": "note"})) == {"note"}


def test_a_sheet_with_several_tables_is_shown_from_the_first_on() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    headings = ["Post", "Salary", "Pensionable pay", "Pension tier"]
    for row in (headings, ["CEO", 190_000, 190_000, 6], [], headings, ["CFO", 150_000, 1, 6]):
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    (shown,) = look(Upload("two.xlsx", data.getvalue()), ASKED, Limits(), Caps()).sheets
    assert [row.number for row in shown.first] == [1, 2, 4, 5]
