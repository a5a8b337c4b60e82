from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given

from tests.rules.examples import DAY, kinds, sizes
from xl_vsm.parameters import Parameters
from xl_vsm.rules import OrganisationType, Unanswerable, band
from xl_vsm.rules.banding.band import ranges_of

TRUST, ICB = OrganisationType
PENNY = Decimal("0.01")


@pytest.mark.parametrize(
    ("kind", "size", "below", "on"),
    [
        (TRUST, 200_000_000, "A", "B"),
        (TRUST, 400_000_000, "B", "C"),
        (TRUST, 600_000_000, "C", "D"),
        (TRUST, 800_000_000, "D", "E"),
        (ICB, 1_000_000, "A", "B"),
        (ICB, 2_000_000, "B", "C"),
        (ICB, 3_000_000, "C", "D"),
    ],
)
def test_a_boundary_belongs_to_the_band_above(
    kind: OrganisationType, size: int, below: str, on: str
) -> None:
    p = Parameters(DAY)
    assert band(kind, size - PENNY, p) == below
    assert band(kind, Decimal(size), p) == on
    assert band(kind, size + PENNY, p) == on


@given(kinds, sizes)
def test_every_size_is_in_exactly_one_band(kind: OrganisationType, size: Decimal) -> None:
    p = Parameters(DAY)
    bands = ranges_of(kind, p).bands
    ends = [*(b.from_ for b in bands), Decimal("Infinity")]
    inside = [
        b.band for b, (low, high) in zip(bands, pairwise(ends), strict=True) if low <= size < high
    ]
    assert inside == [band(kind, size, p)]


@given(kinds, sizes, sizes)
def test_a_larger_organisation_is_never_in_a_lower_band(
    kind: OrganisationType, one: Decimal, other: Decimal
) -> None:
    p = Parameters(DAY)
    assert band(kind, min(one, other), p) <= band(kind, max(one, other), p)


@pytest.mark.parametrize("size", [Decimal(0), Decimal(-1)])
def test_nothing_has_no_band(size: Decimal) -> None:
    with pytest.raises(Unanswerable, match="size must be more than 0: a weighted population"):
        band(ICB, size, Parameters(DAY))
    with pytest.raises(Unanswerable, match="size must be more than 0: an annual turnover"):
        band(TRUST, size, Parameters(DAY))


def test_the_reason_says_what_was_measured() -> None:
    p = Parameters(DAY)
    trust = band.explain(TRUST, Decimal(612_000_000), p)
    assert trust.reason == "an annual turnover of £612,000,000 is in band D of the trust bands"
    icb = band.explain(ICB, Decimal(1_840_000), p)
    assert icb.reason == "a weighted population of 1,840,000 is in band B of the ICB bands"
    assert p.illustrative == ("pay ranges",)
