"""What the rule makes of a post's award."""

from __future__ import annotations

from datetime import date

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.case import Case, once
from xl_vsm.rules import Appointed, OrganisationType, withhold
from xl_vsm.rules.awards.withhold import decided_terms
from xl_vsm.rules.rule import Explanation


@once
def due_outcome(case: Case) -> Explanation:
    """Return the outcome, with its reason.

    Raises:
        CannotCheck: a fact that decides it is not in the workbook.
    """
    case.in_framework()
    if case.has("left") and case.fact("left", date) < case.p.effective:
        raise CannotCheck(
            "the post-holder has left; the sources do not say on which day one must be in post"
        )
    # Terms under review are the same answer for everyone, whatever else is known.
    if decided_terms(case.p) is None:
        return withhold.explain(None, True, False, case.p.effective, None, False, False, case.p)
    return withhold.explain(
        _segment(case),
        case.fact("objectives_met", bool),
        case.fact("performance_management", bool),
        _appointed(case),
        case.fact_or("recovery_support", bool, None),
        case.medical_contract(),
        bool(case.fact_or("exceptional_circumstances", bool, False)),
        case.p,
    )


def _appointed(case: Case) -> date | Appointed:
    """Return when the post-holder was appointed: to both, unless the workbook tells them apart."""
    to_role = case.fact("appointed", date)
    to_organisation: date = case.fact_or("appointed_to_organisation", date, to_role)
    return Appointed(to_role, to_organisation)


def _segment(case: Case) -> int | None:
    segment: int | None = case.fact_or("segment", int, None)
    if segment is None and case.organisation_type() is OrganisationType.TRUST:
        raise CannotCheck("the workbook does not state the trust's oversight segment")
    return segment
