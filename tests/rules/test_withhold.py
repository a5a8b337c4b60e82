from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from tests.rules.examples import FACTS, framework_days
from udfs import VSM_WITHHOLD
from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules import Outcome, Unanswerable, withhold
from xl_vsm.rules.awards.withhold import Appointed

DAY = date(2025, 4, 1)
LONG_AGO, NEW = date(2020, 1, 1), date(2024, 1, 15)
AWARD, WITHHOLD, ALLOWANCE, COMMITTEE, PENDING = Outcome
Y, N = True, False

# segment, objectives met, performance management, appointed, recovery support, medical contract,
# exceptional circumstances; the outcome, and the statements of the briefing that lead to it
TABLE = [
    ((1, Y, N, LONG_AGO, None, N, N), AWARD, "S35"),
    ((4, Y, N, LONG_AGO, N, N, N), AWARD, "S35"),
    ((2, N, N, LONG_AGO, None, N, N), WITHHOLD, "S35 S36"),
    ((2, Y, Y, LONG_AGO, None, N, N), WITHHOLD, "S35 S36"),
    ((2, N, N, NEW, None, N, N), WITHHOLD, "S35 S36"),
    ((5, Y, N, LONG_AGO, None, N, N), WITHHOLD, "S38 S39"),
    ((5, Y, N, LONG_AGO, N, N, N), WITHHOLD, "S38 S39"),
    ((5, Y, N, NEW, None, N, N), AWARD, "S39"),
    ((5, N, N, NEW, None, N, N), COMMITTEE, "S36 S39"),
    ((5, Y, Y, NEW, Y, N, N), COMMITTEE, "S36 S39"),
    ((None, Y, N, LONG_AGO, Y, N, N), WITHHOLD, "S38 S39"),
    ((None, Y, N, NEW, Y, N, N), AWARD, "S39"),
    ((None, Y, N, LONG_AGO, N, N, N), AWARD, "S35"),
    ((None, N, N, LONG_AGO, N, N, N), WITHHOLD, "S35 S36"),
    ((None, Y, N, LONG_AGO, None, N, N), COMMITTEE, "S35 S38"),
    ((3, Y, N, LONG_AGO, Y, N, N), COMMITTEE, "S35 S38"),
    ((3, Y, N, NEW, Y, N, N), AWARD, "S35"),
    ((3, N, N, NEW, Y, N, N), WITHHOLD, "S35 S36"),
    ((5, Y, N, LONG_AGO, None, Y, N), ALLOWANCE, "S38 S39 S43 S44"),
    ((2, N, N, LONG_AGO, None, Y, N), ALLOWANCE, "S35 S36 S43 S44"),
    ((5, Y, N, LONG_AGO, None, N, Y), COMMITTEE, "S38 S39 S40"),
    ((5, Y, N, LONG_AGO, None, Y, Y), COMMITTEE, "S38 S39 S40 S43"),
    ((2, Y, N, LONG_AGO, None, Y, Y), AWARD, "S35"),
]


@pytest.mark.parametrize(("facts", "outcome", "statements"), TABLE)
def test_the_decision_and_what_it_rests_on(
    facts: tuple[Any, ...], outcome: Outcome, statements: str
) -> None:
    p = Parameters(DAY)
    found = withhold.explain(*facts, p)
    assert found.answer is outcome
    locators = [cite.locator for cite in found.cites]
    assert locators == [*statements.split(), "Withholding pay awards (S35, S38, S39)"]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ((2, N, N, LONG_AGO, None, N, N), "appraisal objectives were not met"),
        ((2, N, Y, LONG_AGO, None, N, N), "a conduct or capability process is under way"),
        ((5, Y, N, LONG_AGO, None, N, N), "segment 5 .* ended before 1 January 2022"),
        ((None, Y, N, LONG_AGO, Y, N, N), "the recovery support programme"),
        ((5, Y, N, NEW, None, N, N), "first two years, which end before 15 January 2026"),
        ((5, Y, N, LONG_AGO, None, N, Y), "in specific circumstances the committee may deviate"),
        ((5, Y, N, LONG_AGO, None, Y, N), "the doctors' and dentists' award is paid"),
    ],
)
def test_the_reason_in_words(facts: tuple[Any, ...], words: str) -> None:
    assert re.search(words, withhold(*facts, Parameters(DAY)).reason)


@pytest.mark.parametrize(
    ("appointed", "day", "outcome"),
    [
        (date(2023, 10, 15), date(2025, 10, 14), AWARD),
        (date(2023, 10, 15), date(2025, 10, 15), WITHHOLD),
        (date(2024, 2, 29), date(2026, 2, 28), AWARD),
        (date(2024, 2, 29), date(2026, 3, 1), WITHHOLD),
    ],
)
def test_the_two_years_to_the_day(appointed: date, day: date, outcome: Outcome) -> None:
    facts = (5, True, False, appointed, None, False, False)
    assert withhold(*facts, Parameters(day)).outcome is outcome


@pytest.mark.parametrize(
    ("segment", "role", "organisation", "outcome"),
    [
        # After an internal move the key points (in role) and S39 (in the organisation) differ.
        (5, NEW, LONG_AGO, COMMITTEE),
        (5, LONG_AGO, NEW, COMMITTEE),
        (5, NEW, NEW, AWARD),
        (5, LONG_AGO, LONG_AGO, WITHHOLD),
        (2, NEW, LONG_AGO, AWARD),
    ],
)
def test_the_two_readings_of_newly_appointed(
    segment: int, role: date, organisation: date, outcome: Outcome
) -> None:
    appointed = Appointed(role, organisation)
    p = Parameters(DAY)
    found = withhold(segment, True, False, appointed, None, False, False, p)
    assert found.outcome is outcome
    if outcome is COMMITTEE:
        side, other = ("role", "organisation") if role == NEW else ("organisation", "role")
        assert f"under two years in the {side}, until 15 January 2026" in found.reason
        assert f"not entitled by time in the {other}" in found.reason
        assert [cite.locator for cite in found.cites] == ["S38", "S39"]


@pytest.mark.parametrize("segment", [0, 6, -1])
def test_there_is_no_other_segment(segment: int) -> None:
    with pytest.raises(Unanswerable, match=f"segment must be 1, 2, 3, 4 or 5.* not {segment}"):
        withhold(segment, True, False, LONG_AGO, None, False, False, Parameters(DAY))


FACTS_OF_ONE = (2, True, False, LONG_AGO, None, False, False)


@pytest.mark.parametrize(
    ("effective", "known"),
    [
        (date(2025, 3, 31), None),  # not retrospective (S2)
        (date(2025, 4, 1), date(2025, 5, 14)),  # the day before the briefing
        (date(2026, 6, 1), date(2025, 5, 14)),
    ],
)
def test_before_the_framework_there_is_no_answer(effective: date, known: date | None) -> None:
    with pytest.raises(NotInForce):
        withhold(*FACTS_OF_ONE, Parameters(effective, known))


@pytest.mark.parametrize(
    ("effective", "known", "statements"),
    [
        (date(2026, 4, 1), None, ["S37", "Annual pay award eligibility for VSMs in 2026/27"]),
        (date(2026, 6, 1), date(2026, 1, 1), ["S37"]),  # before the letter on 2026/27
        (date(2027, 4, 1), None, ["S37"]),
    ],
)
def test_pending_where_nothing_settles_it(
    effective: date, known: date | None, statements: list[str]
) -> None:
    found = withhold.explain(*FACTS_OF_ONE, Parameters(effective, known))
    assert found.answer is PENDING
    assert "under review" in found.reason
    assert [cite.locator for cite in found.cites] == statements


@given(FACTS["withhold"], framework_days)
def test_every_legal_set_of_facts_has_an_outcome(facts: tuple[Any, ...], day: date) -> None:
    found = withhold(*facts, Parameters(day))
    assert (found.outcome is PENDING) == (day >= date(2026, 4, 1))
    assert found.reason
    *first, recovery_support, medical, exceptional = facts
    answer = VSM_WITHHOLD(*first, day, recovery_support, medical, exceptional)
    assert answer == found.outcome


@given(FACTS["withhold"], framework_days)
def test_what_softens_never_makes_it_worse(facts: tuple[Any, ...], day: date) -> None:
    *first, _, _ = facts
    p = Parameters(day)
    plain = withhold(*first, False, False, p).outcome
    for medical, exceptional in ((True, False), (False, True), (True, True)):
        eased = withhold(*first, medical, exceptional, p).outcome
        assert eased is plain or (plain is WITHHOLD and eased in {COMMITTEE, ALLOWANCE})


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ((5, Y, N, LONG_AGO, False, N, N), "goes by the segment alone"),
        ((None, Y, N, LONG_AGO, False, N, N), "has no segment here"),
        ((2, Y, N, date(2025, 8, 1), None, N, N), "Appointed only on 1 August 2025"),
        ((2, Y, N, Appointed(date(2025, 1, 1), date(2018, 1, 1)), True, N, N), "in the role are"),
        (
            (2, Y, N, Appointed(date(2018, 1, 1), date(2025, 1, 1)), True, N, N),
            "in the organisation",
        ),
        (
            (5, N, N, Appointed(date(2025, 1, 1), date(2018, 1, 1)), None, N, N),
            "besides, appraisal",
        ),
    ],
)
def test_the_reason_says_what_the_sources_leave_open(facts: tuple[Any, ...], words: str) -> None:
    assert words in withhold(*facts, Parameters(date(2025, 4, 1))).reason


@pytest.mark.parametrize(
    ("appointed", "said"),
    [
        (DAY, False),
        (date(2025, 4, 2), True),
        (Appointed(DAY, LONG_AGO), False),
        (Appointed(LONG_AGO, date(2025, 4, 2)), True),
    ],
)
def test_an_appointment_after_the_day_is_pointed_out(
    appointed: date | Appointed, said: bool
) -> None:
    found = withhold(2, True, False, appointed, None, False, False, Parameters(DAY))
    assert ("Appointed only on 2 April 2025" in found.reason) is said
    assert ("Appointed only" in found.reason) is said
