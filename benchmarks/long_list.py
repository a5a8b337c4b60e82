"""A workbook of many posts without formulas, some with one wrong figure.

python -m benchmarks.long_list FILE [--posts N] [--one-in N]
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from xlsxwriter import Workbook

from xl_vsm import rules
from xl_vsm.parameters import Parameters
from xl_vsm.rules import OrganisationType, Role

DAY: Final = date(2025, 9, 30)
TURNOVER: Final = Decimal(500_000_000)
SALARIES: Final = (120_000, 140_000)
"""In the range of a director there, so that no row is found that has nothing wrong. All are even:
other libraries round half a penny of a float as it comes."""
SHEET: Final = "Board pay"
HEADINGS_AT: Final = 2
"""Counted from nought; the first row says what the list is, and one is empty."""
HEADINGS: Final = (
    *("Ref", "Post", "Role", "In post from", "WTE", "Salary", "Pay band", "Position in range"),
    *("Approved by", "Pensionable pay", "Tier", "Rate", "Contribution", "Employer pension"),
    "Employer NI",
)
WRONG: Final = {
    "Pay band": "A",
    "Position in range": "above range",
    "Tier": 1,
    "Rate": 0.052,
    "Contribution": 1234.5,
    "Employer pension": 4321.0,
    "Employer NI": 2345.67,
}
"""What stands in the columns that hold an answer, in a row where one is wrong."""
_WHAT: Final = ("Finance", "People", "Strategy", "Estates", "Nursing", "Operations", "Digital")


def long_list(path: Path, posts: int, one_in: int) -> None:
    """Write a workbook of directors' posts.

    Args:
        path: the file.
        posts: how many; the same each time for one number.
        one_in: in one post of so many one answer is wrong, each kind in turn.
    """
    chance = random.Random(posts)
    with Workbook(path, {"constant_memory": True}) as book:
        book.set_properties({"created": datetime(2025, 9, 30, tzinfo=UTC), "author": "invented"})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet(SHEET)
        sheet.write_string(0, 0, "Northmoor NHS Foundation Trust: position as at 30 September 2025")
        sheet.write_row(HEADINGS_AT, 0, HEADINGS)
        for post in range(posts):
            salary = chance.randrange(*SALARIES, 2)
            row = _answers(salary) | {
                "Ref": 1001 + post,
                "Post": f"Director of {chance.choice(_WHAT)}",
                "In post from": date(chance.randint(2012, 2024), chance.randint(1, 12), 1),
            }
            if post % one_in == one_in - 1:
                wrong = list(WRONG)[post // one_in % len(WRONG)]
                row[wrong] = WRONG[wrong]
            _write(sheet, HEADINGS_AT + 1 + post, [row[heading] for heading in HEADINGS], day)
        _details(book.add_worksheet("Trust details"), day)


@cache
def _answers(salary: int) -> dict[str, Any]:
    """Return what is due for a salary that is all pensionable, as the rules have it."""
    p, pay = Parameters(DAY), Decimal(salary)
    asked = (pay, Role.DIRECTOR, OrganisationType.TRUST, TURNOVER, p)
    return {
        "Role": "Director",
        "WTE": 1,
        "Salary": salary,
        "Pensionable pay": salary,
        "Pay band": rules.band(OrganisationType.TRUST, TURNOVER, p),
        "Position in range": rules.position(*asked).value,
        "Approved by": rules.approver(*asked).outcome.value,
        "Tier": rules.contribution_tier(pay, p),
        "Rate": rules.contribution_rate(pay, p),
        "Contribution": rules.contribution(pay, p),
        "Employer pension": rules.employer_pension(pay, p),
        "Employer NI": rules.employer_national_insurance(pay, p),
    }


def _write(sheet: Any, row: int, cells: Sequence[Any], day: Any) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, date):
            sheet.write_datetime(row, column, cell, day)
        else:
            sheet.write(row, column, cell)


def _details(sheet: Any, day: Any) -> None:
    said = (
        ("Organisation:", "Northmoor NHS Foundation Trust"),
        ("Organisation type:", "NHS foundation trust"),
        ("Annual turnover (£m):", TURNOVER / 1_000_000),
        ("NHS Oversight Framework segment:", 2),
        ("Position as at:", DAY),
    )
    for row, cells in enumerate(said):
        _write(sheet, row, cells, day)


def main() -> int:
    """Write the workbook that is asked for. Return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--one-in", type=int, default=1_000, help="one wrong in so many posts")
    options = parser.parse_args()
    long_list(options.file, options.posts, options.one_in)
    return 0


if __name__ == "__main__":
    sys.exit(main())
