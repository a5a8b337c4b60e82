from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

import udfs
from tests.udfs.reasons import DAY, DIRECTOR, ILLUSTRATIVE, LONG_AGO, REASONS, TRUST
from udfs import VSM_APPROVAL, VSM_EXPLAIN
from xl_vsm import clock
from xl_vsm.excel import REGISTRY


def test_every_function_is_explained_here() -> None:
    ours = {name for name, each in REGISTRY.items() if each.function.__module__.startswith("udfs.")}
    assert ours == set(udfs.__all__)
    explained = {name for name, *_ in REASONS} | {"VSM_EXPLAIN", "VSM_STATUS"}
    assert ours == explained, "tests/udfs/reasons.py: a reason for each function, and for no other"


@pytest.mark.parametrize(("name", "given", "reason", "places", "mark"), REASONS)
def test_a_reason_its_sources_with_their_places_and_a_mark_where_due(
    name: str, given: tuple[object, ...], reason: str, places: tuple[str, ...], mark: str
) -> None:
    said = VSM_EXPLAIN(name, *given)
    why, separator, sources = said.partition(". Source: ")
    assert separator
    assert reason in why
    assert not why[0].islower()
    for place in places:
        assert place in sources
    assert said.endswith(mark)
    assert said.count("(illustrative") + said.count("(transcribed") == bool(mark)


@pytest.mark.parametrize(("name", "given"), [(name, given) for name, given, *_ in REASONS])
def test_an_answer_in_words_is_marked_as_its_reason_is(
    name: str, given: tuple[object, ...]
) -> None:
    answer: Any = getattr(udfs, name)(*given)
    illustrative = VSM_EXPLAIN(name, *given).endswith(ILLUSTRATIVE)
    if isinstance(answer, list):
        assert (answer[0][-1] == "illustrative") is illustrative
    elif isinstance(answer, str):
        assert answer.endswith(ILLUSTRATIVE) is illustrative
    else:
        assert not illustrative


@pytest.mark.parametrize("name", ["VSM_EXPLAIN", "VSM_STATUS"])
def test_a_function_without_a_rule_says_what_it_is_for(name: str) -> None:
    given = ("VSM_STATUS",) if name == "VSM_EXPLAIN" else ()
    assert VSM_EXPLAIN(name, *given) == REGISTRY[name].summary


@pytest.mark.parametrize("typed", ["=VSM_BAND(", " vsm_band ", "VSM_BAND()", "Vsm_Band(A2, B2)"])
def test_the_name_may_be_copied_from_a_formula(typed: str) -> None:
    assert VSM_EXPLAIN(typed, *TRUST, DAY) == VSM_EXPLAIN("VSM_BAND", *TRUST, DAY)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("VSM_BND", "VSM_BAND"),
        ("vsm_rang", "VSM_RANGE"),
        ("NHS_PENSION_TEIR", "NHS_PENSION_TIER"),
        ("AFC OVERLAPS", "AFC_OVERLAP"),
        ("PAYBILL", "NHS_PAYBILL"),
        ("SUM", "[A-Z]{3}_[A-Z]+"),
        ("?", "[A-Z]{3}_[A-Z]+"),
    ],
)
def test_an_unknown_name_is_answered_with_a_near_one(typed: str, near: str) -> None:
    said = rf"function_name must be a function here, such as {near}, not '{re.escape(typed)}'"
    with pytest.raises(ValueError, match=said):
        VSM_EXPLAIN(typed, 1)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("VSM_BAND", "trust", "large", DAY), "size must be a number, not 'large'"),
        (("VSM_BAND", "council", 1, DAY), 'organisation_type must be "trust" or "ICB"'),
        (("VSM_BAND", *TRUST, "31/02/2026"), "effective must be a date"),
        (("VSM_BAND", "trust", None, DAY), "size is blank and must be given"),
        (("NHS_PENSION_TIER", "TBC", DAY), "pensionable_pay must be a number, not 'TBC'"),
        (("VSM_WITHHOLD", 2, "maybe", False, LONG_AGO), "objectives_met must be yes or no"),
        (("VSM_PREMIUM", 150_000, "luck"), "ground must be"),
        (("VSM_PREMIUM", 150_000, "exceptional performance", 0.12, None, DAY), "over the 10%"),
        (("AFC_OVERLAP", 1, "10", DAY), "band must be one of 1, 2,"),
        ((None,), "function_name is blank and must be given"),
    ],
)
def test_what_cannot_be_read_or_answered_is_named(given: tuple[object, ...], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        VSM_EXPLAIN(*given)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("VSM_BAND",), "organisation_type"),
        (("VSM_BAND", "trust"), "size"),
        (("NHS_PENSION_TIER",), "pensionable_pay"),
        (("VSM_STATUS", 1), "VSM_STATUS"),
    ],
)
def test_too_few_or_too_many_arguments_are_told_in_words(
    given: tuple[object, ...], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        VSM_EXPLAIN(*given)


def test_an_error_stays_in_its_cell() -> None:
    found = VSM_EXPLAIN("NHS_PENSION_TIER", [[66_000], ["#N/A"], ["x"]], "2025-09-30")
    assert [len(row) for row in found] == [1, 1, 1]
    assert "tier 6" in found[0][0]
    assert found[1] == ["#N/A"]
    assert found[2] == ["#VSM! pensionable_pay must be a number, not 'x'"]


def test_an_error_in_what_is_read_is_told() -> None:
    with pytest.raises(ValueError, match="a cell that VSM_BAND reads is #N/A"):
        REGISTRY["VSM_BAND"].read("trust", "#N/A")


def test_an_explanation_does_not_depend_on_what_was_asked_before() -> None:
    given = (240_000, *DIRECTOR, "2025-06-02")
    first = VSM_EXPLAIN("VSM_APPROVAL", *given)
    VSM_APPROVAL(140_000, *DIRECTOR, "2025-06-02")
    assert VSM_EXPLAIN("VSM_APPROVAL", *given) == first


def test_the_day_left_blank_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2024, 4, 1))
    assert "effective 1 April 2024" in VSM_EXPLAIN("NHS_PENSION_TIER", 66_000)
