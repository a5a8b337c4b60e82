"""Posts to be costed, in memory as the reader gives them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tests.posts import DAY, TRUST, workbook
from xl_vsm.checks.one_workbook import Question
from xl_vsm.committee.checked import Checked, of_workbook
from xl_vsm.committee.costing import Costing, Multipliers, Scenario, costing

ASKED = (
    Scenario("4%, and ranges 5% higher", Decimal("0.04"), Decimal("0.05"), Decimal("0.5")),
    Scenario("No award", Decimal(0), Decimal("0.03")),
)
BY = Multipliers(Decimal("1.02"), Decimal("1.3"))
HOSTILE = '=cmd|"/c calc"!A1'

PLAIN: dict[str, Any] = {
    "post": "Director of Finance",
    "reference": "1001",
    "role": "director",
    "contract": "VSM",
    "appointed": date(2020, 1, 1),
    "fte": 1,
    "salary": 130_000,
    "objectives_met": "yes",
    "performance_management": "no",
    "pensionable_pay": 130_000,
}
"""A director in post all year, full time, whose award is due."""


def board(*posts: Mapping[str, Any], effective: date = DAY, known: date | None = None) -> Checked:
    """Check posts of a trust: each is the plain one but for what it names."""
    made = [PLAIN | {"reference": f"{1001 + n}"} | dict(post) for n, post in enumerate(posts)]
    return of_workbook(
        workbook(*made, organisation=TRUST), Question(effective, known=known, apart=False)
    )


def full(of: Checked) -> Costing:
    """Cost with two scenarios besides, and by both methods."""
    return costing(of, scenarios=ASKED, multipliers=BY)


def mixed() -> Checked:
    """Return posts of every kind: ties of half a penny, part-years, a premium with an end."""
    return board(
        {},
        {"salary": 120_000.37, "fte": 0.6, "appointed": date(2025, 7, 1)},
        {"salary": 110_000, "objectives_met": "no"},
        {"left": date(2025, 6, 30)},
        {"post": "Medical Director", "contract": "consultant medical"},
        {"pensionable_pay": 0, "post": HOSTILE},
        {
            "salary": 100_000,
            "premium_ground": "challenged organisation",
            "premium_rate": 0.15,
            "premium_start": date(2025, 10, 1),
        },
    )
