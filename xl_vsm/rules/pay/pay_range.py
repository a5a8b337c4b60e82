"""The pay range of a role in an organisation."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from xl_vsm.parameters import Parameters
from xl_vsm.rules.banding.band import band, ranges_of, sizes
from xl_vsm.rules.money import pounds
from xl_vsm.rules.rule import Unanswerable, rule
from xl_vsm.rules.words import OrganisationType, Role

if TYPE_CHECKING:
    from xl_vsm.parameters.tables import Range


def _why(role: Role, organisation_type: OrganisationType, size: Decimal, p: Parameters) -> str:
    found = pay_range(role, organisation_type, size, p)
    return (
        f"the range of a {role} in {organisation_type} band {found.band} is {pounds(found.minimum)}"
        f" to {pounds(found.operational_maximum)}, with an exception zone to"
        f" {pounds(found.exception_zone_maximum)}"
    )


@rule(rests_on=("pay-ranges",), cites=("S13", "S14"), why=_why, steps={"size": sizes})
def pay_range(
    role: Role, organisation_type: OrganisationType, size: Decimal, p: Parameters
) -> Range:
    """Return the minimum, operational maximum and exception zone maximum of a role.

    Args:
        role: chief executive or director.
        organisation_type: trust or ICB.
        size: annual turnover in pounds, or weighted population; combined for a group.
        p: the day the answer is for.

    Returns:
        The range, in pounds a year, full time.

    Raises:
        Unanswerable: no range is published for the role; the committee sets it.
    """
    found = band(organisation_type, size, p)
    if role == Role.DESIGNATED:
        raise Unanswerable(
            "role: the pay ranges loaded are for chief executives and directors; they have none"
            " for a designated VSM below the executive team"
        )
    return ranges_of(organisation_type, p).range_for(Role(role).value, found)
