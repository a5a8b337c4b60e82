"""Posts to be costed, in memory as the reader gives them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.posts import DAY, TRUST, workbook
from xl_vsm.checks.one_workbook import Question
from xl_vsm.committee.checked import Checked, of_workbook

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
