from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

import udfs
from udfs import VSM_APPROVAL, VSM_EXPLAIN
from xl_vsm import clock
from xl_vsm.excel import REGISTRY

DAY = date(2025, 6, 1)
BRIEFING = "NHS pay framework for very senior managers: on the day briefing"
OF_THIS_PACKAGE = "Illustrative pay ranges of this package, this file"
TRUST = ("trust", 612_000_000)
DIRECTOR = ("director", *TRUST)
LONG_AGO = date(2020, 1, 1)
ILLUSTRATIVE, TRANSCRIBED, UNMARKED = " (illustrative)", " (transcribed)", ""

# What is asked; what the reason must say; each document with its place; how it must end.
REASONS: list[tuple[str, tuple[object, ...], str, tuple[str, ...], str]] = [
    ("VSM_BAND", (*TRUST, DAY), "£612,000,000 is in band D", ("S9", OF_THIS_PACKAGE), ILLUSTRATIVE),
    ("VSM_BAND", ("ICB", 1_400_000, DAY), "1,400,000 is in band B", ("S11",), ILLUSTRATIVE),
    (
        "VSM_RANGE",
        (*DIRECTOR, DAY),
        "£130,000 to £150,000, with an exception zone to £160,000",
        ("S13", OF_THIS_PACKAGE),
        ILLUSTRATIVE,
    ),
    (
        "VSM_POSITION",
        (155_000, *DIRECTOR, DAY),
        "£155,000 is in the exception zone",
        ("S13", OF_THIS_PACKAGE),
        ILLUSTRATIVE,
    ),
    (
        "VSM_APPROVAL",
        (185_000, "chief executive", "trust", 300_000_000, DAY),
        "£185,000 is above £170,000",
        ("S19", "S24", OF_THIS_PACKAGE),
        ILLUSTRATIVE,
    ),
    (
        "VSM_APPROVAL",
        (195_000, "chief executive", "ICB", 1_500_000, DAY),
        "above the operational maximum of £190,000",
        ("S22", OF_THIS_PACKAGE),
        ILLUSTRATIVE,
    ),
    (
        "VSM_APPROVAL",
        (165_000, "director", "ICB", 3_500_000, DAY),
        "The sources disagree on ICB directors",
        ("S24", OF_THIS_PACKAGE),
        ILLUSTRATIVE,
    ),
    ("VSM_APPROVAL", (240_000, *DIRECTOR, DAY), "to DHSC", ("S21",), ILLUSTRATIVE),
    ("VSM_APPROVAL", (140_000, *DIRECTOR, DAY), "no central approval", ("S18",), ILLUSTRATIVE),
    (
        "VSM_PREMIUM",
        (150_000, "exceptional performance", None, None, DAY),
        "10% of a base salary of £150,000",
        (BRIEFING, "S31", "Pay premia"),
        UNMARKED,
    ),
    (
        "VSM_PREMIUM",
        (150_000, "challenged organisation", None, "2025-09-01", "2027-08-31"),
        "£22,500 a year on 31 August 2027",
        (BRIEFING, "S47", "Challenged organisations"),
        UNMARKED,
    ),
    (
        "VSM_WITHHOLD",
        (5, True, False, LONG_AGO, DAY),
        "segment 5",
        (BRIEFING, "S38", "Withholding pay awards"),
        UNMARKED,
    ),
    ("VSM_WITHHOLD", (2, False, False, LONG_AGO, DAY), "objectives", ("S35",), UNMARKED),
    (
        "VSM_WITHHOLD",
        (2, True, False, LONG_AGO, "2026-04-01"),
        "under review",
        ("PRN02469", "Annual pay award eligibility"),
        UNMARKED,
    ),
    (
        "VSM_AWARD",
        (100_000, "award", "2022-06-01"),
        "2022/23 award is 3% of base salary: £3,000",
        ("Written ministerial statement", "senior managers"),
        UNMARKED,
    ),
    ("VSM_AWARD", (100_000, "award", "2024-06-01"), "5%", ("Senior managers",), TRANSCRIBED),
    ("VSM_AWARD", (100_000, "award", DAY), "3.25%", ("NHS England's letter",), TRANSCRIBED),
    ("VSM_AWARD", (100_000, "withhold", "2026-06-01"), "withheld", ("PRN02469",), UNMARKED),
    ("VSM_AWARD", (100_000, "pending", "2026-06-01"), "pending", ("PRN02469",), UNMARKED),
    (
        "NHS_PENSION_TIER",
        (66_000, "2025-09-30"),
        "tier 6, from £65,191",
        ("SI 2025/821", "regulation 2, table"),
        UNMARKED,
    ),
    (
        "NHS_PENSION_TIER",
        (64_000, DAY, DAY),
        "tier 6, from £63,995",
        ("NHS Employers", "table of rates from 1 April 2025"),
        UNMARKED,
    ),
    (
        "NHS_PENSION_TIER",
        (66_000, "2022-10-01"),
        "tier 10",
        ("KashFlow", "table of confirmed rates"),
        TRANSCRIBED,
    ),
    (
        "NHS_PENSION_RATE",
        (66_000, "2020-06-01"),
        "whole-time equivalent",
        ("SI 2015/96", "regulation 22, table"),
        UNMARKED,
    ),
    (
        "NHS_PENSION_RATE",
        (66_000, "2026-06-01"),
        "the rate is 10.7%",
        ("secondary copies", "tables of 2026/27"),
        TRANSCRIBED,
    ),
    (
        "NHS_PENSION_CONTRIBUTION",
        (66_000, "2024-06-01"),
        "12.5% of all of it is £8,250",
        ("SI 2024/281", "regulation 21, table"),
        UNMARKED,
    ),
    (
        "NHS_PAYBILL",
        (150_000, 22_500, DAY),
        "pension £35,670 + National Insurance £25,125 + levy £862.50",
        (
            "collection of 14.38% from employers",
            "Class 1 thresholds; employer rates, 2025/26",
            "apprenticeship levy",
        ),
        TRANSCRIBED,
    ),
    (
        "AFC_OVERLAP",
        (140_531, None, DAY),
        "£14,894 above the top of band 9, £125,637",
        ("NHS pay bands 2025/26", "table of pay bands 2025/26"),
        TRANSCRIBED,
    ),
    (
        "AFC_OVERLAP",
        (101_000, "8d", "2024-06-01"),
        "£677 below the top of band 8d, £101,677, a figure derived",
        ("secondary copies",),
        TRANSCRIBED,
    ),
]


def test_every_function_is_explained_here() -> None:
    ours = {name for name, each in REGISTRY.items() if each.function.__module__.startswith("udfs.")}
    assert ours == set(udfs.__all__)
    assert ours == {name for name, *_ in REASONS} | {"VSM_EXPLAIN", "VSM_STATUS"}


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
