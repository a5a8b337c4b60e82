"""Comparing what a workbook states with what a rule gives."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from xl_vsm.checks.case import label
from xl_vsm.checks.check import Fault
from xl_vsm.rules.money import PENNY, pounds
from xl_vsm.rules.rule import Explanation

A_MILLIONTH = Decimal("0.000001")


def same_money(stated: Decimal, due: Decimal) -> bool:
    """Say whether two amounts are the same but for how the last penny is rounded.

    No source says whether a half penny goes up, down or is cut off, nor whether a year's amount
    is rounded once or is the sum of rounded parts, so a penny either way is not called wrong.
    """
    return abs(stated - due) <= PENNY


def rounded_to_the_pound(stated: Decimal, due: Decimal) -> bool:
    """Say whether an amount is the one due, rounded to the pound, half a pound up."""
    return not same_money(stated, due) and stated == due.quantize(Decimal(1), ROUND_HALF_UP)


def same_rate(stated: Decimal, due: Decimal) -> bool:
    """Say whether two rates are the same but for how a spreadsheet stores them."""
    return abs(stated - due) <= A_MILLIONTH


def amount_mismatch(
    field: str, stated: Decimal, found: Sequence[Explanation], name: str = ""
) -> Fault | None:
    """Compare a stated amount with each amount that may be due.

    Args:
        field: the stated amount's field.
        stated: the amount.
        found: the amounts that are right, the one to name first.
        name: what the message calls the field, where that is not its label.
    """
    if any(same_money(stated, each.answer) for each in found):
        return None
    near = [each for each in found if rounded_to_the_pound(stated, each.answer)]
    due = [*near, *found][0]
    rounded = ", rounded to the pound in the workbook" if near else ""
    return Fault(
        field,
        f"{name or label(field)} is {pounds(stated)}; {pounds(due.answer)} is due{rounded}:"
        f" {due.reason}",
        pounds(due.answer),
        due,
        # Whoever rounds to the pound has the rule right: it is pence, and seldom a slip.
        severity="warning" if near else None,
    )
