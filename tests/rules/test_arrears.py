from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parameters.folders import change, copy
from xl_vsm.parameters import NotInForce, Parameters, Store
from xl_vsm.rules import (
    BackdatedMonth,
    arrears,
    contribution_rate,
)

DAY = date(2025, 9, 1)
money = st.decimals(0, 400_000, places=2)


def backdated(pay_then: Decimal, pay_now: Decimal, month: date = DAY) -> BackdatedMonth:
    return BackdatedMonth(month, pay_then / 12, pay_then, pay_now / 12, pay_now)


@given(money, st.dates(date(2015, 4, 1), date(2027, 3, 31)))
def test_nothing_changed_nothing_is_owed(pay: Decimal, month: date) -> None:
    p = Parameters(DAY)
    (found,) = arrears([backdated(pay, pay, month)], p, p)
    assert found.arrears == 0
    assert found.rate_then == found.rate_now == contribution_rate(pay, Parameters(month))


@given(money, money)
def test_backdated_pay_is_never_paid_back_by_one_table(one: Decimal, other: Decimal) -> None:
    p = Parameters(DAY)
    low, high = sorted((one, other))
    (up,) = arrears([backdated(low, high)], p, p)
    (down,) = arrears([backdated(high, low)], p, p)
    assert up.arrears >= 0
    assert down.arrears == -up.arrears


def test_the_months_go_by_the_files_of_their_own_view(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    change(folder, "member-contribution-tiers", "from = 65_191", "from = 60_000")
    ours, theirs = Parameters(DAY), Parameters(DAY, store=Store(folder))
    month = backdated(Decimal(64_500), Decimal(64_500))
    for then, now, tiers in ((ours, theirs, (5, 6)), (theirs, ours, (6, 5))):
        (found,) = arrears([month], then, now)
        assert (found.tier_then, found.tier_now) == tiers


def test_no_months_no_arrears() -> None:
    p = Parameters(DAY)
    assert arrears([], p, p) == ()


def test_a_month_that_no_table_answers_for_is_refused() -> None:
    p = Parameters(DAY)
    month = backdated(Decimal(1), Decimal(1), date(2015, 3, 31))
    with pytest.raises(NotInForce, match="31 March 2015"):
        arrears([month], p, p)


def test_the_months_go_by_the_figures_of_their_own_view() -> None:
    then, now = Parameters(DAY, date(2025, 6, 1)), Parameters(DAY, date(2025, 9, 1))
    (found,) = arrears([backdated(Decimal(64_500), Decimal(64_500))], then, now)
    assert (found.tier_then, found.tier_now) == (6, 5)
    assert (found.taken, found.due) == (Decimal("671.88"), Decimal("575.13"))
    (found,) = arrears([backdated(Decimal(64_500), Decimal(64_500))], now, then)
    assert (found.tier_then, found.tier_now) == (5, 6)
