"""Messy layouts whose trouble is in the values."""

from __future__ import annotations

from datetime import date

from making.messy_book import APRIL, ASK, REFUSED, As, H, Messy


def report_bands(book: Messy) -> None:
    """An annual report's table: bands of £5,000 in thousands, two years side by side."""
    page = book.sheet("Salary table")
    title = "Remuneration report 2025/26 (subject to audit)"
    page.put("A1", As(title, APRIL), "effective")
    page.lines("A2", "Salaries and allowances")
    bold = book.formats["bold"]
    page.sheet.merge_range("B4:E4", "2025/26", bold)
    page.sheet.merge_range("F4:I4", "2024/25", bold)
    names = ["Expense payments (taxable) total to nearest £100",
             "All pension related benefits (bands of £2,500) £000",
             "Total (bands of £5,000) £000"]  # fmt: skip
    salary = "Salary (bands of £5,000) £000"
    others = [H(name) for name in names]
    page.table(
        "A5",
        [H("Title", "post"), H(salary, "salary"), *others, H(salary), *others],
        ["Chief Executive", As("200-205", "200000 to 205000"), 300, "45-47.5", "245-250",
         "195-200", 200, "40-42.5", "235-240"],
        ["Chief Nurse", As("140-145", "140000 to 145000"), 0, "30-32.5", "170-175", "135-140", 0,
         "27.5-30", "165-170"],
        ["Director of Finance (to 31 May 2025)", As("25\u201330", "25000 to 30000"), 0, "0",
         "25-30", "150-155", 0, "35-37.5", "185-190"],
    )  # fmt: skip
    page.lines("A9", "The banded remuneration of the highest paid director was £200,000-£205,000.")


def bands_in_pounds(book: Messy) -> None:
    """Bands in full pounds, in several ways of writing them, beside exact figures."""
    page = book.sheet("Disclosure")
    page.table(
        "A3",
        [H("Post", "post"), H("WTE", "fte"), H("Salary band (£)", "salary"), H("Notes", "notes")],
        ["Chief Executive", 1, As("£195,001 to £200,000", "195001 to 200000"), "Joined the board"],
        ["Medical Director", 1, As("£170,000 - £175,000", "170000 to 175000"), None],
        ["Chief Nurse", 1, As("135,000\u2013139,999", "135000 to 139999"), None],
        ["Chief People Officer", 0.8, As("£120k-£125k", "120000 to 125000"), None],
        ["Board Secretary", 1, As("£98,500", 98500), "exact by consent"],
    )


def typed_as_text(book: Messy) -> None:
    """Numbers as text with pounds, commas, stray spaces, brackets and a unit of their own."""
    page = book.sheet("Returned")
    page.table(
        "B2",
        [H("Post ", "post"), H(" Salary\u00a0", "salary"), H("FTE", "fte"),
         H("Pay award", "award_amount"), H("Pension rate", "pension_rate"),
         H("Objectives met?", "objectives_met"), H("Date appointed", "appointed")],
        [As("Chief Executive ", "Chief Executive"), As("£ 187\u00a0500", 187500), As("1.0", 1),
         As("5,905.00", 5905), As("12.5%", "0.125"), As("TRUE", "yes"),
         As("1st April 2021", "2021-04-01")],
        [As("Chief\u00a0Nurse", "Chief Nurse"), As("\u200b139,250", 139250), As(" 1 ", 1),
         As("(1,250)", -1250), As("12.5 per cent", "0.125"), As("Y", "yes"),
         As("03.07.2023", "2023-07-03")],
        [As("Director of Finance", "Director of Finance"), As("149.5k", 149500), As("80%", "0.8"),
         As("£0", 0), As("12.5", "0.125"), As("FALSE", "no"), As("12/11/24", "2024-11-12")],
        [As("Director of Estates", "Director of Estates"), As("l12,000", REFUSED), As("\uff11", 1),
         None, As("10.7%", "0.107"), As("No", "no"), As("2024-02-29", "2024-02-29")],
    )  # fmt: skip


def mac_and_filter(book: Messy) -> None:
    """A workbook that counts days from 1904, with a filter on and a column hidden."""
    page = book.sheet("Filtered")
    page.table(
        "A1",
        [H("Ref no", "reference"), H("Post title", "post"), H("Directorate"), H("WTE", "fte"),
         H("Base salary", "salary", form="money"), H("Start date", "appointed"),
         H("Medical contract", "medical_contract")],
        ["1", "Chief Executive", "Corporate", 1, 183000, date(2018, 4, 2), As("FALSE", "no")],
        ["2", "Medical Director", "Clinical", 1, 126281, date(2022, 8, 1), As("TRUE", "yes")],
        ["3", "Chief Nurse", "Clinical", 1, 136000, As(43101, "2022-01-02"), As("FALSE", "no")],
        ["4", "Finance Director", "Corporate", 0.9, 147000, date(2025, 2, 10), As("FALSE", "no")],
    )  # fmt: skip
    page.sheet.autofilter("A1:G5")
    page.sheet.filter_column("C", "x == Clinical")
    for row in (1, 4):
        page.sheet.set_row(row, None, None, {"hidden": True})
    page.sheet.set_column("D:D", None, None, {"hidden": True})


def american_dates(book: Messy) -> None:
    """A system's extract with dates month first, which only some of them give away."""
    page = book.sheet("ESR extract")
    page.table(
        "A1",
        [H("Position Number", "reference"), H("Position Title", "post"), H("Grade"),
         H("FTE", "fte"), H("Full Time Salary", "salary"), H("Actual Annual Salary", "actual_pay"),
         H("Start Date In Position", "appointed"), H("Org L3")],
        ["28811", "Chief Executive", "VSM", 1, 194500, 194500, As("04/13/2021", REFUSED), "Exec"],
        ["28812", "Chief Nurse", "VSM", 1, 137800, 137800, As("03/04/2022", REFUSED), "Exec"],
        ["28813", "Director of Finance", "VSM", 0.6, 149000, 89400, As("11/01/2023", REFUSED),
         "Exec"],
        ["28814", "Director of Estates", "VSM", 1, 110500, 110500, As("06/06/2024", "2024-06-06"),
         "Exec"],
    )  # fmt: skip


def two_salaries(book: Messy) -> None:
    """Two columns that could both be the salary; nothing on the sheet says which is meant."""
    page = book.sheet("Pay")
    page.table(
        "A1",
        [H("Post", "post"), H("Annual salary"), H("Base salary"), H("WTE", "fte"),
         H("Approval", "approval")],
        ["Chief Executive", 200000, 190000, 1, "NHS England"],
        ["Chief Nurse", 141000, 134000, 1, "Remuneration Committee"],
    )  # fmt: skip
    page.put("B1", As("Annual salary", "salary"), ASK)


def millions_unsaid(book: Messy) -> None:
    """A turnover of 612 with no word of millions, salaries of 171.25 with none of thousands."""
    page = book.sheet("FY26")
    # The sheet's own name says the year; its first cell stands for it.
    page.put("A1", As("Turnover", APRIL), "effective")
    page.put("B1", As(612, REFUSED), "turnover")
    page.table(
        "A4",
        [H("Post", "post"), H("Salary", "salary"), H("FTE", "fte"), H("Band", "band")],
        ["Chief Executive", As(171.25, REFUSED), 1, "C"],
        ["Chief Nurse", As(136, REFUSED), 1, "C"],
        ["Director of Finance", As(150.5, REFUSED), 1, "C"],
    )


LAYOUTS = {
    "report_bands": report_bands,
    "bands_in_pounds": bands_in_pounds,
    "typed_as_text": typed_as_text,
    "mac_and_filter": mac_and_filter,
    "american_dates": american_dates,
    "two_salaries": two_salaries,
    "millions_unsaid": millions_unsaid,
}
"""Each layout by its name."""
