"""The member contribution tier of an NHS Pension Scheme member."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from xl_vsm.parameters import Parameters
from xl_vsm.parameters.days import day
from xl_vsm.rules.money import not_negative, percent, pounds
from xl_vsm.rules.rule import rule

if TYPE_CHECKING:
    from xl_vsm.parameters.publication import Publication

TIERS = "member-contribution-tiers"


def named(publication: Publication) -> str:
    """Name a table by its two dates: tiers effective 1 April 2025, published July 2025."""
    month = f"{publication.published:%B %Y}"
    return f"tiers effective {day(publication.effective_from)}, published {month}"


def tier_starts(p: Parameters) -> list[Decimal]:
    """Return every amount at which a tier begins, and nothing itself."""
    return [Decimal(0), *(each.from_ for each in p.member_contribution_tiers.tiers)]


def _why(pensionable_pay: Decimal, p: Parameters) -> str:
    number = contribution_tier(pensionable_pay, p)
    tier = p.member_contribution_tiers.tiers[number - 1]
    return (
        f"{pounds(pensionable_pay)} of {p.member_contribution_tiers.basis} is in tier {number},"
        f" from {pounds(tier.from_)}, where the rate is {percent(tier.rate)}"
        f" ({named(p.publication(TIERS))})"
    )


@rule(rests_on=(TIERS,), why=_why, steps={"pensionable_pay": tier_starts})
def contribution_tier(pensionable_pay: Decimal, p: Parameters) -> int:
    """Return the tier, counted from 1, that a year's pensionable pay falls in.

    Pence below the next tier's first pound stay in the lower tier: £13,259.99 is tier 1 where
    tier 2 begins at £13,260. Until 30 September 2022 the pay to give is the whole-time
    equivalent; from 1 October 2022 the actual pay.

    Raises:
        Unanswerable: the pay is below nothing.
    """
    not_negative("pensionable_pay", pensionable_pay)
    return p.member_contribution_tiers.number_for(pensionable_pay)
