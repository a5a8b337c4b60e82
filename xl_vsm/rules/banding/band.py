"""The pay band of an organisation."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from xl_vsm.parameters import Parameters
from xl_vsm.rules.money import pounds
from xl_vsm.rules.rule import Unanswerable, rule
from xl_vsm.rules.words import OrganisationType

if TYPE_CHECKING:
    from xl_vsm.parameters.tables import OrganisationRanges


def ranges_of(organisation_type: OrganisationType, p: Parameters) -> OrganisationRanges:
    """Return the bands and ranges of a kind of organisation."""
    # Words and plain text of the same letters are equal, and anything else is refused here.
    is_trust = OrganisationType(organisation_type) is OrganisationType.TRUST
    return p.pay_ranges.trust if is_trust else p.pay_ranges.icb


def measured(organisation_type: OrganisationType, size: Decimal) -> str:
    """Put an organisation's size into words: £612,000,000 turnover, or 1,400,000 people."""
    if organisation_type == OrganisationType.TRUST:
        return f"an annual turnover of {pounds(size)}"
    return f"a weighted population of {size:,.0f}"


def sizes(p: Parameters) -> list[Decimal]:
    """Return every size at which a band begins, of trusts and of ICBs, and nothing itself."""
    every = (*p.pay_ranges.trust.bands, *p.pay_ranges.icb.bands)
    return [Decimal(0), *(each.from_ for each in every)]


def _why(organisation_type: OrganisationType, size: Decimal, p: Parameters) -> str:
    found = band(organisation_type, size, p)
    return (
        f"{measured(organisation_type, size)} is in band {found} of the {organisation_type} bands"
    )


@rule(rests_on=("pay-ranges",), cites=("S9", "S10", "S11", "S15"), why=_why, steps={"size": sizes})
def band(organisation_type: OrganisationType, size: Decimal, p: Parameters) -> str:
    """Return the band of a trust by turnover, or of an ICB by weighted population.

    A group, or posts that span organisations, are banded by the combined measure.

    Args:
        organisation_type: trust or ICB.
        size: annual turnover in pounds, or weighted population.
        p: the day the answer is for.

    Returns:
        "A" to "E" for a trust, "A" to "D" for an ICB.

    Raises:
        Unanswerable: the size is not above nothing.
    """
    if size <= 0:
        raise Unanswerable(f"size must be more than 0: {measured(organisation_type, size)}")
    return ranges_of(organisation_type, p).band_for(size)
