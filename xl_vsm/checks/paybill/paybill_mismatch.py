"""BIL104."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.paybill.pay_meanings import cost_mismatch
from xl_vsm.parameters import Parameters
from xl_vsm.rules import employer_pension_parts, paybill
from xl_vsm.rules.money import pounds
from xl_vsm.rules.rule import Explanation


@check(
    "BIL104",
    "paybill-mismatch",
    subject="paybill",
    rests_on=("employer-pension", "employer-national-insurance", "apprenticeship-levy"),
)
def paybill_mismatch(case: Case) -> Fault | None:
    """The stated employer cost is pay, employer pension, National Insurance and levy together.

    Wrong: pay and pension only. Right: all four.
    Why: the paybill is what the post costs; leaving a part out understates it.
    """
    pensionable = _pensionable(case)
    if pensionable is None:
        # Where the workbook does not say, the post may be in the scheme or out of it.
        return cost_mismatch(case, "paybill", _within, _own_part, _outside)

    def whole(pay: Decimal, p: Parameters) -> Explanation:
        return paybill.explain(pensionable, max(pay - pensionable, Decimal(0)), p)

    return cost_mismatch(
        case, "paybill", whole, lambda pay, p: _without_central(whole(pay, p), pensionable, p)
    )


def _within(pay: Decimal, p: Parameters) -> Explanation:
    return paybill.explain(pay, Decimal(0), p)


def _own_part(pay: Decimal, p: Parameters) -> Explanation:
    return _without_central(_within(pay, p), pay, p)


def _outside(pay: Decimal, p: Parameters) -> Explanation:
    return paybill.explain(Decimal(0), pay, p)


def _without_central(whole: Explanation, pensionable: Decimal, p: Parameters) -> Explanation:
    """Return the cost without the part of employer pension that is paid centrally."""
    central = employer_pension_parts(pensionable, p)[1]
    return replace(
        whole,
        answer=whole.answer - central,
        told=f"{whole.reason}, less the {pounds(central)} of pension that is paid centrally",
    )


def _pensionable(case: Case) -> Decimal | None:
    """Return the pensionable pay; 0 out of the scheme; None where the workbook does not say."""
    entry = case.row.pensionable_pay
    if entry is None or entry.state == "blank":
        return None
    if entry.state == "not applicable":
        return Decimal(0)
    return case.fact("pensionable_pay", Decimal)
