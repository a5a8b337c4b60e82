"""Formulas made to keep a checker at work for hours, or to bring it down."""

from __future__ import annotations

import pytest

from tests.replay.books import F, book, moment, unsaid, wrong
from xl_vsm.replay import stored

CELLS = {"A1": 130_000, "C1": moment(2025, 9, 30)}
TIER = "NHS_PENSION_TIER(A1,C1)"


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        (f"={TIER}{'+1' * 4000}", "brackets within brackets"),
        (f"={'IF(1,' * 300}{TIER}{')' * 300}", "brackets within brackets"),
        (f"={'-' * 3000}{TIER}", "brackets within brackets"),
        (f'={TIER}&"{"x" * 30_000}"', "longer than Excel takes"),
        (f"={TIER}+Ring", "stand for each other"),
        (f"={TIER}+1E999", "is not read"),
    ],
)
def test_a_formula_too_deep_to_follow(formula: str, reason: str) -> None:
    names = {"Ring": "Round+1", "Round": "Ring+1"}
    made = book({**CELLS, "F1": F(formula, 1)}, names=names)
    assert reason in unsaid(made)["F1"]


@pytest.mark.parametrize(
    ("formula", "area", "reason"),
    [
        (f"={TIER}", "F1:XFD1048576", "fills more than"),
        ("=IF(A1:A2000=B1:KK1,1,NHS_PENSION_TIER(A1,C1))", "F1:F2", "make more than"),
    ],
)
def test_an_area_too_large_to_fill(formula: str, area: str, reason: str) -> None:
    made = book({**CELLS, "F1": F(formula, 1, area)})
    assert reason in unsaid(made)["F1"]


def test_all_formulas_together_may_not_ask_for_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "MOST_IN_ALL", 1_000)
    wide = F("=NHS_PENSION_TIER(A1:A400,C1)", 6)
    made = book({**CELLS, "F1": wide, "G2": wide, "H3": wide})
    assert list(unsaid(made)) == ["H3"]
    assert "too many cells in all" in unsaid(made)["H3"]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (f"=ROUND({TIER},400)", 6),
        (f"=ROUND({TIER}*1E300,2)", 6e300),
        (f"=ROUND({TIER},-400)", 0),
        (f"={TIER}*1E300*1E300", "#NUM!"),
    ],
)
def test_numbers_beyond_excels(formula: str, expected: object) -> None:
    found = wrong(book({**CELLS, "F1": F(formula, -1)}))["F1"]
    assert (str(found) if isinstance(expected, str) else found) == expected


def test_a_stored_number_of_a_thousand_digits() -> None:
    assert wrong(book({**CELLS, "F1": F(f"={TIER}", 10**1000)})) == {"F1": 6}
    made = book({**CELLS, "A2": 10**1000, "F1": F(f"={TIER}+A2", 1)})
    assert "a number of a text" in unsaid(made)["F1"]
