"""PAY102."""

from __future__ import annotations

from dataclasses import replace

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.pay.salary_position import salary_position
from xl_vsm.rules import Position
from xl_vsm.rules.rule import briefing


@check(
    "PAY102", "salary-above-range", subject="salary", severity="warning", rests_on=("pay-ranges",)
)
def salary_above_range(case: Case) -> Fault | None:
    """A salary is not above the exception zone of its range.

    Wrong: a full-time equivalent salary over the exception zone's maximum.
    Right: one in the range, or in the exception zone with approval.
    Why: organisations comply or explain in their annual report (S5). Those in post above the
    range are not expected to be reduced (S4).
    """
    found = salary_position(case)
    if found.answer is not Position.ABOVE:
        return None
    return Fault(
        "salary",
        f"salary is above the range: {found.reason}. Comply or explain it in the annual report;"
        " nobody already in post is expected to be reduced",
        "in range, or in the exception zone with approval",
        replace(found, cites=briefing("S5", "S4", "S13")),
    )
