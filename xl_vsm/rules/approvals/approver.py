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
    place = position(salary, role, organisation_type, size, p)
    if place is Position.ABOVE:
        return Decision(
            Approver.NHS_ENGLAND_AND_DHSC,
            f"{pounds(salary)} is above the exception zone, so it does not seem to comply with the"
            " framework, and NHS England sends such cases to DHSC",
            briefing("S19", "S21"),
        )
    reasons = _central(salary, role, organisation_type, size, p)
    if place is Position.EXCEPTION_ZONE:
        reasons["S24"] = (
            "salaries in the exception zone appear to need central approval at any level (S24)"
        )
    note = _disagreement(role, organisation_type, p)
    if reasons:
        return Decision(
            Approver.NHS_ENGLAND,
            "; ".join(reasons.values()) + note,
            briefing(*reasons),
        )
    return Decision(
        Approver.COMMITTEE,
        f"{pounds(salary)} needs no central approval{note}",
        briefing("S18"),
    )


def above_central_limit(
    salary: Decimal, role: Role | None, organisation_type: OrganisationType | None, p: Parameters
) -> bool:
    """Say whether the salary alone calls for central approval, whatever the pay range.

    ICB chief executives are excepted. The sources disagree on ICB directors; the published
    parameter says by which test they are read.
    """
    if organisation_type == OrganisationType.ICB and (
        role == Role.CHIEF_EXECUTIVE or p.central_approval.icb_directors_by == "operational maximum"
    ):
        return False
    return salary > p.central_approval.above


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
    by_range = organisation_type == OrganisationType.ICB and (
        role == Role.CHIEF_EXECUTIVE or p.central_approval.icb_directors_by == "operational maximum"
    )
    maximum = pay_range(role, organisation_type, size, p).operational_maximum
    if by_range and salary > maximum:
        return {"S22": f"{pounds(salary)} is above the operational maximum of {pounds(maximum)}"}
    return {}
