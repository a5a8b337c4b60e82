"""AWD103."""

from __future__ import annotations

from xl_vsm.checks.awards.award_paid_while import award_paid_while
from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.rules import Outcome


@check(
    "AWD103", "award-paid-while-withheld", subject="award_amount", rests_on=("withholding-terms",)
)
def award_paid_while_withheld(case: Case) -> Fault | None:
    """No award is paid where the terms withhold it.

    Wrong: £4,550 to a director whose objectives were not met. Right: £0.
    Why: an award paid against the terms is a departure to explain, or an overpayment.
    """
    return award_paid_while(Outcome.WITHHOLD, case)
