"""Comparing what a workbook states with what a rule gives."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from xl_vsm.checks.case import label
from xl_vsm.checks.check import Fault
from xl_vsm.findings import Severity
from xl_vsm.rules.money import PENNY, pounds
from xl_vsm.rules.rule import Explanation

HALF_A_PENNY = Decimal("0.005")
A_MILLIONTH = Decimal("0.000001")


def same_money(stated: Decimal, due: Decimal) -> bool:
    """Say whether two amounts are the same to the penny."""
    return abs(stated - due) <= HALF_A_PENNY


def nearly(stated: Decimal, due: Decimal) -> tuple[Severity | None, str]:
    """Return how much less a near miss weighs, and the words for it; nothing for a real one.

    No source says whether a half penny goes up, down or is cut off, nor whether a year's amount
    is rounded once or is the sum of rounded parts, so a penny either way is only noted. Whoever
    rounds to the pound has the rule right too: it is pence, and seldom a slip.
    """
    if abs(stated - due) <= PENNY:
        return "note", ", a penny apart, and no source says how it is rounded"
    if stated == due.quantize(Decimal(1), ROUND_HALF_UP):
        return "warning", ", rounded to the pound in the workbook"
    return None, ""


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
    due = next((each for each in found if nearly(stated, each.answer)[0]), found[0])
    severity, words = nearly(stated, due.answer)
    return Fault(
        field,
        f"{name or label(field)} is {pounds(stated)}; {pounds(due.answer)} is due{words}:"
        f" {due.reason}",
        pounds(due.answer),
        due,
        severity=severity,
    )
