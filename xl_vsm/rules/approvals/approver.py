"""Who must approve a salary."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.parameters import Parameters
from xl_vsm.rules.banding.band import sizes
from xl_vsm.rules.money import pounds
from xl_vsm.rules.pay.pay_range import pay_range
from xl_vsm.rules.pay.position import position, salaries
from xl_vsm.rules.rule import Decision, briefing, decision
from xl_vsm.rules.words import Approver, OrganisationType, Position, Role


def _salaries(p: Parameters) -> list[Decimal]:
    return [*salaries(p), p.central_approval.above]


@decision(rests_on=("central-approval", "pay-ranges"), steps={"salary": _salaries, "size": sizes})
def approver(
    salary: Decimal, role: Role, organisation_type: OrganisationType, size: Decimal, p: Parameters
) -> Decision[Approver]:
    """Return who must approve a full-time equivalent salary.

    NHS England approves salaries above the central limit (above it, not at it), an ICB chief
    executive's above the operational maximum, and, as it appears, any in the exception zone. It
    sends to DHSC what does not seem to comply; a salary above the exception zone is taken so.
    """
    asked = (salary, role, organisation_type, size, p)
    if role == Role.DESIGNATED:
        return _without_a_range(salary, role, organisation_type, p)
    place = position(*asked)
    statements = _central(*asked)
    if place is Position.ABOVE:
        sent = "S23" if _by_operational_maximum(role, organisation_type, p) else "S21"
        return Decision(
            Approver.NHS_ENGLAND_AND_DHSC,
            lambda: (
                f"{pounds(salary)} is above the exception zone, so it does not seem to comply with"
                " the framework, and NHS England sends such cases to"
                f" DHSC{_disagreement(role, organisation_type, p)}"
            ),
            briefing(sent, *statements),
        )
    if place is Position.EXCEPTION_ZONE:
        statements = (*statements, "S24")
    if statements:
        return Decision(
            Approver.NHS_ENGLAND, lambda: _grounds(statements, *asked), briefing(*statements)
        )
    return Decision(
        Approver.COMMITTEE,
        lambda: (
            f"{pounds(salary)} needs no central approval{_disagreement(role, organisation_type, p)}"
        ),
        briefing("S18"),
    )


def _without_a_range(
    salary: Decimal, role: Role, organisation_type: OrganisationType, p: Parameters
) -> Decision[Approver]:
    """Answer by the salary alone, where no range is published for the role."""
    note = _disagreement(role, organisation_type, p)
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
) -> tuple[str, ...]:
    """Return the statement by which NHS England must approve, apart from the exception zone."""
    if above_central_limit(salary, role, organisation_type, p):
        return ("S19",)
    if not _by_operational_maximum(role, organisation_type, p):
        return ()
    above = salary > pay_range(role, organisation_type, size, p).operational_maximum
    return ("S22",) if above else ()


def _grounds(
    statements: tuple[str, ...],
    salary: Decimal,
    role: Role,
    organisation_type: OrganisationType,
    size: Decimal,
    p: Parameters,
) -> str:
    """Put the grounds of central approval into words."""
    maximum = pay_range(role, organisation_type, size, p).operational_maximum
    words = {
        "S19": f"{pounds(salary)} is above {pounds(p.central_approval.above)}",
        "S22": f"{pounds(salary)} is above the operational maximum of {pounds(maximum)}",
        "S24": "salaries in the exception zone appear to need central approval at any level (S24)",
    }
    told = "; ".join(words[statement] for statement in statements)
    return told + _disagreement(role, organisation_type, p)
