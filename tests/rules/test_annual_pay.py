from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.parameters import Parameters
from xl_vsm.rules import (
    Unanswerable,
    annual_pay,
    pay_to_assess,
    rate_without_estimate,
)

DAY = date(2025, 9, 1)
PENNY = Decimal("0.01")
money = st.decimals(0, 400_000, places=2)


@pytest.mark.parametrize(
    ("facts", "said", "cite"),
    [
        (("50000", None, None, None), "pensionable pay of the previous scheme year", "Case 1"),
        ((None, "30000", 183, None), "£30,000 over 183 days is £59,836.06 for 365 days", "Case"),
        (("50000", "30000", 183, "66000"), "£66,000 is the new estimated annual pay", "change"),
    ],
)
def test_the_reason_says_which_figure_was_taken(
    facts: tuple[str | int | None, ...], said: str, cite: str
) -> None:
    given_facts = [Decimal(fact) if isinstance(fact, str) else fact for fact in facts]
    found = annual_pay.explain(*given_facts, Parameters(DAY))
    assert said in found.reason
    assert cite in found.cites[0].locator


@pytest.mark.parametrize(
    ("estimate", "taken"),
    # Tier 3 goes from £27,798 to £33,868.99 on the day (SI 2025/821).
    [("33868.99", "33000"), ("33869", "33869"), ("27798", "33000"), ("27797.99", "27797.99")],
)
def test_an_estimate_counts_where_it_moves_the_member_to_another_tier(
    estimate: str, taken: str
) -> None:
    found = annual_pay(Decimal(33_000), None, None, Decimal(estimate), Parameters(DAY))
    assert found.outcome == Decimal(taken)


@given(money, st.integers(1, 366))
def test_a_year_at_one_rate_is_its_share_of_the_days(earnings: Decimal, days: int) -> None:
    found = annual_pay(None, earnings, days, None, Parameters(DAY)).outcome
    assert abs(found * days - earnings * 365) <= PENNY * days
    assert found == found.quantize(PENNY)


@given(money, money, st.integers(1, 366))
def test_more_earnings_are_never_less_a_year(one: Decimal, other: Decimal, days: int) -> None:
    p = Parameters(DAY)
    low, high = sorted((one, other))
    below = annual_pay(None, low, days, None, p).outcome
    assert below <= annual_pay(None, high, days, None, p).outcome


def test_pay_that_nobody_can_estimate_has_a_rate_of_its_own() -> None:
    # NHSBSA KA-27957: bank posts, 6.5%.
    assert rate_without_estimate(Parameters(DAY)) == Decimal("0.065")
    assert rate_without_estimate(Parameters(date(2024, 4, 1))) == Decimal("0.065")
    with pytest.raises(
        Unanswerable,
        match=r"^no source gives a rate for pay that cannot be estimated on that day$",
    ):
        rate_without_estimate(Parameters(date(2024, 3, 31)))


def test_posts_are_assessed_one_by_one_unless_alike_at_one_employer() -> None:
    # Regulations 2015, Schedule 11, paragraph 1(b); NHSBSA KA-04366 for two posts alike.
    pays = [Decimal(20_000), Decimal("13259.99")]
    assert pay_to_assess(pays, same_employer_and_rate_of_pay=False) == tuple(pays)
    assert pay_to_assess(pays, same_employer_and_rate_of_pay=True) == (Decimal("33259.99"),)
