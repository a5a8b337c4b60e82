"""The first sheet: what the workbook is, the organisation, its pay ranges, and how to use it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from xl_vsm.loading.entries import ROLES
from xl_vsm.template.columns import or_empty
from xl_vsm.template.places import (
    BAND_ROW,
    CHECKED_ROW,
    INPUTS,
    MARKS_ROW,
    SIZE_ROW,
    STATUS_ROW,
    VERDICT,
    cell,
)
from xl_vsm.template.words import ERRORS, LEGEND, MADE_UP, NOT_LOADED, NOTHING_YET, STEPS
from xl_vsm.template.writing import Page

LAST: Final = "E"
FIRST_DAY: Final = date(1948, 7, 5)
"""The day on which the NHS began; no day of anybody's pay is before it."""

_LABELS: Final = {
    "Organisation": "Organisation",
    "Organisation_type": "Organisation type",
    "Turnover": "Annual turnover (£, for a trust)",
    "Weighted_population": "Weighted population (for an ICB)",
    "Segment": "Oversight segment (1 to 5)",
    "Recovery_support": "Recovery support programme",
    "Effective_date": "Effective date",
}
_ADVICE: Final = {
    "Organisation": "The organisation's name.",
    "Organisation_type": "Trust covers foundation trusts too. ICB is an integrated care board.",
    "Turnover": "For a trust: annual turnover in £, such as 512400000. Combined for a group. Leave"
    " it blank for an ICB.",
    "Weighted_population": "For an ICB: its weighted population, such as 1250000. Leave it blank"
    " for a trust.",
    "Segment": "The NHS Oversight Framework segment, 1 to 5. Blank for an ICB without one.",
    "Recovery_support": "Whether the organisation is in the recovery support programme.",
    "Effective_date": "The day that every answer is for, such as 30/09/2025.",
}
_KINDS: Final = {"Turnover": "pounds", "Weighted_population": "people", "Effective_date": "date"}
_SIZE: Final = (
    '=IF(Turnover="",IF(Weighted_population="","",Weighted_population),'
    'IF(Weighted_population="",Turnover,"fill in only one of the two"))'
)
_DAY: Final = or_empty("Effective_date")
_READY: Final = 'OR(Organisation_type="",Size="")'
_RANGES: Final = 20
_RANGE_HEADINGS: Final = (
    "Role",
    "Minimum",
    "Operational maximum",
    "Exception zone maximum",
    "Standing",
)


def write_start(page: Page, given: dict[str, Any]) -> None:
    """Write the first sheet.

    Args:
        page: the sheet.
        given: what is known of the organisation already, by the names of the cells.
    """
    sheet = page.sheet
    sheet.hide_gridlines(2)
    sheet.set_default_row(18)
    sheet.set_column("A:A", 36)
    sheet.set_column("B:B", 34)
    sheet.set_column("C:E", 20)
    sheet.set_row(0, 30)
    page.text("A1", "Very senior manager pay", "Title")
    page.across(
        f"A2:{LAST}2",
        "A blank workbook for one organisation's VSM posts. Fill in the cream cells, here and on"
        " the sheet Pay.",
        "Explanatory Text",
    )
    _standing(page)
    _organisation(page, given)
    _ranges(page)
    below = _RANGES + 2 + len(ROLES)
    _guide(page, below)


def _standing(page: Page) -> None:
    _heading(page, STATUS_ROW - 1, "Can the answers be relied on?")
    for row, label, formula, value in (
        (STATUS_ROW, "Functions", f'=IFERROR(VSM_STATUS(),"{NOT_LOADED}")', NOT_LOADED),
        (CHECKED_ROW, "This workbook", f"={VERDICT}", NOTHING_YET),
    ):
        page.text(f"A{row}", label, "VSM label")
        page.across(f"B{row}:{LAST}{row}", "", "VSM status")
        page.formula(f"B{row}", formula, value, "VSM status")
    page.text(f"A{MARKS_ROW}", "Pay ranges", "VSM label")
    page.across(f"B{MARKS_ROW}:{LAST}{MARKS_ROW}", MADE_UP, "VSM status")
    page.sheet.set_row(STATUS_ROW - 1, 48)
    page.sheet.set_row(CHECKED_ROW - 1, 18)
    page.sheet.set_row(MARKS_ROW - 1, 33)
    page.mark(f"B{STATUS_ROW}", "bad", f'=LEFT($B${STATUS_ROW},6)<>"xl_vsm"')
    page.mark(f"B{STATUS_ROW}", "doubt", f'=ISNUMBER(SEARCH("illustrative",$B${STATUS_ROW}))')
    page.mark(f"B{CHECKED_ROW}", "bad", f'=ISNUMBER(SEARCH("put right",$B${CHECKED_ROW}))')
    page.mark(f"B{CHECKED_ROW}", "good", f'=ISNUMBER(SEARCH("passed",$B${CHECKED_ROW}))')
    page.mark(f"B{MARKS_ROW}", "doubt", f'=ISERROR(SEARCH("loaded by",$B${STATUS_ROW}))')


def _organisation(page: Page, given: dict[str, Any]) -> None:
    _heading(page, min(INPUTS.values()) - 1, "Your organisation")
    for name, row in INPUTS.items():
        kind = _KINDS.get(name, "text")
        form = page.formats.get("Input", kind, wrap=kind == "text")
        page.text(f"A{row}", _LABELS[name], "VSM label")
        page.sheet.write(*cell(f"B{row}"), given.get(name), form)
        page.accept(f"B{row}", _rule(name), _LABELS[name].partition(" (")[0], _ADVICE[name])
    page.text(f"A{SIZE_ROW}", "Size that decides the band", "VSM label")
    page.formula(f"B{SIZE_ROW}", _SIZE, "", kind="people")
    page.text(f"A{BAND_ROW}", "Band", "VSM label")
    band = f'=IF({_READY},"",VSM_BAND(Organisation_type,Size,{_DAY}))'
    page.formula(f"B{BAND_ROW}", band, "")
    page.mark_answers(f"B{SIZE_ROW}:B{BAND_ROW}")
    for name in ("Organisation_type", "Effective_date"):
        page.mark(f"B{INPUTS[name]}", "doubt", f"=ISBLANK($B${INPUTS[name]})")
    first, second = INPUTS["Turnover"], INPUTS["Weighted_population"]
    page.mark(f"B{first}:B{second}", "doubt", f"=COUNTA($B${first}:$B${second})<>1")


def _rule(name: str) -> dict[str, Any]:
    if name == "Organisation":
        return {"validate": "any"}
    if name == "Organisation_type":
        return {"validate": "list", "source": "=List_organisation_types"}
    if name == "Recovery_support":
        return {"validate": "list", "source": "=List_yes_no"}
    if name == "Segment":
        return {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 5}
    if name == "Effective_date":
        return {"validate": "date", "criteria": ">=", "value": FIRST_DAY}
    return {"validate": "decimal", "criteria": ">", "value": 0}


def _ranges(page: Page) -> None:
    _heading(page, _RANGES, "Pay ranges for your organisation, £ a year, full time")
    page.sheet.set_row(_RANGES, 32)
    for column, words in zip("ABCDE", _RANGE_HEADINGS, strict=True):
        page.text(f"{column}{_RANGES + 1}", words, "VSM heading")
    for row, role in enumerate(ROLES, _RANGES + 2):
        page.text(f"A{row}", role.value, "VSM label")
        formula = f'=IF({_READY},"",VSM_RANGE(A{row},Organisation_type,Size,{_DAY}))'
        page.spill(f"B{row}:{LAST}{row}", formula, "pounds")
        page.mark_answers(f"B{row}:{LAST}{row}")
        page.mark(f"B{row}:{LAST}{row}", "doubt", f'=$E{row}="illustrative"')


def _guide(page: Page, row: int) -> None:
    row += 1
    _heading(page, row, "How to use it")
    for number, words in enumerate(STEPS, 1):
        row = _line(page, row, f"Step {number}", words)
    row += 2
    _heading(page, row, "What the cells are")
    for style, colour, words in LEGEND:
        row += 1
        page.text(f"A{row}", f"{style} ({colour})", style)
        page.across(f"B{row}:{LAST}{row}", words)
    row += 2
    _heading(page, row, "When a cell shows an error")
    for sign, words in ERRORS:
        row = _line(page, row, sign, words)


def _line(page: Page, row: int, label: str, words: str) -> int:
    row += 1
    page.text(f"A{row}", label, "VSM label")
    page.across(f"B{row}:{LAST}{row}", words)
    page.sheet.set_row(row - 1, 32 if len(words) > 90 else 18)
    return row


def _heading(page: Page, row: int, words: str) -> None:
    page.text(f"A{row}", words, "Heading 1")
    page.sheet.set_row(row - 1, 22)
    for column in range(1, 5):
        page.sheet.write_blank(row - 1, column, None, page.formats.get("Heading 1"))


def names() -> dict[str, str]:
    """Return the names of the cells that formulas on any sheet use."""
    places = {name: f"='Start here'!$B${row}" for name, row in INPUTS.items()}
    return {**places, "Size": f"='Start here'!$B${SIZE_ROW}"}
