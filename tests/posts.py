"""Board posts for the tests: as a real workbook, or in memory as the reader gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

import xl_vsm
from xl_vsm.checks.case import Case
from xl_vsm.checks.one_workbook import Question, check_read
from xl_vsm.findings import Finding, Report, WorkbookReport
from xl_vsm.parameters import Parameters
from xl_vsm.sheets import Entry, Particulars, PostRow, SheetRead, Workbook
from xl_vsm.sheets.fields import FIELDS

DAY = date(2025, 9, 30)
"""A day of 2025/26 for which every kind of figure is published."""

TRUST = {"organisation_type": "trust", "turnover": 512_400_000, "segment": 2}
ICB = {"organisation_type": "ICB", "weighted_population": 1_840_000}

DIRECTOR: dict[str, Any] = {
    "post": "Director of Finance",
    "reference": "1001",
    "role": "director",
    "contract": "VSM",
    "appointed": date(2020, 1, 1),
    "fte": 1,
    "salary": 130_000,
    "actual_pay": 130_000,
    "band": "C",
    "position": "in range",
    "premium_ground": "exceptional performance",
    "premium_rate": 0.10,
    "premium_amount": 13_000,
    "premium_start": date(2025, 4, 1),
    "objectives_met": "yes",
    "performance_management": "no",
    "award_outcome": "award",
    "award_amount": 4_225,
    "pensionable_pay": 130_000,
    "pension_tier": 6,
    "pension_rate": 0.125,
    "pension_contribution": 16_250,
    "employer_pension": 30_914,
    "employer_national_insurance": 18_750,
    "apprenticeship_levy": 650,
    "paybill": 180_314,
}
"""A post in which everything is right on `DAY` in `TRUST`, worked out by hand.

Band C: 400 to 600 million (illustrative), where a director has 120,000 to 140,000.
Award 3.25%; tier 6, 12.5%; employer pension 23.78%; National Insurance 15% above 5,000;
levy 0.5%; paybill 130,000 + 30,914 + 18,750 + 650.
"""

CHIEF_EXECUTIVE: dict[str, Any] = {
    "post": "Chief Executive",
    "reference": "1000",
    "salary": 195_000,
    "approval": "NHS England",
}
"""A chief executive in the same trust: in the range (180,000 to 200,000), approved centrally."""


@dataclass(frozen=True)
class Book:
    """A workbook that was written, and where its cells are."""

    path: Path
    columns: tuple[str, ...]
    header_row: int

    def cell(self, field: str, post: int = 0) -> str:
        """Return the cell of a field of a post, the first being 0."""
        return f"{get_column_letter(self.columns.index(field) + 1)}{self.header_row + 1 + post}"


def write(
    folder: Path,
    *posts: Mapping[str, Any],
    organisation: Mapping[str, Any] = TRUST,
    name: str = "pay.xlsx",
    sheet: str = "Pay",
) -> Book:
    """Write posts as a workbook: the organisation in labelled cells, then headings, then posts.

    The columns are the fields that any post names, in that order. A field that a post lacks is
    left blank.
    """
    columns = tuple(dict.fromkeys(field for post in posts for field in post))
    book = openpyxl.Workbook()
    page = cast("Worksheet", book.active)
    page.title = sheet
    rows: list[list[Any]] = [[FIELDS[field].label, value] for field, value in organisation.items()]
    rows += [[], [FIELDS[field].label for field in columns]]
    header_row = len(rows)
    rows += [[post.get(field) for field in columns] for post in posts]
    for number, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            if value is not None:
                page.cell(number, column, value)
    path = folder / name
    book.save(path)
    book.close()
    return Book(path, columns, header_row)


def report_on(
    folder: Path,
    *posts: Mapping[str, Any],
    organisation: Mapping[str, Any] = TRUST,
    effective: date = DAY,
    **asked: Any,
) -> tuple[Report, Book]:
    """Write posts, check them end to end, and return the report with the book."""
    book = write(folder, *posts, organisation=organisation)
    return xl_vsm.check(book.path, effective=effective, **asked), book


def faults(report: Report) -> list[tuple[str, str | None]]:
    """Return code and cell of what was found, without the note on made-up ranges."""
    return [(f.code, f.cell) for f in report.findings if f.code != "BND001"]


def only(report: Report, code: str) -> Finding:
    """Return the one finding of a code."""
    (found,) = (f for f in report.findings if f.code == code)
    return found


def reasons(report: Report, code: str) -> list[str]:
    """Return why a check could not be made, cell by cell."""
    return [n.reason for w in report.workbooks for n in w.not_checked if n.code == code]


def entry(field: str, value: Any, cell: str = "A1") -> Entry[Any]:
    """Return an entry as the reader gives it: a value, or an entry's state made by hand."""
    if isinstance(value, Entry):
        return replace(value, cell=cell)
    raw = str(value)
    kind = FIELDS[field].kind
    if kind in {"money", "number", "rate"} and not isinstance(value, Decimal):
        value = Decimal(str(value))
    if kind == "yesno":
        value = value in (True, "yes")
    return Entry("Pay", cell, "stated", value, raw)


def unusable(state: str, raw: str = "", reason: str = "") -> Entry[Any]:
    """Return an entry without a value: blank, not applicable, unreadable or an error value."""
    return Entry("Pay", "A1", state, raw=raw, reason=reason)


def row(values: Mapping[str, Any], number: int = 5) -> PostRow:
    """Return a post as the reader gives it, its fields in columns A, B, C and so on."""
    entries = {
        field: entry(field, value, f"{get_column_letter(place)}{number}")
        for place, (field, value) in enumerate(values.items(), start=1)
    }
    return PostRow("Pay", number, **entries)


def workbook(*posts: Mapping[str, Any], organisation: Mapping[str, Any] = TRUST) -> Workbook:
    """Return a workbook as the reader gives it."""
    columns = {field: get_column_letter(n) for n, field in enumerate(posts[0], start=1)}
    particulars = {
        field: entry(field, value, f"B{place}")
        for place, (field, value) in enumerate(organisation.items(), start=1)
    }
    return Workbook(
        path="pay.xlsx",
        sha256="0" * 64,
        sheets=(SheetRead(name="Pay", hidden=False, header_row=4, columns=columns),),
        particulars=Particulars(**particulars),
        rows=tuple(row(post, number) for number, post in enumerate(posts, start=5)),
    )


def checked(
    *posts: Mapping[str, Any],
    organisation: Mapping[str, Any] = TRUST,
    effective: date = DAY,
    known: date | None = None,
) -> WorkbookReport:
    """Check posts without a file."""
    made = workbook(*posts, organisation=organisation)
    return check_read(made, Question(effective, effective, known))[0]


def case(
    values: Mapping[str, Any],
    organisation: Mapping[str, Any] = TRUST,
    effective: date = DAY,
) -> Case:
    """Return a post as the checks see it."""
    made = workbook(values, organisation=organisation)
    return Case(made.rows[0], made.particulars, Parameters(effective))
