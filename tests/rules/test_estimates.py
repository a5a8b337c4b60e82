from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.parameters import Parameters
from xl_vsm.rules import (
    estimated_paybill,
    is_discrepant,
    rounded_estimate,
    shown_fte,
)

DAY = date(2025, 9, 1)
money = st.decimals(0, 400_000, places=2)


def test_the_reason_tells_the_method_and_the_rounded_figure() -> None:
    facts = (Decimal(29_970), Decimal("1.2"), Decimal("1.3"))
    p = Parameters(DAY)
    found = estimated_paybill.explain(*facts, p)
    assert found.reason == (
        "basic pay £29,970 x earnings 1.2 x paybill 1.3 is £46,753.20, which the Department would"
        " show as about £47,000"
    )
    assert [cite.source for cite in found.cites] == ["dhsc-paybill-2025-26"]


@given(st.decimals(1, 9_999_999, places=2))
def test_an_estimate_keeps_two_significant_figures(amount: Decimal) -> None:
    shown = rounded_estimate(amount, Parameters(DAY))
    assert len(str(shown.normalize()).replace(".", "").split("E")[0]) <= 2
    assert abs(shown - amount) <= amount / 20


@given(st.decimals("0.01", 10_000, places=2))
def test_a_small_fte_is_hidden(fte: Decimal) -> None:
    assert (shown_fte(fte, Parameters(DAY)) == "*") is (fte < 5)


@given(money, money)
def test_a_discrepancy_is_measured_from_what_is_expected(recorded: Decimal, due: Decimal) -> None:
    inside = due * Decimal("0.95") <= recorded <= due * Decimal("1.05")
    assert is_discrepant(recorded, due, Parameters(DAY)) is not inside


def test_no_pay_is_shown_as_nothing() -> None:
    assert str(rounded_estimate(Decimal(0), Parameters(DAY))) == "0"
