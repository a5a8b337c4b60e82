"""AWD101."""

from __future__ import annotations

from xl_vsm.checks.awards.due_outcome import due_outcome
from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.rules import Outcome


@check("AWD101", "award-outcome-mismatch", subject="award_outcome", rests_on=("withholding-terms",))
def award_outcome_mismatch(case: Case) -> Fault | None:
    """The stated outcome of the annual award is the one that the framework's terms give.

    Wrong: "award" for a director under performance management. Right: "withhold".
    Why: the award is withheld by rule, and a committee that departs from it must explain.
    """
    stated = case.word("award_outcome", Outcome)
    due = due_outcome(case)
    if stated is due.answer:
        return None
    if due.answer is Outcome.COMMITTEE_DECISION:
        raise CannotCheck(f"the committee decides: {due.reason}")
    return Fault(
        "award_outcome",
        f"award outcome is {stated!s}; {due.answer!s} is due: {due.reason}",
        str(due.answer),
        due,
        pending=due.answer is Outcome.PENDING,
    )
