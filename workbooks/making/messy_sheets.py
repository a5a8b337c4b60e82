"""Messy layouts of several sheets, of Excel's own tables and names, and of posts in columns."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from making.messy_book import APRIL, As, Calculated, H, Messy, hundredths, thousands

TOTALS: Final[dict[str, dict[str, Any]]] = {
    "reference": {"total_string": "Headcount"},
    "post": {"total_function": "count", "total_value": 3},
}
"""What the last row of an Excel table says under its columns."""


def board_paper(book: Messy) -> None:
    """A board paper's table: each post is a column, each figure a row."""
    page = book.sheet("Paper 7.2 Appendix A")
    page.lines("B2", "Board of Directors, 27 November 2025")
    page.put("B3", As("Executive remuneration 2025/26", APRIL), "effective")
    page.across(
        "B5",
        [H("Post", "post"), H("Contract", "contract"), H("Date appointed", "appointed"),
         H("WTE", "fte"), H("Base salary (£)", "salary", form="money"),
         H("Premium ground", "premium_ground"), H("Premium (£)", "premium_amount", form="money"),
         H("Pensionable pay (£)", "pensionable_pay", form="money"),
         H("Employee contribution rate", "pension_rate", form="rate")],
        ["Chief Executive", "VSM", date(2021, 4, 1), 1, 198000, None, None, 198000, 0.125],
        ["Chief Nurse", "VSM", date(2023, 1, 9), 1, 142000, None, None, 142000, 0.125],
        ["Chief Finance Officer", "VSM", date(2020, 9, 1), 1, 153000, "additional responsibilities",
         7650, 160650, 0.125],
        ["Director of Strategy", "VSM", date(2024, 7, 15), 0.6, 121000, None, None, 72600, 0.125],
    )  # fmt: skip
    page.lines("B15", "Note: pensionable pay is for the hours worked.")


def one_page_summary(book: Messy) -> None:
    """Posts in columns again, with sections, a column of units and a column of totals."""
    page = book.sheet("Summary")
    page.lines("A1", "VSM costs, one page summary")
    page.across(
        "A3",
        [H("Job title", "post"), H("Pay"), thousands("Annual salary", "salary"), H("FTE", "fte"),
         thousands("Actual salary", "actual_pay"), H("On-costs"),
         thousands("Employer pension", "employer_pension"),
         thousands("Employer NI", "employer_national_insurance"),
         thousands("Total cost", "paybill")],
        ["Chief Executive", None, 188, 1, 188, None, 44.7064, 27.45, 260.1564],
        ["Chief People Officer", None, 130, 0.9, 117, None, 27.8226, 16.8, 161.6226],
        ["Chief Information Officer", None, 126, 1, 126, None, 29.9628, 18.15, 174.1128],
        gap=1,
    )  # fmt: skip
    for row, unit in (
        (5, "£000"),
        (6, "WTE"),
        (7, "£000"),
        (9, "£000"),
        (10, "£000"),
        (11, "£000"),
    ):
        page.put(f"B{row}", unit)
    page.put("F3", "Total")
    for row, total in ((5, 444), (7, 431), (9, 102.4918), (10, 62.4), (11, 595.8918)):
        page.put(f"F{row}", total)


def excel_tables(book: Messy) -> None:
    """An Excel table with a totals row, notes that touch it, and a list to its right."""
    page = book.sheet("Data")
    page.lines("A1", "Do not sort outside the table")
    headings = [
        H("ID", "reference"), H("Role title", "post"), H("Contracted WTE", "fte"),
        H("Spot salary", "salary"), H("In post since", "appointed"),
        H("NHS Pension tier", "pension_tier"),
    ]  # fmt: skip
    rows = [
        ["X-1", "Chief Executive", 1, 176000, date(2022, 10, 3), 6],
        ["X-2", "Chief Nursing Officer", 1, 133000, date(2021, 3, 29), 6],
        ["X-3", "Director of Transformation", 0.5, 117500, date(2025, 1, 6), 5],
    ]
    page.table("B4", headings, *rows)
    page.sheet.add_table(
        "B4:G8",
        {
            "name": "tblVSM",
            "total_row": True,
            "columns": [
                {"header": h.text, **TOTALS.get(h.field, {})} for h in headings
            ],
        },
    )  # fmt: skip
    page.lines("B9", "Prepared by the HR systems team")
    page.table(
        "J4", [H("Salary point"), H("Grade"), H("Minimum")], [1, "V1", 90000], [2, "V2", 120000]
    )
    page.sheet.add_table("J4:L6", {"name": "tblGrades", "columns": [
        {"header": "Salary point"}, {"header": "Grade"}, {"header": "Minimum"}]})  # fmt: skip


def named_ranges(book: Messy) -> None:
    """Headings that only the trust understands, and names that Excel knows the columns by."""
    page = book.sheet("Model")
    page.lines("A1", "Pay model v14")
    page.put("A3", "Inp_1")
    page.put("B3", 487_000_000, "turnover", "money")
    page.table(
        "A6",
        [H("Post", "post"), H("Hrs/37.5", "fte"), H("Inp_7", "salary"),
         H("Calc_2", "pensionable_pay"),
         H("Start date", "appointed"), H("Base pay check")],
        ["Chief Executive", 1, 181000, 181000, date(2020, 2, 3), "ok"],
        ["Chief Finance Officer", 1, 144000, 144000, date(2019, 8, 5), "ok"],
        ["Director of Estates", 0.7, 112000, 78400, date(2023, 5, 8), "ok"],
    )  # fmt: skip
    for name, area in (
        ("Turnover", "$B$3"), ("WTE", "$B$7:$B$9"), ("Base_salary", "$C$7:$C$9"),
        ("PensionablePay", "$D$7:$D$9"),
    ):  # fmt: skip
        book.book.define_name(name, f"=Model!{area}")


def sheet_per_year(book: Messy) -> None:
    """One sheet for each year, the oldest hidden, the columns in another order each time."""
    this = [H("Post no", "reference"), H("Post title", "post"), H("FTE", "fte"),
            H("Basic pay", "salary", form="money"), H("Award %")]  # fmt: skip
    page = book.sheet("2025-26")
    page.lines("A1", "VSM pay")
    page.table("A3", this, ["10", "Chief Executive", 1, 190000, 0.0325],
               ["11", "Chief Nurse", 1, 138000, 0.0325])  # fmt: skip
    page = book.sheet("2024-25")
    page.lines("A1", "VSM pay")
    page.table("A3", [this[1], this[3], this[2], this[0]], ["Chief Executive", 184019, 1, "10"],
               ["Chief Nurse", 133656, 1, "11"], ["Director of IT", 104000, 1, "12"])  # fmt: skip
    page = book.sheet("2023-24")
    page.sheet.hide()
    page.table("A1", [this[0], this[3], this[1]], ["10", 175256, "Chief Executive"])


def sheet_per_site(book: Messy) -> None:
    """One sheet for each site, in words that differ a little, with subtotals and a summary."""
    page = book.sheet("Contents")
    page.lines("A1", "Contents", "Royal", "Infirmary", "Summary")
    page = book.sheet("Royal")
    page.lines("A1", "Royal site")
    page.table("A2", [H("Title of post", "post"), H("wte", "fte"), H("Salary FTE £", "salary")],
               ["Site Managing Director", 1, 139000], ["Site Nurse Director", 1, 118000],
               )  # fmt: skip
    page.put("A5", "Sub total - Royal")
    page.put("C5", 257000)
    page = book.sheet("Infirmary")
    page.lines("A1", "Infirmary")
    page.table("B4", [H("Job role", "post"), H("FTE (contracted)", "fte"),
                      H("FTE salary £pa", "salary")],
               ["Site Managing Director", 1, 136500], ["Site Medical Director", 0.5, 126281],
               ["Site Director of Operations", As("1.0", 1), As("£115,000", 115000)])  # fmt: skip
    page.put("B9", "Infirmary sub-total")
    page.put("D9", 377781)
    page = book.sheet("Summary")
    page.table("A1", [H("Site"), H("Headcount"), H("Total salary")], ["Royal", 2, 257000],
               ["Infirmary", 3, 377781], ["Total", 5, 634781])  # fmt: skip


def words_of_its_own(book: Messy) -> None:
    """A costing in which no heading is the usual one, and percentages are typed as 23.78."""
    page = book.sheet("Costing")
    page.put("A1", "Name of Trust")
    page.put("B1", "Fellside NHS Foundation Trust", "organisation")
    page.put("A2", "Annual turnover (£m)")
    page.put("B2", As(612, 612_000_000), "turnover")
    page.put("A3", "Oversight segment")
    page.put("B3", As("Segment 2", 2), "segment")
    page.table(
        "A6",
        [H("Job", "post"), H("Agreed annual salary", "salary"), H("Whole time equivalent", "fte"),
         H("Salary payable", "actual_pay"), H("Superannuable pay", "pensionable_pay"),
         hundredths("Employee superannuation %", "pension_rate"),
         H("Employer superannuation", "employer_pension"),
         H("Employer's NIC", "employer_national_insurance"),
         H("Total cost of post", "paybill")],
        ["Chief Executive", 210000, 1, 210000, Calculated("=D7", 210000), 12.5,
         Calculated("=E7*0.2378", 49938), 30750, Calculated("=D7+G7+H7", 290688)],
        ["Chief Pharmacist", 108000, 0.5, 54000, Calculated("=D8", 54000), 10.7,
         Calculated("=E8*0.2378", 12841.2), 7350, Calculated("=D8+G8+H8", 74191.2)],
    )  # fmt: skip


LAYOUTS = {
    "board_paper": board_paper,
    "one_page_summary": one_page_summary,
    "excel_tables": excel_tables,
    "named_ranges": named_ranges,
    "sheet_per_year": sheet_per_year,
    "sheet_per_site": sheet_per_site,
    "words_of_its_own": words_of_its_own,
}
"""Each layout by its name."""
