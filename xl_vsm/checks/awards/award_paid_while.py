"""An award in payment that the framework's terms do not allow."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.awards.due_outcome import due_outcome
from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault
from xl_vsm.parameters.days import day
from xl_vsm.rules import Outcome
from xl_vsm.rules.money import pounds


def award_paid_while(outcome: Outcome, case: Case) -> Fault | None:
    """Find an award of more than nothing where the rule gives another outcome."""
    stated = case.stated("award_amount", Decimal)
    due = due_outcome(case)
    if outcome is Outcome.PENDING and case.medical_contract():
        raise CannotCheck(
            "on a medical contract: the doctors' and dentists' award is not the one under review"
        )
    if stated == 0 or due.answer is not outcome:
        return None
    status = {Outcome.WITHHOLD: "withheld", Outcome.PENDING: "pending"}[outcome]
    return Fault(
        "award_amount",
        f"award is {pounds(stated)}, but on {day(case.p.effective)} the award is {status}:"
        f" {due.reason}",
        f"£0 while {status}",
        due,
        pending=outcome is Outcome.PENDING,
    )
