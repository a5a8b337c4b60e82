"""The fixed examples of the public contract, typed as users and other tests type them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from udfs import (
    NHS_PENSION_CONTRIBUTION,
    NHS_PENSION_RATE,
    NHS_PENSION_TIER,
    VSM_BAND,
    VSM_PREMIUM,
    VSM_WITHHOLD,
)
from xl_vsm import clock

DAY = date(2025, 4, 1)


def test_tiers_to_the_penny() -> None:
    assert NHS_PENSION_TIER(13259.99, DAY) == 1
    assert NHS_PENSION_TIER(13260, DAY) == 2


def test_two_dates() -> None:
    june = date(2025, 6, 1)
    assert NHS_PENSION_RATE(64000, june, june) == 0.125
    assert NHS_PENSION_RATE(64000, june) == 0.107
    assert NHS_PENSION_RATE(64000, june, known=june) == 0.125


def test_premium() -> None:
    assert VSM_PREMIUM(150000, "exceptional performance") == 15000
    with pytest.raises(ValueError, match="over the 10% limit"):
        VSM_PREMIUM(150000, "exceptional performance", 0.12)
    challenged = (150000, "challenged organisation", None, date(2025, 9, 1))
    assert VSM_PREMIUM(*challenged, date(2027, 8, 31)) == 22500
    assert VSM_PREMIUM(*challenged, date(2027, 9, 1)) == 0


def test_withhold() -> None:
    long_ago = date(2020, 1, 1)
    assert VSM_WITHHOLD(2, True, False, long_ago, DAY) == "award"
    assert VSM_WITHHOLD(2, False, False, long_ago, DAY) == "withhold"
    assert VSM_WITHHOLD(5, True, False, long_ago, DAY) == "withhold"
    assert VSM_WITHHOLD(5, True, False, date(2024, 1, 15), DAY) == "award"
    assert VSM_WITHHOLD(2, True, False, long_ago, date(2026, 4, 1)) == "pending"


def test_an_answer_on_made_up_figures_says_so() -> None:
    assert VSM_BAND("NHS foundation trust", 612_000_000, DAY, "2026-01-01") == "D (illustrative)"
    assert VSM_BAND("Integrated Care Board", "1,840,000", "1 April 2026") == "B (illustrative)"


def test_a_range_spills_and_an_error_stays_in_its_cell() -> None:
    pays = [[13259.99], ["£66,000"], ["TBC"], ["#N/A"], [None]]
    answers = NHS_PENSION_TIER(pays, datetime(2025, 4, 1))  # noqa: DTZ001 - as Excel gives it
    assert answers[:2] == [[1], [6]]
    assert answers[2] == ["#VSM! pensionable_pay must be a number, not 'TBC'"]
    assert answers[3] == ["#N/A"]
    assert answers[4] == ["#VSM! pensionable_pay is blank and must be given"]


def test_ranges_of_one_shape_go_cell_by_cell() -> None:
    rates = NHS_PENSION_RATE([[64000, 64000]], [["2025-06-01", "2024-06-01"]])
    assert rates == [[0.107, 0.125]]


def test_the_day_left_blank_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2024, 4, 1))
    assert NHS_PENSION_CONTRIBUTION(62924.99) == 6732.97
    assert NHS_PENSION_CONTRIBUTION(62925) == 7865.63
