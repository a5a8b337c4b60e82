"""PAY101."""

from __future__ import annotations

from dataclasses import replace

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.pay.salary_position import salary_position
from xl_vsm.rules import Position
from xl_vsm.rules.rule import briefing


@check(
    "PAY101", "salary-below-minimum", subject="salary", severity="warning", rests_on=("pay-ranges",)
)
def salary_below_minimum(case: Case) -> Fault | None:
    """A salary is not below the minimum of its range.

    Wrong: a full-time equivalent salary under the range's minimum. Right: one in the range.
    Why: the committee is expected to take a system-wide view of anyone paid below the range (S3).
    """
    found = salary_position(case)
    if found.answer is not Position.BELOW:
        return None
    return Fault(
        "salary",
        f"salary is below the minimum: {found.reason}. The committee is expected to take a"
        " system-wide view of posts below their range",
        "in range",
        replace(found, cites=briefing("S3")),
    )
