"""The first sheet of the ready workbook: what it is, and formulas that each fill a whole column.

Every post and amount is invented. The stored answers are those of plain Python, so that the sheet
can be read before its macros are allowed.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from xlsxwriter.worksheet import Worksheet

import udfs

NAME = "Start here"
DAY = date(2025, 6, 1)
PAY: list[tuple[str, float | str]] = [
    ("Chief executive", 186_000),
    ("Director of finance", 148_500),
    ("Director of estates (part-time)", 49_500),
    ("Non-clinical lead", "to be confirmed"),
    ("Board secretary", 64_000),
]
TRUSTS: list[tuple[str, str, float]] = [
    ("An acute trust", "trust", 450_000_000),
    ("A community trust", "trust", 150_000_000),
    ("An integrated care board", "ICB", 1_840_000),
]
ERRORS = [
    ("#VSM! …", "The words after it say which argument is wrong, and what it should be."),
    ("#NAME?", "Macros are not allowed, or the function's name is misspelt."),
    ("Could not load xlwings…", "Python is not set up on this computer, or xlwings.conf is wrong."),
    ("… (illustrative)", "Rests on made-up pay ranges, until the published ones are loaded."),
]
BUTTONS = [
    ("Check this workbook", "CheckThisWorkbook"),
    ("Clear the marks", "ClearMarks"),
    ("Describe the functions", "DescribeFunctions"),
]
_HOW = (
    "To start: allow macros, with Python set up as docs/how-to/excel-on-windows.md says. "
    "Each formula below is typed once, in the top cell of its column, with a range for each "
    "argument; Excel fills the cells under it. Grey cells are answers."
)
_HEADINGS = {
    "Post": "column",
    "Organisation": "column",
    "Band": "column",
    "Day": "kind column",
    "Kind": "kind column",
}
"""How the headings look that are not over numbers."""
_WIDTHS = [34, 20, 14, 24, 16, 20]


def write_first_sheet(sheet: Worksheet, style: dict[str, Any]) -> None:
    """Fill the sheet."""
    sheet.hide_gridlines(2)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width, style["text"])
    sheet.write("A1", "NHS very senior manager pay in Excel", style["title"])
    sheet.merge_range("A2:F2", _HOW, style["note"])
    sheet.set_row(1, 32)
    _buttons(sheet)
    sheet.write("A6", "What it works from", style["heading"])
    sheet.merge_range("B6:F6", "", style["wrapped"])
    waiting = "not answering yet: allow macros, then press Ctrl+Alt+F9"
    sheet.write_formula("B6", "=VSM_STATUS()", style["wrapped"], waiting)
    sheet.set_row(5, 48)
    _pension(sheet, style)
    _ranges(sheet, style)
    sheet.write("A25", "What an error says", style["heading"])
    for row, (shown, meaning) in enumerate(ERRORS, 25):
        sheet.write(row, 0, shown, style["formula"])
        sheet.merge_range(row, 1, row, 5, meaning, style["text"])
    sheet.print_area("A1:F29")
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_paper(9)


def _buttons(sheet: Worksheet) -> None:
    for number, (caption, macro) in enumerate(BUTTONS):
        place = {"width": 220, "height": 32, "x_offset": 240 * number}
        sheet.insert_button("A4", {"caption": caption, "macro": macro, **place})
    sheet.set_row(3, 24)


def _pension(sheet: Worksheet, style: dict[str, Any]) -> None:
    first, last = 10, 9 + len(PAY)
    sheet.write("A8", "NHS Pension, a row of each post", style["heading"])
    _headings(sheet, 8, ["Post", "Pensionable pay, £", "Day", "Tier", "Rate", "£ a year"], style)
    for row, (post, pay) in enumerate(PAY, first - 1):
        sheet.write(row, 0, post, style["text"])
        sheet.write(row, 1, pay, style["money"])
        sheet.write(row, 2, _moment(DAY), style["date"])
    given = f"B{first}:B{last},C{first}:C{last}"
    pay = [[amount] for _, amount in PAY]
    for column, name, form in (
        ("D", "NHS_PENSION_TIER", "whole"),
        ("E", "NHS_PENSION_RATE", "rate"),
        ("F", "NHS_PENSION_CONTRIBUTION", "pence"),
    ):
        answers = getattr(udfs, name)(pay, DAY)
        _spill(sheet, f"{column}{first}", f"={name}({given})", answers, style[form])
    answers = f"F{first}:F{last}"
    # SUM passes over text, so a total must see for itself that every row has an answer.
    total = f'=IF(COUNT({answers})=ROWS({answers}),SUM({answers}),"a row has no answer")'
    sheet.write(f"A{last + 1}", "Total", style["total"])
    for column in "BCDE":
        sheet.write_blank(f"{column}{last + 1}", None, style["total"])
    sheet.write_formula(f"F{last + 1}", total, style["total"], "a row has no answer")
    sheet.write(f"A{last + 2}", f"in D{first}: =NHS_PENSION_TIER({given})", style["formula"])


def _ranges(sheet: Worksheet, style: dict[str, Any]) -> None:
    first, last = 20, 19 + len(TRUSTS)
    sheet.write("A18", "Pay bands", style["heading"])
    heads = ["Organisation", "Turnover or people", "Kind", "Band"]
    _headings(sheet, 18, heads, style)
    for row, (name, kind, size) in enumerate(TRUSTS, first - 1):
        sheet.write(row, 0, name, style["text"])
        sheet.write(row, 1, size, style["money"])
        sheet.write(row, 2, kind, style["kind"])
    bands = [[udfs.VSM_BAND(kind, size, DAY)] for _, kind, size in TRUSTS]
    formula = f"=VSM_BAND(C{first}:C{last},B{first}:B{last},C10)"
    _spill(sheet, f"D{first}", formula, bands, style["answer"])
    sheet.write(f"A{last + 1}", f"in D{first}: {formula}", style["formula"])


def _headings(sheet: Worksheet, row: int, heads: list[str], style: dict[str, Any]) -> None:
    for column, head in enumerate(heads):
        sheet.write(row, column, head, style[_HEADINGS.get(head, "number column")])


def _spill(sheet: Worksheet, cell: str, formula: str, answers: list[list[Any]], form: Any) -> None:
    """Write a formula that fills the cells below it, and what they show until it is calculated."""
    column, first = cell[0], int(cell[1:])
    place = f"{cell}:{column}{first + len(answers) - 1}"
    sheet.write_dynamic_array_formula(place, formula, form, answers[0][0])
    for row, (answer,) in enumerate(answers[1:], first + 1):
        sheet.write(f"{column}{row}", answer, form)


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a cell has no time zone
