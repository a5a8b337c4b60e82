"""BIL101."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.compare import amount_mismatch
from xl_vsm.rules import employer_pension


@check(
    "BIL101",
    "employer-pension-mismatch",
    subject="employer_pension",
    rests_on=("employer-pension",),
)
def employer_pension_mismatch(case: Case) -> Fault | None:
    """The stated employer pension contribution is the whole rate of pensionable pay.

    Wrong: 20.68% of pay in 2025/26. Right: 23.78%, of which the employer is asked for 14.38%.
    Why: the rate changed on 1 April 2024; the central part is a cost all the same.
    """
    return amount_mismatch(
        case,
        "employer_pension",
        lambda: employer_pension.explain(case.fact("pensionable_pay", Decimal), case.p),
    )
