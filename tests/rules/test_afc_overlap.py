from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.parameters import Parameters
from xl_vsm.rules import (
    Unanswerable,
    afc_overlap,
)

DAY = date(2025, 9, 1)
money = st.decimals(0, 400_000, places=2)


@pytest.mark.parametrize(
    ("salary", "said"),
    [
        ("140531", "£140,531 is £14,894 above the top of band 9, £125,637"),
        ("125637.01", "£125,637.01 is £0.01 above the top of band 9, £125,637"),
        ("125637", "£125,637 is exactly at the top of band 9, £125,637"),
        ("120000", "£120,000 is £5,637 below the top of band 9, £125,637"),
    ],
)
def test_the_reason_says_on_which_side(salary: str, said: str) -> None:
    found = afc_overlap.explain(Decimal(salary), "9", Parameters(DAY))
    assert found.reason == said
    assert [cite.source for cite in found.cites] == ["nhs-take-home-pay-2025-26"]


@pytest.mark.parametrize(("band", "derived"), [("8d", True), ("9", False)])
def test_a_derived_point_is_called_so(band: str, derived: bool) -> None:
    p = Parameters(date(2024, 6, 1))
    said = afc_overlap.explain(Decimal(110_000), band, p).reason
    assert ("derived from another year's" in said) is derived
    assert p.transcribed == ("Agenda for Change pay points",)


def test_an_unknown_band_is_answered_with_the_bands_there_are() -> None:
    with pytest.raises(Unanswerable, match=r"one of 1, 2, 3, .*, 8d, 9, not '10'"):
        afc_overlap(Decimal(1), "10", Parameters(DAY))
    with pytest.raises(Unanswerable, match="one of 2, 3"):
        afc_overlap(Decimal(1), "1", Parameters(date(2026, 6, 1)))


@given(money, st.sampled_from(["1", "5", "8a", "8d", "9"]))
def test_overlap_goes_pound_for_pound(salary: Decimal, band: str) -> None:
    p = Parameters(DAY)
    assert afc_overlap(salary + 1, band, p) - afc_overlap(salary, band, p) == 1
    assert afc_overlap(salary, band, p) + p.afc_pay_points.top_of(band).pay == salary  # type: ignore[union-attr]
