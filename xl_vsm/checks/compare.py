"""Comparing what a workbook states with what a rule gives."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from xl_vsm.checks.case import Case, label
from xl_vsm.checks.check import Fault
from xl_vsm.rules.money import pounds
from xl_vsm.rules.rule import Explanation

HALF_A_PENNY = Decimal("0.005")
A_MILLIONTH = Decimal("0.000001")


def same_money(stated: Decimal, due: Decimal) -> bool:
    """Say whether two amounts are the same to the penny."""
    return abs(stated - due) <= HALF_A_PENNY


def same_rate(stated: Decimal, due: Decimal) -> bool:
    """Say whether two rates are the same but for how a spreadsheet stores them."""
    return abs(stated - due) <= A_MILLIONTH


def amount_mismatch(case: Case, field: str, due: Callable[[], Explanation]) -> Fault | None:
    """Compare a stated amount with the amount due, which is worked out only if it is stated.

    Args:
        case: the post.
        field: the stated amount.
        due: gives the amount due, with its reason.
    """
    stated = case.stated(field, Decimal)
    explanation = due()
    if same_money(stated, explanation.answer):
        return None
    return Fault(
        field,
        f"{label(field)} is {pounds(stated)}; {pounds(explanation.answer)} is due:"
        f" {explanation.reason}",
        pounds(explanation.answer),
        explanation,
    )
