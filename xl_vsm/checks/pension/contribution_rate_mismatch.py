"""PEN101."""

from __future__ import annotations

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.pension.figures import RATE
from xl_vsm.rules.pension.contribution_tier import TIERS


@check("PEN101", "contribution-rate-mismatch", subject="pension_rate", rests_on=(TIERS,))
def contribution_rate_mismatch(case: Case) -> Fault | None:
    """The stated contribution rate is the rate of the tier that the pensionable pay falls in.

    Wrong: 10.7% on £66,000 in 2025/26. Right: 12.5%.
    Why: the rate of the tier is due on all of the pay; a wrong rate is a wrong deduction.
    """
    return RATE.mismatch(case)
