from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.examples import money
from xl_vsm.parameters import Parameters
from xl_vsm.rules import (
    Unanswerable,
    contribution,
    contribution_rate,
    contribution_tier,
    pensionable_hours,
)

PENNY = Decimal("0.01")
days = st.dates(date(2015, 4, 1), date(2027, 3, 31))


@given(money, money, days)
def test_more_pay_is_never_in_a_lower_tier(one: Decimal, other: Decimal, day: date) -> None:
    p = Parameters(day)
    low, high = sorted((one, other))
    assert contribution_tier(low, p) <= contribution_tier(high, p)
    assert contribution_rate(low, p) <= contribution_rate(high, p)
    assert contribution(low, p) <= contribution(high, p)


@given(money, days)
def test_tier_rate_and_contribution_agree(pay: Decimal, day: date) -> None:
    p = Parameters(day)
    tier = p.member_contribution_tiers.tiers[contribution_tier(pay, p) - 1]
    assert contribution_rate(pay, p) == tier.rate
    assert abs(contribution(pay, p) - pay * tier.rate) <= Decimal("0.005")


@given(st.integers(0, 400_000), days)
def test_pence_stay_in_the_tier_of_their_pound(pounds: int, day: date) -> None:
    p = Parameters(day)
    pay = Decimal(pounds)
    assert contribution_tier(pay, p) == contribution_tier(pay + 1 - PENNY, p)


@pytest.mark.parametrize(
    ("known", "tier", "rate"),
    [(None, 5, "0.107"), (date(2025, 7, 10), 5, "0.107"), (date(2025, 7, 9), 6, "0.125")],
)
def test_the_revised_table_answers_from_the_day_it_was_out(
    known: date | None, tier: int, rate: str
) -> None:
    p = Parameters(date(2025, 6, 1), known)
    assert contribution_tier(Decimal(64_500), p) == tier
    assert contribution_rate(Decimal(64_500), p) == Decimal(rate)


def test_the_reason_names_tier_rate_and_table() -> None:
    found = contribution.explain(Decimal(66_000), Parameters(date(2025, 9, 30)))
    assert found.answer == 8_250
    assert found.reason == (
        "£66,000 of actual pensionable pay is in tier 6, from £65,191, where the rate is 12.5%"
        " (tiers effective 1 April 2025, published July 2025); 12.5% of all of it is £8,250"
    )
    rate = contribution_rate.explain(Decimal(66_000), Parameters(date(2025, 9, 30)))
    assert rate.reason in found.reason
    early = contribution_tier.explain(Decimal(66_000), Parameters(date(2020, 1, 1)))
    assert "whole-time equivalent pensionable pay" in early.reason


@pytest.mark.parametrize("made", [contribution_tier, contribution_rate, contribution])
def test_pay_below_nothing_is_no_pay(made: object) -> None:
    with pytest.raises(Unanswerable, match=r"pensionable_pay must be £0 or more, not -£0\.01"):
        made(-PENNY, Parameters(date(2025, 9, 30)))  # type: ignore[operator]


def test_hours_below_nothing_are_no_hours() -> None:
    with pytest.raises(Unanswerable, match="hours_worked must be 0 or more, not -5"):
        pensionable_hours(Decimal(-5), Parameters(date(2025, 9, 30)))
