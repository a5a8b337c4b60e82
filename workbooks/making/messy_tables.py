"""Messy layouts in which each post has a row."""

from __future__ import annotations

from datetime import date
from typing import Any

from making.messy_book import APRIL, As, H, Messy, hundredths, thousands


def units_in_headings(book: Messy) -> None:
    """Thousands and percentages that only the headings tell, blank columns, a start at C7."""
    page = book.sheet("VSM Schedule")
    page.lines("C2", "Remuneration Committee - VSM pay schedule", "CONFIDENTIAL")
    page.put("C4", As("Financial year 25/26", APRIL), "effective")
    page.table(
        "C7",
        [
            H("Post No.", "reference"), H("Job Title", "post"), H(""), H("WTE", "fte"),
            thousands("FTE Salary (£000)", "salary"),
            thousands("Actual Salary (£000)", "actual_pay"),
            H(""), thousands("Pensionable Pay £k", "pensionable_pay"),
            hundredths("EE Contribution %", "pension_rate"),
            thousands("EE Contribution £k", "pension_contribution"), H("Comments", "notes"),
        ],
        ["V001", "Chief Executive Officer", None, 1, 201.5, 201.5, None, 201.5, 12.5, 25.1875],
        ["V002", "Deputy Chief Executive", None, 1, 162.25, 162.25, None, 162.25, 12.5, 20.28125],
        ["V003", "Chief People Officer", None, 0.8, 138, 110.4, None, 110.4, 12.5, 13.8, "4 days"],
        ["V004", "Chief Digital Officer", None, 0.4, 131, 52.4, None, 52.4, 10.7, 5.6068],
    )  # fmt: skip
    page.lines(
        "C13", "Notes", "1. Salaries exclude on-call.", "2. WTE is contracted hours over 37.5."
    )


def two_heading_rows(book: Messy) -> None:
    """Group headings merged over the columns, in words of the trust's own."""
    page = book.sheet("Execs")
    title = "Very Senior Managers - position as at 30 September 2025"
    page.put("A1", As(title, date(2025, 9, 30)), "effective")
    bold = book.formats["bold"]
    for area, text in (
        ("A3:C3", "Post"), ("D3:E3", "Base pay"), ("F3:I3", "Pay premium"),
        ("J3:L3", "Pension"), ("M3:P3", "Employer on costs"),
    ):  # fmt: skip
        page.sheet.merge_range(area, text, bold)
    page.table(
        "A4",
        [
            H("Ref", "reference"), H("Title", "post"), H("Start date", "appointed"),
            H("Full time", "salary", form="money"), H("Pro rata", "actual_pay", form="money"),
            H("Type", "premium_ground"), H("%", "premium_rate", form="rate"),
            H("£", "premium_amount", form="money"), H("From", "premium_start"),
            H("Pensionable", "pensionable_pay", form="money"), H("Tier", "pension_tier"),
            H("Rate", "pension_rate", form="rate"), H("NI", "employer_national_insurance"),
            H("Pension", "employer_pension"), H("Levy", "apprenticeship_levy"),
            H("Total", "paybill"),
        ],
        [101, "Chief Executive", date(2019, 5, 6), 215000, 215000, None, None, None, None,
         215000, 6, 0.125, 31500, 51127, 1075, 298702],
        [102, "Finance Director", date(2022, 1, 4), 158000, 158000, "additional responsibilities",
         0.05, 7900, date(2025, 4, 1), 165900, 6, 0.125, 24135, 39451.02, 829.5, 230315.52],
        [103, "Medical Director", date(2023, 9, 1), 170000, 136000, None, None, None, None,
         136000, 6, 0.125, 19650, 32340.8, 680, 188670.8],
    )  # fmt: skip
    page.lines("A9", "Source: payroll extract, month 6")


def tables_below_each_other(book: Messy) -> None:
    """Three tables on one sheet, each with its own headings in its own order."""
    page = book.sheet("All senior pay")
    page.lines("A1", "Executive directors (voting)")
    page.table(
        "A2",
        [H("Position title", "post"), H("Annual salary", "salary"), H("FTE", "fte"),
         H("Date in post", "appointed")],
        ["Chief Executive", 189000, 1, date(2020, 6, 1)],
        ["Chief Nurse", 141500, 1, date(2021, 2, 1)],
    )  # fmt: skip
    page.lines("A6", "Other very senior managers")
    page.table(
        "A7",
        [H("FTE", "fte"), H("Post title", "post"), H("Start date", "appointed"),
         H("Full-time salary (£)", "salary"), H("Contract type", "contract")],
        [1, "Director of Estates", date(2018, 4, 1), 118000, "VSM"],
        [0.6, "Director of Strategy", date(2024, 11, 18), 121500, "VSM"],
    )  # fmt: skip
    page.lines("A11", "Board members on medical contracts")
    page.table(
        "A12",
        [H("Job title", "post"), H("Consultant contract", "medical_contract"),
         H("Basic salary", "salary"), H("WTE", "fte")],
        ["Medical Director", As("Yes", "yes"), 126281, 1],
        ["Deputy Medical Director", As("Yes", "yes"), 119133, As("0.5 wte", "0.5")],
    )  # fmt: skip


def tables_side_by_side(book: Messy) -> None:
    """Last year on the left and this year on the right, with a blank column between."""
    page = book.sheet("Comparison")
    title = "Two sites, one committee: salaries as at 1 April 2025"
    page.put("A1", As(title, APRIL), "effective")
    page.lines("A3", "Northern site")
    page.lines("F3", "Southern site")
    headings = [
        H("Post", "post"), H("WTE", "fte"), H("Base salary", "salary", form="money"),
        H("Approved by", "approval"),
    ]  # fmt: skip
    page.table(
        "A4", headings,
        ["Managing Director", 1, 149000, "Remuneration Committee"],
        ["Director of Nursing", 1, 127500, "Remuneration Committee"],
        ["Director of Finance", 0.8, 128000, "Remuneration Committee"],
    )  # fmt: skip
    page.table(
        "F4",
        headings,
        ["Managing Director", 1, 152000, "NHS England"],
        ["Director of Nursing", 1, 126000, "Remuneration Committee"],
    )


def page_breaks(book: Messy) -> None:
    """Headings repeated on each printed page, page totals, figures carried forward."""
    page = book.sheet("Print")
    headings = [
        H("Post Ref", "reference"), H("Designation", "post"), H("W.T.E.", "fte"),
        H("Basic Salary p.a.", "salary", form="money"),
        H("Employer's NI", "employer_national_insurance", form="money"),
    ]  # fmt: skip
    page.lines("A1", "Budgeted establishment - VSM")
    page.table("A3", headings, ["E1", "Chief Executive", 1, 192000, 28050],
               ["E2", "Chief Operating Officer", 1, 151000, 21900])  # fmt: skip
    page.lines("B6", "Carried forward")
    page.put("D6", 343000, form="money")
    page.lines("A7", "Page 1 of 2")
    page.lines("B9", "Brought forward")
    page.put("D9", 343000, form="money")
    page.table("A10", headings, ["E3", "Chief Finance Officer", 1, 149500, 21675],
               ["E4", "Company Secretary", 0.5, 96000, 6450])  # fmt: skip
    page.lines("B13", "Total pay")
    page.put("D13", 588500, form="money")
    page.lines("A14", "Page 2 of 2")


def three_heading_rows(book: Messy) -> None:
    """Groups, headings and a row of units; a merged directorate; a blank row after each post."""
    page = book.sheet("Sheet1")
    page.put("B2", As("FY25/26 VSM salaries", APRIL), "effective")
    page.sheet.merge_range("C4:E4", "Base pay", book.formats["bold"])
    page.sheet.merge_range("F4:G4", "NHS Pension Scheme", book.formats["bold"])
    headings = [
        H("Directorate"), H("Post title", "post"), thousands("Salary", "salary"),
        thousands("Actual", "actual_pay"), H("WTE", "fte"),
        thousands("Pensionable pay", "pensionable_pay"), hundredths("Rate", "pension_rate"),
    ]  # fmt: skip
    page.table("A5", headings)
    for cell, unit in zip("CDEFG", ("£000", "£000", "", "£000", "%"), strict=True):
        if unit:
            page.put(f"{cell}6", unit)
    rows: list[list[Any]] = [
        [None, "Chief Executive", 205, 205, 1, 205, 12.5],
        [None, "Chief of Staff", 128.5, 64.25, 0.5, 64.25, 10.7],
        [None, "Chief Finance Officer", 155, 155, 1, 155, 12.5],
    ]
    for place, row in zip((7, 9, 11), rows, strict=True):
        page.posts(f"A{place}", headings, row)
    page.sheet.merge_range("A7:A9", "Corporate", book.formats["bold"])
    page.put("A11", "Finance")
    page.put("B13", "TOTAL")
    page.put("C13", 488.5)


LAYOUTS = {
    "units_in_headings": units_in_headings,
    "two_heading_rows": two_heading_rows,
    "tables_below_each_other": tables_below_each_other,
    "tables_side_by_side": tables_side_by_side,
    "page_breaks": page_breaks,
    "three_heading_rows": three_heading_rows,
}
"""Each layout by its name."""
