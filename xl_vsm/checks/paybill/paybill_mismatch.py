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
    pensionable = _pensionable(case)
    if pensionable is None:
        # Where the workbook does not say, the post may be in the scheme or out of it.
        within = cost_mismatch(case, "paybill", lambda pay, p: paybill.explain(pay, Decimal(0), p))
        return within and _outside_mismatch(case)
    return cost_mismatch(
        case,
        "paybill",
        lambda pay, p: paybill.explain(pensionable, max(pay - pensionable, Decimal(0)), p),
    )


def _outside_mismatch(case: Case) -> Fault | None:
    return cost_mismatch(case, "paybill", lambda pay, p: paybill.explain(Decimal(0), pay, p))


def _pensionable(case: Case) -> Decimal | None:
    """Return the pensionable pay; 0 out of the scheme; None where the workbook does not say."""
    entry = case.row.pensionable_pay
    if entry is None or entry.state == "blank":
        return None
    if entry.state == "not applicable":
        return Decimal(0)
    return case.fact("pensionable_pay", Decimal)
