"""What a member contributes in a year."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.parameters import Parameters
from xl_vsm.rules.money import percent, pounds, to_the_penny
from xl_vsm.rules.pension.contribution_rate import contribution_rate
from xl_vsm.rules.pension.contribution_tier import TIERS, contribution_tier
from xl_vsm.rules.rule import rule


def _why(pensionable_pay: Decimal, p: Parameters) -> str:
    rate = percent(contribution_rate(pensionable_pay, p))
    amount = pounds(contribution(pensionable_pay, p))
    return (
        f"{contribution_tier.explain(pensionable_pay, p).reason}; {rate} of all of it is {amount}"
    )


@rule(rests_on=(TIERS,), why=_why)
def contribution(pensionable_pay: Decimal, p: Parameters) -> Decimal:
    """Return the member's contribution for a year, in pounds, to the penny.

    No source says how the amount is rounded; half a penny goes up.
    """
    return to_the_penny(pensionable_pay * contribution_rate(pensionable_pay, p))
