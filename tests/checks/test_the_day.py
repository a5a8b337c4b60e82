"""The day that a workbook's pay is for: stated, disputed, or not there."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

import xl_vsm
from tests.reports.text import written

POST: list[list[Any]] = [
    ["Post", "Salary", "Pensionable pay", "Contribution rate", "Lease car"],
    ["Director of Finance", 125_000, 125_000, 0.107, "Yes"],
]


def book(folder: Path, *titles: str) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for number, title in enumerate(titles):
        sheet = made.create_sheet(f"Board {number}")
        sheet.append([title])
        for row in POST:
            sheet.append(row)
    path = folder / "pay.xlsx"
    made.save(path)
    return path


def test_no_day_is_said_and_today_is_used(tmp_path: Path) -> None:
    report = xl_vsm.check(book(tmp_path, "Board pay"))
    (said,) = [f for f in report.findings if f.code == "WBK108"]
    assert said.severity == "note"
    assert "the workbook states no day, so today" in said.message
    codes = {
        f.code
        for f in xl_vsm.check(book(tmp_path, "Board pay"), effective=date(2025, 9, 30)).findings
    }
    assert "WBK108" not in codes


def test_two_days_are_a_dispute_and_not_a_guess(tmp_path: Path) -> None:
    path = book(tmp_path, "Pay as at 31 March 2025", "Pay as at 30 September 2025")
    report = xl_vsm.check(path)
    assert [f.code for f in report.findings] == ["WBK203"]
    reasons = {skip.reason for skip in report.workbooks[0].not_checked}
    assert reasons == {"the workbook states two days: choose one with --effective"}
    chosen = xl_vsm.check(path, effective=date(2025, 9, 30))
    assert [f.cell for f in chosen.findings if f.code == "PEN101"] == ["D3", "D3"]


def test_columns_that_nobody_reads_are_named(tmp_path: Path) -> None:
    text = written(xl_vsm.check(book(tmp_path, "Pay as at 30 September 2025")))
    assert "Columns not read" in text
    assert "'Board 0'!E 'Lease car': no field was found" in text
