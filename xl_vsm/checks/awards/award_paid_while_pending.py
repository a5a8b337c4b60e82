"""AWD104."""

from __future__ import annotations

from xl_vsm.checks.awards.award_paid_while import award_paid_while
from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.rules import Outcome


@check(
    "AWD104", "award-paid-while-pending", subject="award_amount", rests_on=("withholding-terms",)
)
def award_paid_while_pending(case: Case) -> Fault | None:
    """No award is paid while the terms for withholding it are under review.

    Wrong: £4,200 from 1 April 2026. Right: nothing until the criteria are confirmed.
    Why: committees are advised not to apply the uplift until they are.
    """
    return award_paid_while(Outcome.PENDING, case)
