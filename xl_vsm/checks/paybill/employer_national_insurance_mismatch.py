"""BIL102."""

from __future__ import annotations

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.paybill.pay_meanings import cost_mismatch
from xl_vsm.rules import employer_national_insurance


@check(
    "BIL102",
    "employer-national-insurance-mismatch",
    subject="employer_national_insurance",
    rests_on=("employer-national-insurance",),
)
def employer_national_insurance_mismatch(case: Case) -> Fault | None:
    """The stated employer National Insurance is the rate on what is above the threshold.

    Wrong: 13.8% above £9,100 in 2025/26. Right: 15% above £5,000.
    Why: both changed on 6 April 2025; a cost by last year's terms is thousands short.
    """
    return cost_mismatch(
        case,
        "employer_national_insurance",
        employer_national_insurance.explain,
    )
