"""BIL104."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.paybill.pay_meanings import cost_mismatch
from xl_vsm.rules import paybill


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
    pensionable = case.fact_or("pensionable_pay", Decimal, Decimal(0))
    return cost_mismatch(
        case,
        "paybill",
        lambda pay: paybill.explain(pensionable, max(pay - pensionable, Decimal(0)), case.p),
    )
