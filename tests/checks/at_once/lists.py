"""Invented long lists of posts, mostly right, with all that people put into such a list."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from xlsxwriter import Workbook

from xl_vsm.parameters import Parameters
from xl_vsm.rules import (
    apprenticeship_levy,
    contribution,
    contribution_rate,
    contribution_tier,
    employer_national_insurance,
    employer_pension,
    paybill,
)

DAY = date(2025, 9, 30)
AWARDS = ("Outcome", "Award £", "Objectives met?", "Formal performance management?")
COLUMNS = (
    *("Ref", "Post", "Role", "Contract", "In post from", "WTE", "Salary", "Actual pay"),
    *("Pay band", "Position in range", "Approved by", "Pensionable pay", "Tier", "Rate"),
    *("Contribution", "Employer pension", "Employer NI", "Apprenticeship levy", "Paybill"),
    *(*AWARDS, "Premium", "Ground of premium", "Notes", "Directorate"),
)
ODD: tuple[Any, ...] = (
    *(None, "n/a", "TBC", 0, -5, "£131,000", " Director ", "#REF!", True, 1e9, 12.5, "vacant"),
    *("Total", "Salary", "150-155", 0.005, "Medical consultant", "Band 9 AfC", "Left", 99, 999),
    *(date(2026, 1, 1), "15/04/2025", "04/15/2025", "yes", "   ", "&<>\"'", "Award", "a\nb"),
    *(170000, 170000.01, 169999.99, 140000, 140000.01, 150000.01, 119999.99, 15000000),
)
"""What may stand in any column of one post."""
TITLES = ("Chief Nurse", "Director of Quality Totals")
Draw = random.Random


def _post(draw: Draw) -> dict[str, Any]:
    """Return a post of which everything is right."""
    p, chief = Parameters(DAY), draw.random() < 0.1
    whole = draw.randrange(180_000, 200_000) if chief else draw.randrange(120_000, 140_000)
    salary = whole + Decimal(draw.randrange(100)) / 100 * (draw.random() < 0.3)
    part = draw.choice((Decimal(1), Decimal(1), Decimal("0.8"), Decimal("0.6")))
    pay = _pennies(salary * part)
    title = (
        "Chief Executive" if chief else draw.choice(("Chief Nurse", "Director of Quality Totals"))
    )
    return dict(
        zip(
            COLUMNS,
            (
                *(draw.randrange(1000, 9_999_999), title, title if chief else "Director", "VSM"),
                *(date(draw.randint(2012, 2025), draw.randint(1, 12), 1), part, salary, pay),
                *("C", "in range", "NHS England" if chief else "Remuneration committee", pay),
                *(contribution_tier(pay, p), contribution_rate(pay, p), contribution(pay, p)),
                *(employer_pension(pay, p), employer_national_insurance(pay, p)),
                *(apprenticeship_levy(pay, p), paybill(pay, Decimal(0), p)),
                *("Award", _pennies(salary * Decimal("0.0325")), "Yes", "No"),
                *(None, None, None, draw.choice(("Corporate", "Clinical"))),
            ),
            strict=True,
        )
    )


def _pennies(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def a_list(seed: int) -> bytes:
    """Return a workbook with a list of posts: the same bytes for a seed each time."""
    draw, out = random.Random(seed), io.BytesIO()
    book = Workbook(out, {"constant_memory": seed % 2 == 0 and seed % 7 != 1, "in_memory": True})
    sheet = book.add_worksheet("Board pay")
    columns = [each for each in COLUMNS if _is_there(each, draw, awards=seed % 2 == 0)]
    columns += [draw.choice(COLUMNS)] * (draw.random() < 0.1)
    if draw.random() < 0.9:
        title = "Northmoor NHS Foundation Trust: position as at 30 September 2025"
        sheet.write_string(0, 0, title)
    sheet.write_row(2, 0, columns)
    write = _Writer(book, sheet, columns, draw)
    last = write.posts(draw.randint(30, 80))
    alone = len(set(columns)) == len(columns)
    if seed % 5 == 0:
        sheet.autofilter(2, 0, last - 1, len(columns) - 1)
    elif seed % 7 == 1 and alone:
        headers = [{"header": each} for each in columns]
        sheet.add_table(2, 0, last - 1, len(columns) - 1, {"columns": headers})
    if draw.random() < 0.3:
        last += draw.randint(0, 2)
        sheet.write_string(last, 0, "Total")
        sheet.write_formula(last, columns.index("Salary"), "=SUM(A1:A3)", None, 5)
    if draw.random() < 0.2:
        sheet.write_string(last + 2, 0, "Note: figures are provisional.")
    _details(book, draw)
    book.close()
    return out.getvalue()


def plain_posts(count: int) -> list[list[Any]]:
    """Return headings and so many posts of which everything is right."""
    draw = random.Random(count)
    posts = [_post(draw) for _ in range(count)]
    rows = [[_plain(each[name]) for name in COLUMNS] for each in posts]
    return [list(COLUMNS), *rows]


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def written(
    rows: list[Any],
    details: list[Any] | None = None,
    *,
    also: list[Any] | None = None,
    stored: float = 0,
    table_to: int = 0,
) -> bytes:
    """Return a workbook of a trust of band C.

    Args:
        rows: the posts, headings first.
        details: what is said of the trust besides.
        also: the rows of another sheet.
        stored: what the formulas came to.
        table_to: the last row of Excel's own table, if the list is one.
    """
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Board pay")
    sheet.write_string(0, 0, "Northmoor NHS Foundation Trust: position as at 30 September 2025")
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row):
            is_formula = isinstance(value, str) and value.startswith("=")
            sheet.write(number, column, value, *((None, stored) if is_formula else ()))
    if table_to:
        columns = [{"header": each} for each in rows[0]]
        sheet.add_table(2, 0, table_to - 1, len(columns) - 1, {"columns": columns})
    if also:
        other = book.add_worksheet("Others")
        for number, row in enumerate(also):
            other.write_row(number, 0, row)
    about = book.add_worksheet("Trust details")
    said = [("Organisation type:", "NHS foundation trust"), ("Annual turnover (£m):", 500)]
    said += [("NHS Oversight Framework segment:", 2), *(details or [])]
    for number, row in enumerate(said):
        about.write_row(number, 0, row)
    book.close()
    return out.getvalue()


def _is_there(column: str, draw: Draw, *, awards: bool) -> bool:
    if column in {"Post", "Salary"}:
        return True
    return awards if column in AWARDS else draw.random() < 0.75


class _Writer:
    """Writes posts, and now and then something else."""

    def __init__(self, book: Any, sheet: Any, columns: list[str], draw: Draw) -> None:
        self.sheet, self.columns, self.draw = sheet, columns, draw
        self.day = book.add_format({"num_format": "dd/mm/yyyy"})
        money = book.add_format({"num_format": "£#,##0.00"}) if draw.random() < 0.5 else None
        self.formats = {
            "In post from": self.day,
            "Salary": money,
            "Rate": book.add_format({"num_format": "0.0%"}),
        }
        self.blank = book.add_format({"num_format": "£#,##0.00"})
        self.odd = draw.choice((0, 0, 0.002, 0.01, 0.05))
        self.formulas = _formulas(columns) if draw.random() < 0.4 else {}
        self.references: list[int] = []

    def posts(self, count: int) -> int:
        """Write so many posts, and return the row after them."""
        row = 3
        for _ in range(count):
            row += self._something_else(row) if self.draw.random() < 0.02 else 0
            if self.draw.random() < 0.02:
                self.sheet.set_row(row, None, None, {"hidden": True})
            self._one(row)
            row += 1
        return row

    def _something_else(self, row: int) -> int:
        what: Callable[[], Any] = self.draw.choice(
            (
                lambda: self.sheet.write_string(row, 0, "Clinical directors"),
                lambda: self.sheet.write_row(row, 0, self.columns),
                lambda: self.sheet.write_row(row, 0, ("Total", None, 5)),
                lambda: None,
            )
        )
        what()
        return 1

    def _one(self, row: int) -> None:
        post = _post(self.draw)
        if self.references and self.draw.random() < 0.01:
            post["Ref"] = self.draw.choice(self.references)
        self.references.append(post["Ref"])
        for column, name in enumerate(self.columns):
            value = self.draw.choice(ODD) if self.draw.random() < self.odd else post[name]
            if name in self.formulas and self.draw.random() > 0.02:
                at = row + 1 if self.draw.random() > 0.01 else row
                text = self.formulas[name].format(row=at)
                stored = float(value) if isinstance(value, int | float | Decimal) else value or 0
                stored = 0 if isinstance(stored, date) else stored
                self.sheet.write_formula(row, column, text, self.formats.get(name), stored)
            else:
                self._value(row, column, value, self.formats.get(name))

    def _value(self, row: int, column: int, value: Any, shown: Any) -> None:
        if value is None:
            if self.draw.random() < 0.05:
                self.sheet.write_blank(row, column, None, self.blank)
        elif isinstance(value, bool):
            self.sheet.write_boolean(row, column, value)
        elif isinstance(value, date):
            self.sheet.write_datetime(row, column, value, self.day)
        elif isinstance(value, str) and value.startswith("#"):
            self.sheet.write_formula(row, column, "=1/0", None, value)
        elif isinstance(value, str):
            self.sheet.write_string(row, column, value, shown)
        else:
            self.sheet.write_number(row, column, float(value), shown)


def _formulas(columns: list[str]) -> dict[str, str]:
    if len(set(columns)) < len(columns):
        return {}
    at = {name: chr(ord("A") + place) for place, name in enumerate(columns)}
    found = {}
    for name, text, rests_on in (
        ("Actual pay", "=ROUND({0}{{row}}*{1}{{row}},2)", ("Salary", "WTE")),
        ("Pensionable pay", "={0}{{row}}", ("Actual pay",)),
        ("Contribution", "=ROUND({0}{{row}}*{1}{{row}},2)", ("Pensionable pay", "Rate")),
    ):
        if name in at and all(each in at for each in rests_on):
            found[name] = text.format(*(at[each] for each in rests_on))
    return found


def _details(book: Any, draw: Draw) -> None:
    sheet = book.add_worksheet("Trust details")
    said = (
        ("Organisation:", "Northmoor NHS Foundation Trust"),
        ("Organisation type:", "NHS foundation trust"),
        ("Annual turnover (£m):", 500),
        ("NHS Oversight Framework segment:", draw.choice((2, 2, 3, 5))),
    )
    for row, cells in enumerate(said):
        if draw.random() < 0.97:
            sheet.write_row(row, 0, cells)
    if draw.random() < 0.3:
        sheet.write_string(len(said), 0, "Position as at:")
        days = (DAY, DAY, date(2026, 4, 2), date(2025, 4, 3), date(2024, 5, 1))
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_datetime(len(said), 1, draw.choice(days), day)
