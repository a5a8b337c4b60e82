"""The rate at which a member contributes."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.parameters import Parameters
from xl_vsm.rules.pension.contribution_tier import TIERS, contribution_tier, tier_starts
from xl_vsm.rules.rule import rule


def _why(pensionable_pay: Decimal, p: Parameters) -> str:
    return contribution_tier.explain(pensionable_pay, p).reason


@rule(rests_on=(TIERS,), why=_why, steps={"pensionable_pay": tier_starts})
def contribution_rate(pensionable_pay: Decimal, p: Parameters) -> Decimal:
    """Return the contribution rate, as a fraction, on a year's pensionable pay.

    The rate of the tier applies to all of the pay, not to slices of it.
    """
    tier = contribution_tier(pensionable_pay, p)
    return p.member_contribution_tiers.tiers[tier - 1].rate
