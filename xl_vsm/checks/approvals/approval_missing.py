"""APR101."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_vsm.checks.approvals.shown_approval import is_plain_yes, says_it_pre_dates, shown
from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.parameters import NotInForce
from xl_vsm.parameters.days import day
from xl_vsm.rules import (
    Approver,
    OrganisationType,
    Role,
    Unanswerable,
    above_central_limit,
    approver,
)
from xl_vsm.rules.framework import first_day
from xl_vsm.rules.money import pounds
from xl_vsm.rules.rule import Explanation, briefing

_LEVELS = list(Approver)
_COLUMNS = ("approval", "approval_reference")


@check("APR101", "approval-missing", subject="salary", rests_on=("central-approval",))
def approval_missing(case: Case) -> Fault | None:
    """A salary that needs central approval shows who gave it.

    Wrong: £172,000 with no approval, or with the remuneration committee's alone.
    Right: NHS England's approval or its reference.
    Why: salaries above £170,000 need it (S19), above it and not at it, on the full-time
    equivalent; those in the exception zone appear to (S24), so there it is a warning.
    """
    salary = case.stated("salary", Decimal)
    case.in_framework()
    needed, certain = _needed(case, salary)
    if _LEVELS.index(needed.answer) <= _LEVELS.index(_given(case)):
        return None
    _stop_where_unknown(case)
    return Fault(
        next(f for f in _COLUMNS if _has_column(case, f)),
        f"no approval by {needed.answer!s} is shown for a salary of {pounds(salary)}:"
        f" {needed.reason}",
        str(needed.answer),
        needed,
        severity=None if certain else "warning",
        rests_on=() if certain else ("pay-ranges",),
    )


def _stop_where_unknown(case: Case) -> None:
    """Let a fault stand only where the workbook would show the approval.

    Raises:
        CannotCheck: it has no place for it, or the framework may not have asked for it.
    """
    if not any(_has_column(case, field) for field in _COLUMNS):
        raise CannotCheck("the sheet has no column for the approval")
    left = case.fact_or("left", date, None)
    if left is not None and left < case.p.effective:
        raise CannotCheck(f"the post-holder left on {day(left)}")
    appointed = case.fact_or("appointed", date, None) if case.has("appointed") else None
    text = case.fact_or("approval", str, "")
    if appointed is not None and appointed < first_day(case.p) and says_it_pre_dates(text):
        raise CannotCheck(
            f"appointed on {day(appointed)}, and the approval says that it pre-dates the"
            " framework, which is not applied retrospectively (S2)"
        )


def _needed(case: Case, salary: Decimal) -> tuple[Explanation, bool]:
    """Return who must approve, and whether that is certain: not by the range alone."""
    role, kind = _role(case), _organisation_type(case)
    above = above_central_limit(salary, role, kind, case.p)
    limit = case.p.central_approval.above
    by_salary = Explanation(
        Approver.NHS_ENGLAND, f"{pounds(salary)} is above {pounds(limit)}", briefing("S19")
    )
    try:
        case.on_vsm_terms()
        by_range = approver.explain(
            salary, case.role(), case.organisation_type(), case.size(), case.p
        )
    except (CannotCheck, Unanswerable, NotInForce):
        # An ICB's chief executive is excepted from the limit.
        if above and (kind is not None or role is not Role.CHIEF_EXECUTIVE):
            return by_salary, True
        raise
    if above and _LEVELS.index(_given(case)) < _LEVELS.index(Approver.NHS_ENGLAND):
        return by_salary, True
    return by_range, False


def _given(case: Case) -> Approver:
    """Return the highest approval that the row shows; the committee's own is always assumed."""
    text = case.fact_or("approval", str, "")
    # A reference alone is taken for NHS England's; beside another approver's name it is theirs.
    if case.has("approval_reference") and is_plain_yes(text):
        return Approver.NHS_ENGLAND
    return shown(text)


def _role(case: Case) -> Role | None:
    try:
        return case.role()
    except CannotCheck:
        return None


def _organisation_type(case: Case) -> OrganisationType | None:
    try:
        return case.organisation_type()
    except CannotCheck:
        return None


def _has_column(case: Case, field: str) -> bool:
    return getattr(case.row, field) is not None
