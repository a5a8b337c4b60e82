"""PEN103."""

from __future__ import annotations

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.pension.figures import CONTRIBUTION
from xl_vsm.rules.pension.contribution_tier import TIERS


@check("PEN103", "contribution-mismatch", subject="pension_contribution", rests_on=(TIERS,))
def contribution_mismatch(case: Case) -> Fault | None:
    """The stated contribution is the tier's rate of all the pensionable pay, to the penny.

    Wrong: £6,420 on £66,000 in 2025/26. Right: £8,250.
    Why: the rate applies to the whole of the pay, not to slices of it.
    """
    return CONTRIBUTION.mismatch(case)
