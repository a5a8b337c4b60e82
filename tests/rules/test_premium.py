from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.examples import money
from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules import Ground, OverLimit, Unanswerable, premium
from xl_vsm.rules.pay.premium import allowed_rate, first_unpaid_day, terms_of

RESPONSIBILITIES, ORGANISATIONS, PERFORMANCE, CHALLENGED = Ground
DAY = date(2025, 10, 1)
START = date(2025, 9, 1)
BASE = Decimal(150_000)


@pytest.mark.parametrize("ground", [RESPONSIBILITIES, ORGANISATIONS, PERFORMANCE])
@pytest.mark.parametrize(
    ("rate", "amount"),
    [(None, "15000"), ("0.1", "15000"), ("0.0999", "14985"), ("0.05", "7500"), ("0", "0")],
)
def test_up_to_ten_per_cent(ground: Ground, rate: str | None, amount: str) -> None:
    asked = None if rate is None else Decimal(rate)
    assert premium(BASE, ground, asked, None, False, Parameters(DAY)) == Decimal(amount)


@pytest.mark.parametrize("ground", [RESPONSIBILITIES, ORGANISATIONS, PERFORMANCE])
def test_a_rate_over_the_limit_is_never_cut(ground: Ground) -> None:
    with pytest.raises(OverLimit, match=f"rate is 10.01%: over the 10% limit for {ground}"):
        premium(BASE, ground, Decimal("0.1001"), None, False, Parameters(DAY))


@pytest.mark.parametrize("rate", ["0.1499", "0.1501", "0.1"])
def test_a_challenged_organisation_pays_one_rate(rate: str) -> None:
    with pytest.raises(OverLimit, match="one rate and not a limit"):
        premium(BASE, CHALLENGED, Decimal(rate), START, False, Parameters(DAY))
    assert allowed_rate(CHALLENGED, Decimal("0.15"), Parameters(DAY)) == Decimal("0.15")


@pytest.mark.parametrize("ground", Ground)
def test_a_rate_below_nothing_is_no_rate(ground: Ground) -> None:
    with pytest.raises(OverLimit, match="rate must be 0 or more, not -1%"):
        premium(BASE, ground, Decimal("-0.01"), START, False, Parameters(DAY))


@pytest.mark.parametrize(
    ("day", "extended", "amount"),
    [
        (date(2025, 8, 31), False, 0),
        (date(2025, 9, 1), False, 22_500),
        (date(2027, 8, 31), False, 22_500),
        (date(2027, 9, 1), False, 0),
        (date(2027, 9, 1), True, 22_500),
        (date(2029, 8, 31), True, 22_500),
        (date(2029, 9, 1), True, 0),
    ],
)
def test_the_period_of_a_challenged_organisation(day: date, extended: bool, amount: int) -> None:
    assert premium(BASE, CHALLENGED, None, START, extended, Parameters(day)) == amount


def test_the_other_grounds_have_no_stated_end() -> None:
    p = Parameters(date(2040, 1, 1))
    assert first_unpaid_day(PERFORMANCE, START, True, p) is None
    assert premium(BASE, PERFORMANCE, None, START, False, p) == 15_000
    assert premium(BASE, PERFORMANCE, None, date(2040, 1, 2), False, p) == 0


def test_a_ground_without_an_extension_is_not_extended() -> None:
    p = Parameters(DAY)
    published = p.publication("premia")
    grounds = [each.model_copy(update={"extension_months": None}) for each in p.premia.grounds]
    table = p.premia.model_copy(update={"grounds": tuple(grounds)})
    view = p.pinned("premia", published.model_copy(update={"table": table}))
    assert first_unpaid_day(CHALLENGED, START, True, view) == date(2027, 9, 1)
    assert first_unpaid_day(CHALLENGED, START, True, p) == date(2029, 9, 1)


def test_a_premium_that_ends_needs_its_start() -> None:
    with pytest.raises(Unanswerable, match="start is needed"):
        premium(BASE, CHALLENGED, None, None, False, Parameters(DAY))


def test_a_salary_below_nothing_is_no_salary() -> None:
    with pytest.raises(Unanswerable, match="base_salary"):
        premium(Decimal(-1), PERFORMANCE, None, None, False, Parameters(DAY))


def test_nothing_is_said_of_premia_before_the_framework() -> None:
    with pytest.raises(NotInForce):
        premium(BASE, PERFORMANCE, None, None, False, Parameters(date(2025, 3, 31)))


def test_the_reason_says_whether_it_is_pensionable() -> None:
    p = Parameters(DAY)
    challenged = premium.explain(BASE, CHALLENGED, None, START, False, p)
    for words in (
        "15% of a base salary of £150,000",
        "challenged organisation",
        "from 1 September 2025 until the day before 1 September 2027",
        "£22,500 a year on 1 October 2025",
        "not pensionable",
    ):
        assert words in challenged.reason
    other = premium.explain(BASE, PERFORMANCE, Decimal("0.075"), None, False, p)
    for words in ("7.5% of a base salary of £150,000", "£11,250 a year", "whether it is pension"):
        assert words in other.reason
    assert {"S46", "S47", "S48", "S49"} <= {cite.locator for cite in challenged.cites}


@pytest.mark.parametrize("ground", Ground)
def test_every_ground_has_terms(ground: Ground) -> None:
    assert terms_of(ground, Parameters(DAY)).ground == ground


@given(money, st.sampled_from(Ground), st.dates(date(2025, 4, 1), date(2031, 1, 1)))
def test_a_premium_is_within_its_limit(base: Decimal, ground: Ground, day: date) -> None:
    p = Parameters(day)
    amount = premium(base, ground, None, START, True, p)
    assert 0 <= amount <= base * terms_of(ground, p).rate + Decimal("0.005")
