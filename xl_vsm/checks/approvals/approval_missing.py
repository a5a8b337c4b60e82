"""APR101."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.parameters import NotInForce
from xl_vsm.rules import (
    Approver,
    OrganisationType,
    Role,
    Unanswerable,
    above_central_limit,
    approver,
)
from xl_vsm.rules.money import pounds
from xl_vsm.rules.rule import Explanation, briefing
from xl_vsm.rules.words import squeeze

_LEVELS = list(Approver)


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
    return Fault(
        next((f for f in ("approval", "approval_reference") if _has_column(case, f)), "salary"),
        f"no approval by {needed.answer!s} is shown for a salary of {pounds(salary)}:"
        f" {needed.reason}",
        str(needed.answer),
        needed,
        severity=None if certain else "warning",
        rests_on=() if certain else ("pay-ranges",),
    )


def _needed(case: Case, salary: Decimal) -> tuple[Explanation, bool]:
    """Return who must approve, and whether that is certain: not by the range alone."""
    above = above_central_limit(salary, _role(case), _organisation_type(case), case.p)
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
        if above:
            return by_salary, True
        raise
    if above and _LEVELS.index(_given(case)) < _LEVELS.index(Approver.NHS_ENGLAND):
        return by_salary, True
    return by_range, False


_NOT_GIVEN = (
    "not",
    "await",
    "refus",
    "reject",
    "declin",
    "pending",
    "submitted",
    "requested",
    "tbc",
)


def _given(case: Case) -> Approver:
    """Return the highest approval that the row shows; the committee's own is always assumed."""
    text = squeeze(case.fact_or("approval", str, ""))
    if any(word in text for word in _NOT_GIVEN):
        return Approver.COMMITTEE
    if "dhsc" in text or "minister" in text:
        return Approver.NHS_ENGLAND_AND_DHSC
    # A reference alone is taken for NHS England's; beside another approver's name it is theirs.
    if "nhse" in text or (not text and case.has("approval_reference")):
        return Approver.NHS_ENGLAND
    return Approver.COMMITTEE


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
