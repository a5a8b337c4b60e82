"""Which type of organisation a text, or the measure beside it, tells."""

from __future__ import annotations

import re

from xl_vsm.rules import OrganisationType

_ICB = re.compile(r"\b(integrated care boards?|icbs?)\b", re.I)
_TRUST = re.compile(r"\b(trusts?|nhs ?ft|ft)\b", re.I)


def organisation_type_of(text: str) -> OrganisationType:
    """Return the type that a text names: "Acute NHS Foundation Trust" is a trust.

    Raises:
        ValueError: it names neither, or both.
    """
    trust, icb = bool(_TRUST.search(text)), bool(_ICB.search(text))
    if trust is not icb:
        return OrganisationType.TRUST if trust else OrganisationType.ICB
    return OrganisationType.read(text)


def type_by_measure(turnover: bool, weighted_population: bool) -> OrganisationType | None:
    """Return the type by the one measure that is stated, because each bands one type (S9)."""
    if turnover is weighted_population:
        return None
    return OrganisationType.TRUST if turnover else OrganisationType.ICB
