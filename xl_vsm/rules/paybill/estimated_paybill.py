"""Paybill as the Department estimates it, from multipliers that the user supplies."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from xl_vsm.parameters import Parameters
from xl_vsm.rules.money import not_negative, pounds, to_the_penny
from xl_vsm.rules.rule import Unanswerable, rule

ESTIMATE = "paybill-estimate"


def _why(
    basic_pay: Decimal, earnings_multiplier: Decimal, paybill_multiplier: Decimal, p: Parameters
) -> str:
    amount = estimated_paybill(basic_pay, earnings_multiplier, paybill_multiplier, p)
    return (
        f"basic pay {pounds(basic_pay)} x earnings {earnings_multiplier} x paybill"
        f" {paybill_multiplier} is {pounds(amount)}, which the Department would show as about"
        f" {pounds(rounded_estimate(amount, p))}"
    )


@rule(rests_on=(ESTIMATE,), why=_why)
def estimated_paybill(
    basic_pay: Decimal, earnings_multiplier: Decimal, paybill_multiplier: Decimal, p: Parameters
) -> Decimal:
    """Return the paybill per full-time equivalent by the Department's method, to the penny.

    Args:
        basic_pay: the pay scale value, pounds a year.
        earnings_multiplier: total earnings as a multiple of basic pay, 1 or more.
        paybill_multiplier: paybill as a multiple of total earnings, 1 or more.
        p: the day the answer is for.

    Returns:
        Pounds a year, unrounded but for pennies; `rounded_estimate` shows it as advised.

    Raises:
        Unanswerable: a multiplier is below 1, or the pay below nothing.
    """
    p.publication(ESTIMATE)
    not_negative("basic_pay", basic_pay)
    for name, multiplier in (
        ("earnings_multiplier", earnings_multiplier),
        ("paybill_multiplier", paybill_multiplier),
    ):
        if multiplier < 1:
            raise Unanswerable(f"{name} must be 1 or more, such as 1.2, not {multiplier}")
    return to_the_penny(basic_pay * earnings_multiplier * paybill_multiplier)


def rounded_estimate(amount: Decimal, p: Parameters) -> Decimal:
    """Return an estimate to the significant figures that the Department advises."""
    figures = p.paybill_estimate.significant_figures
    if amount == 0:
        return amount
    unit = Decimal(1).scaleb(amount.adjusted() - figures + 1)
    return amount.quantize(unit, ROUND_HALF_UP)


def shown_fte(fte: Decimal, p: Parameters) -> str:
    """Return a full-time equivalent as published: "*" where it is small enough to identify."""
    return "*" if fte < p.paybill_estimate.smallest_fte_shown else f"{fte:,f}"


def is_discrepant(recorded: Decimal, due: Decimal, p: Parameters) -> bool:
    """Say whether recorded basic pay is so far from what is due that it is left out."""
    return abs(recorded - due) > due * p.paybill_estimate.largest_discrepancy
