"""Who must approve a salary."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.parameters import Parameters
from xl_vsm.rules.money import pounds
from xl_vsm.rules.pay.pay_range import pay_range
from xl_vsm.rules.pay.position import position
from xl_vsm.rules.rule import Decision, briefing, decision
from xl_vsm.rules.words import Approver, OrganisationType, Position, Role


@decision(rests_on=("central-approval", "pay-ranges"))
def approver(
    salary: Decimal, role: Role, organisation_type: OrganisationType, size: Decimal, p: Parameters
) -> Decision[Approver]:
    """Return who must approve a full-time equivalent salary.

    NHS England approves salaries above the central limit (above it, not at it), an ICB chief
    executive's above the operational maximum, and, as it appears, any in the exception zone. It
    sends to DHSC what does not seem to comply; a salary above the exception zone is taken so.
    """
    note = _disagreement(role, organisation_type, p)
    if role == Role.DESIGNATED:
        return _without_a_range(salary, role, organisation_type, note, p)
    place = position(salary, role, organisation_type, size, p)
    reasons = _central(salary, role, organisation_type, size, p)
    if place is Position.ABOVE:
        sent = "S23" if _by_operational_maximum(role, organisation_type, p) else "S21"
        return Decision(
            Approver.NHS_ENGLAND_AND_DHSC,
            f"{pounds(salary)} is above the exception zone, so it does not seem to comply with the"
            f" framework, and NHS England sends such cases to DHSC{note}",
            briefing(sent, *reasons),
        )
    if place is Position.EXCEPTION_ZONE:
        reasons["S24"] = (
            "salaries in the exception zone appear to need central approval at any level (S24)"
        )
    if reasons:
        return Decision(
            Approver.NHS_ENGLAND, "; ".join(reasons.values()) + note, briefing(*reasons)
        )
    return Decision(
        Approver.COMMITTEE, f"{pounds(salary)} needs no central approval{note}", briefing("S18")
    )


def _without_a_range(
    salary: Decimal, role: Role, organisation_type: OrganisationType, note: str, p: Parameters
) -> Decision[Approver]:
    """Answer by the salary alone, where no range is published for the role."""
    if above_central_limit(salary, role, organisation_type, p):
        return Decision(
            Approver.NHS_ENGLAND,
            f"{pounds(salary)} is above {pounds(p.central_approval.above)}{note}",
            briefing("S19"),
        )
    return Decision(
        Approver.COMMITTEE,
        f"{pounds(salary)} is not above {pounds(p.central_approval.above)}; no range is loaded for"
        f" a {role}, so nobody can say whether it is in an exception zone{note}",
        briefing("S18", "S19"),
    )


def above_central_limit(
    salary: Decimal, role: Role | None, organisation_type: OrganisationType | None, p: Parameters
) -> bool:
    """Say whether the salary alone calls for central approval, whatever the pay range.

    ICB chief executives are excepted. The sources disagree on ICB directors; the published
    parameter says by which test they are read.
    """
    if _by_operational_maximum(role, organisation_type, p):
        return False
    return salary > p.central_approval.above


def _by_operational_maximum(
    role: Role | None, organisation_type: OrganisationType | None, p: Parameters
) -> bool:
    """Say whether the operational maximum is the test, and not the central limit (S22)."""
    return organisation_type == OrganisationType.ICB and (
        role == Role.CHIEF_EXECUTIVE or p.central_approval.icb_directors_by == "operational maximum"
    )


def _disagreement(role: Role, organisation_type: OrganisationType, p: Parameters) -> str:
    """Say by which test an ICB director is read here, because the sources disagree on it."""
    if organisation_type != OrganisationType.ICB or role == Role.CHIEF_EXECUTIVE:
        return ""
    tests = {
        "this limit": f"{pounds(p.central_approval.above)}, as the briefing has it (S19)",
        "operational maximum": "the operational maximum, as Capsticks has it",
    }
    return (
        f". The sources disagree on ICB directors; read here by"
        f" {tests[p.central_approval.icb_directors_by]}"
    )


def _central(
    salary: Decimal, role: Role, organisation_type: OrganisationType, size: Decimal, p: Parameters
) -> dict[str, str]:
    """Return why NHS England must approve, apart from the exception zone, by statement."""
    if above_central_limit(salary, role, organisation_type, p):
        return {"S19": f"{pounds(salary)} is above {pounds(p.central_approval.above)}"}
    by_range = _by_operational_maximum(role, organisation_type, p)
    maximum = pay_range(role, organisation_type, size, p).operational_maximum
    if by_range and salary > maximum:
        return {"S22": f"{pounds(salary)} is above the operational maximum of {pounds(maximum)}"}
    return {}
