"""BIL103."""

from __future__ import annotations

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.paybill.pay_meanings import cost_mismatch
from xl_vsm.rules import apprenticeship_levy


@check(
    "BIL103",
    "apprenticeship-levy-mismatch",
    subject="apprenticeship_levy",
    rests_on=("apprenticeship-levy",),
)
def apprenticeship_levy_mismatch(case: Case) -> Fault | None:
    """The stated apprenticeship levy is the rate of pay.

    Wrong: 0.5% of what is above a threshold. Right: 0.5% of all the pay.
    Why: the allowance is set once against the employer's whole pay bill, not against a post.
    """
    return cost_mismatch(case, "apprenticeship_levy", apprenticeship_levy.explain)
