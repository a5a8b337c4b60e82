"""The annual figure that decides the tier."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal

from xl_vsm.parameters import Parameters
from xl_vsm.rules.money import PENNY, not_negative, pounds
from xl_vsm.rules.pension.contribution_tier import contribution_tier
from xl_vsm.rules.rule import Citation, Decision, Unanswerable, decision

_REGULATIONS = "si-2015-94"


@decision(rests_on=("annual-pay-assessment",))
def annual_pay(
    previous_year: Decimal | None,
    earnings_since_change: Decimal | None,
    days_since_change: int | None,
    estimate: Decimal | None,
    p: Parameters,
) -> Decision[Decimal]:
    """Return a post's annual pensionable pay, for finding its tier.

    An estimate is for a new starter, or for a change that moves the member to another tier, and
    comes first. Where the rate of pay changed during the previous scheme year, or the member
    began in it, it is the earnings since then by the days since then, for a year. Otherwise it
    is the previous scheme year's pay. Each post is assessed by itself.

    Args:
        previous_year: pensionable pay of the previous scheme year, pounds.
        earnings_since_change: pensionable earnings from the last change of rate to the year's end.
        days_since_change: days in that time.
        estimate: new estimated annual pay.
        p: the day the answer is for.

    Returns:
        Pounds a year. A worked-out figure is rounded down to the penny, so that a fraction of a
        penny never lifts a member into the next tier.

    Raises:
        Unanswerable: none of the figures is given, or only one of the two that go together.
    """
    if estimate is not None:
        not_negative("estimate", estimate)
        if previous_year is not None and _same_tier(previous_year, estimate, p):
            return Decision(
                previous_year,
                f"{pounds(previous_year)} is the pensionable pay of the previous scheme year; the"
                f" estimate of {pounds(estimate)} is in the same tier, so there is no significant"
                " change",
                (Citation("nhsbsa-node-11276", "significant change"),),
            )
        return Decision(
            estimate,
            f"{pounds(estimate)} is the new estimated annual pay",
            (Citation("nhsbsa-node-11276", "significant change"),),
        )
    if earnings_since_change is not None and days_since_change is not None:
        return _annualised(earnings_since_change, days_since_change, p)
    if earnings_since_change is not None or days_since_change is not None:
        raise Unanswerable("earnings_since_change and days_since_change go together")
    if previous_year is None:
        raise Unanswerable(
            "previous_year, earnings_since_change with days_since_change, or estimate is needed"
        )
    not_negative("previous_year", previous_year)
    return Decision(
        previous_year,
        f"{pounds(previous_year)} is the pensionable pay of the previous scheme year",
        (Citation(_REGULATIONS, "Case 1"),),
    )


def _same_tier(one: Decimal, other: Decimal, p: Parameters) -> bool:
    return contribution_tier(one, p) == contribution_tier(other, p)


def _annualised(earnings: Decimal, days: int, p: Parameters) -> Decision[Decimal]:
    year = p.annual_pay_assessment.days_in_year
    not_negative("earnings_since_change", earnings)
    # A leap year's 366th day may be among them.
    if not 0 < days <= year + 1:
        raise Unanswerable(f"days_since_change must be from 1 to {year + 1}, not {days}")
    yearly = (earnings * year / days).quantize(PENNY, ROUND_DOWN)
    return Decision(
        yearly,
        f"{pounds(earnings)} over {days} days is {pounds(yearly)} for {year} days",
        (Citation(_REGULATIONS, "Cases 2 and 3"),),
    )


def rate_without_estimate(p: Parameters) -> Decimal:
    """Return the rate for a post, as in a staff bank, whose annual pay nobody can estimate.

    Raises:
        Unanswerable: no source gives one for the day.
    """
    rate = p.annual_pay_assessment.unknown_pay_rate
    if rate is None:
        raise Unanswerable("no source gives a rate for pay that cannot be estimated on that day")
    return rate


def pay_to_assess(
    annual_pays: Sequence[Decimal], same_employer_and_rate_of_pay: bool
) -> tuple[Decimal, ...]:
    """Return the annual figures by which several posts of one member are assessed.

    Each post is assessed by itself, but two part-time posts with one employer at the same rate
    of pay are assessed together on their combined pay (NHSBSA, KA-04366).
    """
    if same_employer_and_rate_of_pay:
        return (sum(annual_pays, Decimal(0)),)
    return tuple(annual_pays)
