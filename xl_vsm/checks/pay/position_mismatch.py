"""PAY103."""

from __future__ import annotations

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.pay.salary_position import salary_position
from xl_vsm.rules import Position


@check("PAY103", "position-mismatch", subject="position", rests_on=("pay-ranges",))
def position_mismatch(case: Case) -> Fault | None:
    """The stated position in the range is where the salary lies.

    Wrong: "in range" beside a salary in the exception zone. Right: "exception zone".
    Why: the position decides who approves, and what the annual report must explain.
    """
    stated = case.word("position", Position)
    found = salary_position(case)
    if stated is found.answer:
        return None
    return Fault(
        "position",
        f"position is {stated!s}; {found.answer!s} is right: {found.reason}",
        str(found.answer),
        found,
    )
