"""What the reader says of how it understood a workbook."""

from __future__ import annotations

from decimal import Decimal

import xl_vsm
from xl_vsm.sheets import SheetRead, Workbook, read

from .scoring import MESSY


def workbook(name: str) -> Workbook:
    return read(MESSY / f"{name}.xlsx")


def only_sheet(name: str) -> SheetRead:
    (sheet,) = workbook(name).sheets
    return sheet


def test_posts_in_columns() -> None:
    sheet = only_sheet("board_paper")
    assert (sheet.header_row, sheet.header_column) == (None, "B")
    assert sheet.columns == {}
    assert sheet.rows["salary"] == 9
    assert sheet.places["salary"] == "9"
    assert "posts stand in columns" in sheet.notes
    book = workbook("board_paper")
    assert [row.key for row in book.rows][:2] == ["Chief Executive", "Chief Nurse"]
    salary = book.rows[1].salary
    assert salary
    assert (salary.cell, salary.value) == ("D9", 142000)


def test_posts_in_columns_are_checked_cell_by_cell() -> None:
    report = xl_vsm.check(MESSY / "board_paper.xlsx").workbooks[0]
    assert report.rows == 4
    assert report.sheets[0].headings == "headings in column B"
    reasons = {each.reason for each in report.not_checked}
    assert "the sheet has no row for the pension tier" in reasons
    assert "the sheet has no row for the contribution rate" not in reasons


def test_excels_own_table_and_its_totals() -> None:
    sheet = only_sheet("excel_tables")
    assert "Excel's own table tblVSM" in sheet.notes
    assert (8, "subtotal") in sheet.skipped


def test_what_told_a_column() -> None:
    reading = only_sheet("named_ranges").reading
    assert reading["salary"].confidence == "likely"
    assert "Base_salary" in reading["salary"].why
    assert reading["post"].confidence == "certain"
    reading = only_sheet("millions_unsaid").reading
    assert reading["salary"].confidence == "unsure"
    assert "171.25 looks like thousands" in reading["salary"].why


def test_a_band_is_no_amount_and_no_check_takes_it_for_one() -> None:
    first = workbook("report_bands").rows[0].salary
    assert first
    assert (first.state, first.value) == ("a band", None)
    assert (first.least, first.most) == (Decimal(200000), Decimal(205000))
    report = xl_vsm.check(MESSY / "report_bands.xlsx").workbooks[0]
    assert report.findings == ()
    reasons = {each.reason for each in report.not_checked if each.cell == "B6"}
    assert reasons == {"the salary is a band, '200-205', and this check needs the amount"}


def test_what_is_hidden_is_read_and_said() -> None:
    notes = only_sheet("mac_and_filter").notes
    assert "2 posts are hidden by a filter, and read" in notes
    assert "hidden columns read: D" in notes
    assert "the workbook counts days from 1904, and its dates are read so" in notes


def test_values_not_taken_as_they_are_are_counted() -> None:
    reading = xl_vsm.check(MESSY / "typed_as_text.xlsx").workbooks[0].sheets[0].reading
    assert reading["salary"].converted == 3
    assert reading["salary"].example.endswith("read as 187500")
    assert (reading["award_amount"].blank, reading["award_amount"].blank_means) == (1, "not known")


def test_a_small_turnover_is_questioned_and_not_banded() -> None:
    report = xl_vsm.check(MESSY / "millions_unsaid.xlsx").workbooks[0]
    (found,) = [each for each in report.findings if each.code == "WBK107"]
    assert found.cell == "B1"
    assert "612 is too small for a turnover" in found.message
    assert not [each for each in report.findings if each.code.startswith("BND")]


def test_sheets_of_several_years_are_warned_of() -> None:
    report = xl_vsm.check(MESSY / "sheet_per_year.xlsx").workbooks[0]
    (found,) = [each for each in report.findings if each.code == "WBK205"]
    assert found.severity == "warning"
    assert "2025/26 on 2025-26, 2024/25 on 2024-25, 2023/24 on 2023-24" in found.message


def test_american_dates_are_refused_with_what_gave_them_away() -> None:
    refused = [row.appointed for row in workbook("american_dates").rows]
    assert [entry.state for entry in refused if entry] == [*["unreadable"] * 3, "stated"]
    assert refused[1]
    assert "can be 3 April or 4 March, for G2 (04/13/2021) has the month first" in refused[1].reason
