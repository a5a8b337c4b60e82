"""What is in the workbooks of an invented estate, and how some are broken."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from xlsxwriter import Workbook

from tests.hostile import attacks, old_kinds
from tests.sheets.books import with_part

POSTS: Final = 12
SITES: Final = 5
"""How many workbooks each organisation has."""
FAULTY: Final = 0.1
"""How many of the posts have one wrong figure."""
HEADINGS: Final = (
    *("Ref", "Post", "Role", "Contract", "In post from", "WTE", "Salary", "Actual pay"),
    *("Outcome", "Award £", "Pensionable pay", "Tier", "Rate", "Contribution", "Approved by"),
    *("Objectives met?", "Formal performance management?"),
)
_WHERE: Final = ("North", "South", "East", "West", "Upper", "Lower", "Great", "Little")
_NAMES: Final = ("moor", "fell", "mere", "dale", "combe", "wold", "fen", "holme")
_WHAT: Final = ("Finance", "People", "Strategy", "Estates", "Nursing", "Operations", "Digital")
_DAY: Final = date(2025, 9, 30)
_AWARD, _RATE, _TIER = Decimal("0.0325"), Decimal("0.125"), 6
_LESS: Final = Decimal("0.018")
RANGES: Final = {False: (120_000, 140_000), True: (180_000, 200_000)}
"""The salaries of directors and of chief executives."""
_MADE: Final = {"created": datetime(2025, 9, 30, tzinfo=UTC), "author": "invented"}


def workbook(number: int, posts: int = POSTS, faulty: float = FAULTY) -> bytes:
    """Return the workbook of a number: the same bytes each time.

    The formulas have their results stored, as Excel keeps them.

    Args:
        number: tells one from the other.
        posts: how many.
        faulty: the share of posts that have a wrong figure.
    """
    chance = random.Random(number)
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties(_MADE)
    pay = book.add_worksheet("Board pay")
    pay.write_string(0, 0, f"{_organisation(number // SITES)}: position as at 30 September 2025")
    pay.write_row(2, 0, HEADINGS)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for row in range(3, 3 + posts):
        _post(pay, row, chance, day, faulty)
    _details(book.add_worksheet("Trust details"), number, day)
    book.close()
    return out.getvalue()


def _organisation(number: int) -> str:
    where, rest = _WHERE[number % 8], number // 8
    return f"{where}{_NAMES[rest % 8]} {rest // 8 + 1} NHS Foundation Trust"


def _details(sheet: Any, number: int, day: Any) -> None:
    chance = random.Random(-1 - number // SITES)
    said = (
        ("Organisation:", _organisation(number // SITES)),
        ("Organisation type:", "NHS foundation trust"),
        ("Annual turnover (£m):", chance.randint(400, 600)),
        ("NHS Oversight Framework segment:", chance.randint(1, 4)),
    )
    for row, cells in enumerate(said):
        sheet.write_row(row, 0, cells)
    sheet.write_string(len(said), 0, "Position as at:")
    sheet.write_datetime(len(said), 1, _DAY, day)


def _post(sheet: Any, row: int, chance: random.Random, day: Any, faulty: float) -> None:
    first = row == 3
    low, high = RANGES[first]
    salary, fte = Decimal(chance.randrange(low, high, 500)), chance.choice(("1", "1", "0.8"))
    paid = salary * Decimal(fte)
    wrong = chance.choice(("Tier", "Rate", "Award £")) if chance.random() < faulty else ""
    tier, rate = _TIER - (wrong == "Tier"), _RATE - _LESS * (wrong == "Rate")
    title = "Chief Executive" if first else f"Director of {chance.choice(_WHAT)}"
    sheet.write_row(row, 0, (f"{1000 + row}", title, title if first else "Director", "VSM"))
    sheet.write_datetime(row, 4, date(chance.randint(2012, 2024), chance.randint(1, 12), 1), day)
    sheet.write_row(row, 5, (float(fte), salary))
    place = row + 1
    sheet.write_formula(row, 7, f"=G{place}*F{place}", None, paid)
    sheet.write_string(row, 8, "Award")
    award = salary * _AWARD + 100 * (wrong == "Award £")
    sheet.write_row(row, 9, (_pennies(award),))
    sheet.write_formula(row, 10, f"=H{place}", None, paid)
    sheet.write_row(row, 11, (tier, rate))
    sheet.write_formula(row, 13, f"=ROUND(K{place}*M{place},2)", None, _pennies(paid * rate))
    approver = "NHS England" if first else "Remuneration committee"
    sheet.write_row(row, 14, (approver, "Yes", "No"))


def _pennies(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _wrong_xml(good: bytes) -> bytes:
    return with_part(good, attacks.SHEET, lambda _: b"<worksheet><sheetData><row></worksheet>")


def _flipped(good: bytes) -> bytes:
    middle = len(good) // 2
    return good[:middle] + bytes(each ^ 0xFF for each in good[middle : middle + 64]) + good[-64:]


BROKEN: Final[tuple[tuple[str, Callable[[bytes], bytes]], ...]] = (
    ("empty", lambda _: b""),
    ("noughts", lambda good: bytes(len(good))),
    ("truncated", lambda good: good[: len(good) // 3]),
    ("text", lambda _: b"Ref,Post,Salary\n1001,Chief Executive,195000\n"),
    ("pdf", lambda _: b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"),
    ("password", lambda _: old_kinds.encrypted()),
    ("old", lambda _: old_kinds.xls_without_a_workbook()),
    ("wrong-xml", _wrong_xml),
    ("damaged", _flipped),
    ("bomb", lambda _: attacks.bomb(3_000_000)),
    ("entities", lambda _: attacks.laughs()),
    ("two-parts", lambda _: attacks.names_twice(attacks.SHEET)),
    ("overlapping", lambda _: attacks.overlapping()),
)
"""How a workbook is broken, and what it then is."""
