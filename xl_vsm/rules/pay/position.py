"""Where a salary lies in its range."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.parameters import Parameters
from xl_vsm.rules.banding.band import sizes
from xl_vsm.rules.money import not_negative, pounds
from xl_vsm.rules.pay.pay_range import pay_range
from xl_vsm.rules.rule import rule
from xl_vsm.rules.words import OrganisationType, Position, Role


def salaries(p: Parameters) -> list[Decimal]:
    """Return every salary at which a range or zone begins or ends, and nothing itself."""
    return [Decimal(0), *p.pay_ranges.trust.amounts, *p.pay_ranges.icb.amounts]


def _why(
    salary: Decimal, role: Role, organisation_type: OrganisationType, size: Decimal, p: Parameters
) -> str:
    place = position(salary, role, organisation_type, size, p)
    return (
        f"{pounds(salary)} is {'in the ' if place is Position.EXCEPTION_ZONE else ''}{place}:"
        f" {pay_range.explain(role, organisation_type, size, p).reason}"
    )


@rule(
    rests_on=("pay-ranges",),
    cites=("S3", "S4", "S13"),
    why=_why,
    steps={"salary": salaries, "size": sizes},
)
def position(
    salary: Decimal, role: Role, organisation_type: OrganisationType, size: Decimal, p: Parameters
) -> Position:
    """Return where a full-time equivalent salary lies: below, in, in the exception zone, above.

    The minimum and the operational maximum belong to the range, the exception zone's maximum to
    the zone. Nobody in post above the range is expected to be reduced to it (S4).
    """
    not_negative("salary", salary)
    found = pay_range(role, organisation_type, size, p)
    if salary < found.minimum:
        return Position.BELOW
    if salary <= found.operational_maximum:
        return Position.IN_RANGE
    if salary <= found.exception_zone_maximum:
        return Position.EXCEPTION_ZONE
    return Position.ABOVE
