"""BIL101."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.compare import amount_mismatch
from xl_vsm.rules import employer_pension, employer_pension_parts
from xl_vsm.rules.money import percent, pounds
from xl_vsm.rules.rule import Explanation


@check(
    "BIL101",
    "employer-pension-mismatch",
    subject="employer_pension",
    rests_on=("employer-pension",),
)
def employer_pension_mismatch(case: Case) -> Fault | None:
    """The stated employer pension contribution is the rate of pensionable pay.

    Wrong: 20.68% of pay in 2025/26. Right: 23.78%, or the 14.38% that the employer is asked for.
    Why: the rate changed on 1 April 2024. A workbook may show the whole, or leave out what is
    paid centrally.
    """
    stated = case.stated("employer_pension", Decimal)
    pay = case.fact("pensionable_pay", Decimal)
    whole = employer_pension.explain(pay, case.p)
    rate = percent(case.p.employer_pension.paid_by_employer)
    own = Explanation(
        employer_pension_parts(pay, case.p)[0],
        f"{rate} of {pounds(pay)}, the part that the employer is asked for",
        whole.cites,
    )
    return amount_mismatch("employer_pension", stated, [whole, own])
