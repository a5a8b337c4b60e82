"""PEN102."""

from __future__ import annotations

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.pension.figures import TIER
from xl_vsm.rules.pension.contribution_tier import TIERS


@check("PEN102", "contribution-tier-mismatch", subject="pension_tier", rests_on=(TIERS,))
def contribution_tier_mismatch(case: Case) -> Fault | None:
    """The stated tier is the one that the pensionable pay falls in.

    Wrong: tier 5 on £66,000 in 2025/26. Right: tier 6.
    Why: pence below the next tier's first pound stay in the lower tier, and nothing else does.
    """
    return TIER.mismatch(case)
