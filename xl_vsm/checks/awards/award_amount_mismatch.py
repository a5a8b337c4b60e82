"""AWD102."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.awards.due_outcome import due_outcome
from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.compare import amount_mismatch
from xl_vsm.checks.pay.base_salary import bases
from xl_vsm.rules import Outcome, award


@check("AWD102", "award-amount-mismatch", subject="award_amount", rests_on=("annual-award",))
def award_amount_mismatch(case: Case) -> Fault | None:
    """The stated amount of an award that is due is the year's rate of base salary.

    Wrong: £4,500 on £140,000 in 2025/26. Right: £4,550, which is 3.25% of it.
    Why: the award is a fixed rate of base salary. Where the salary may already hold the award,
    an amount that is right on the salary before it is not called wrong.
    """
    stated = case.stated("award_amount", Decimal)
    outcome = due_outcome(case).answer
    if outcome is not Outcome.AWARD:
        if outcome in {Outcome.WITHHOLD, Outcome.PENDING}:
            return None  # AWD103 and AWD104 say so
        raise CannotCheck(f"no amount follows from the outcome: {outcome}")
    if case.medical_contract():
        raise CannotCheck(
            "on a medical contract: the doctors' and dentists' award is paid, which is not among"
            " these figures"
        )
    found = [award.explain(base, Outcome.AWARD, case.p) for base in _before(case)]
    return amount_mismatch("award_amount", stated, found, "award")


def _before(case: Case) -> list[Decimal]:
    """Return the salaries the award can be on: each meaning of base, holding it already or not."""
    rate = case.p.annual_award.rate
    return [*bases(case), *(base / (1 + rate) for base in bases(case))]
