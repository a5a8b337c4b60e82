from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.parameters import NotInForce, Parameters, Series, Store, shipped
from xl_vsm.parameters.tables import KINDS, CentralApproval

from .folders import entry, thresholds

TIERS = "member-contribution-tiers"
days = st.dates(date(2010, 1, 1), date(2035, 12, 31))
names = st.sampled_from(sorted(KINDS))

Make = Callable[..., Series]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def series(*entries: str) -> Series:
        return Store(thresholds(tmp_path, *entries)).series("central-approval")

    return series


def key(name: str, effective: date, known: date | None = None) -> str:
    return Parameters(effective, known).publication(name).key


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (date(2025, 3, 27), "2025-03"),
        (date(2025, 6, 1), "2025-03"),
        (date(2025, 7, 9), "2025-03"),
        (date(2025, 7, 10), "2025-07"),
        (date(2025, 8, 1), "2025-07"),
        (None, "2025-07"),
    ],
)
def test_the_tables_of_2025_both_stay_reproducible(known: date | None, expected: str) -> None:
    assert key(TIERS, date(2025, 6, 1), known) == expected


def test_until_the_backdated_table_of_2023_was_out_the_older_one_held() -> None:
    assert key(TIERS, date(2023, 5, 1), date(2023, 5, 24)) == "2022-10"
    assert key(TIERS, date(2023, 5, 1), date(2023, 5, 25)) == "2023-04"


@pytest.mark.parametrize(
    ("effective", "expected"),
    [
        (date(2015, 4, 1), "2015-04"),
        (date(2022, 9, 30), "2015-04"),
        (date(2022, 10, 1), "2022-10"),
        (date(2023, 3, 31), "2022-10"),
        (date(2023, 4, 1), "2023-04"),
        (date(2024, 3, 31), "2023-04"),
        (date(2024, 4, 1), "2024-04"),
        (date(2025, 3, 31), "2024-04"),
        (date(2025, 4, 1), "2025-07"),
        (date(2026, 3, 31), "2025-07"),
        (date(2026, 4, 1), "2026-04"),
    ],
)
def test_a_table_holds_from_its_day_until_the_next(effective: date, expected: str) -> None:
    assert key(TIERS, effective) == expected


def test_before_the_first_table_there_is_no_nearest_one() -> None:
    with pytest.raises(NotInForce, match=r"from 1 April 2015; there is none for 31 March 2015"):
        Parameters(date(2015, 3, 31)).publication(TIERS)


def test_before_anything_was_published_the_error_says_by_when() -> None:
    with pytest.raises(NotInForce, match=r"nothing for 1 June 2025 .* by 14 May 2025"):
        Parameters(date(2025, 6, 1), date(2025, 5, 14)).publication("central-approval")


def test_before_the_first_day_the_error_says_so_whatever_was_known() -> None:
    with pytest.raises(NotInForce, match=r"the first table here is from 1 April 2025"):
        Parameters(date(2024, 6, 1), date(2025, 6, 1)).publication("central-approval")


def test_a_table_that_has_ended_is_no_answer() -> None:
    terms = shipped().series("withholding-terms")
    assert terms.at(date(2026, 3, 31), date(2025, 12, 1)).key == "2025-26"
    with pytest.raises(NotInForce, match=r"ended before 1 April 2026; nothing published by 1 Dec"):
        terms.at(date(2026, 4, 1), date(2025, 12, 1))
    with pytest.raises(NotInForce, match=r"nothing published says what follows"):
        terms.at(date(2027, 4, 1))


def test_a_late_correction_does_not_overwrite_a_later_year(make: Make) -> None:
    series = make(
        entry("a", "2025-04-01", "2025-03-01", 1),
        entry("b", "2026-04-01", "2026-03-01", 2),
        entry("a-corrected", "2025-04-01", "2026-06-01", 3, 'replaces = ["a"]'),
    )
    assert series.at(date(2026, 4, 1)).key == "b"
    assert series.at(date(2026, 3, 31)).key == "a-corrected"
    assert series.at(date(2026, 3, 31), date(2026, 5, 31)).key == "a"


def test_a_withdrawn_table_is_gone_from_the_day_of_the_withdrawal(make: Make) -> None:
    series = make(
        entry("a", "2025-04-01", "2025-03-01"),
        entry("b", "2026-04-01", "2025-10-01"),
        entry("no-b", "2026-04-01", "2026-01-15", 0, 'stage = "withdrawn"\nreplaces = ["b"]'),
    )
    assert series.at(date(2026, 4, 1), date(2026, 1, 14)).key == "b"
    assert series.at(date(2026, 4, 1), date(2026, 1, 15)).key == "a"
    assert series.at(date(2026, 4, 1)).key == "a"


def test_a_proposal_is_never_the_answer(make: Make) -> None:
    series = make(
        entry("a", "2025-04-01", "2025-03-01"),
        entry("b", "2025-06-01", "2025-05-01", 2, 'stage = "proposed"'),
    )
    assert series.at(date(2025, 7, 1)).key == "a"


def test_an_illustrative_table_loses_to_a_real_one_even_when_it_is_later(make: Make) -> None:
    series = make(
        entry("real", "2025-04-01", "2025-05-01", 1),
        entry("made-up", "2026-04-01", "2026-05-01", 2, "illustrative = true"),
    )
    assert series.at(date(2026, 6, 1)).key == "real"
    assert series.at(date(2026, 6, 1), date(2025, 5, 1)).key == "real"


def test_an_illustrative_table_answers_until_a_real_one_is_out(make: Make) -> None:
    series = make(
        entry("made-up", "2025-04-01", "2025-05-01", 1, "illustrative = true"),
        entry("real", "2025-04-01", "2026-05-01", 2),
    )
    assert series.at(date(2025, 6, 1), date(2026, 4, 30)).key == "made-up"
    assert series.at(date(2025, 6, 1)).key == "real"


def test_others_are_what_was_ever_the_answer_newest_first() -> None:
    tiers = shipped().series(TIERS)
    assert [p.key for p in tiers.others(date(2025, 6, 1))] == [
        "2025-03",
        "2024-04",
        "2023-04",
        "2022-10",
        "2015-04",
    ]
    assert [p.key for p in tiers.others(date(2022, 12, 1), date(2023, 1, 1))] == ["2015-04"]
    assert Parameters(date(2016, 4, 1)).others(TIERS) == ()


def answer(name: str, effective: date, known: date | None) -> Any:
    try:
        return shipped().series(name).at(effective, known)
    except NotInForce:
        return None


@given(names, days, days)
def test_no_answer_was_published_after_it_was_known(
    name: str, effective: date, known: date
) -> None:
    found = answer(name, effective, known)
    if found is not None:
        assert found.published <= known
        assert found.covers(effective)


@given(names, days)
def test_knowing_the_far_future_is_knowing_everything(name: str, effective: date) -> None:
    assert answer(name, effective, date(9000, 1, 1)) == answer(name, effective, None)


@given(names, days, days, days)
def test_what_was_known_does_not_change_an_answer_between_two_publications(
    name: str, effective: date, one: date, other: date
) -> None:
    low, high = sorted((one, other))
    if not any(low < p.published <= high for p in shipped().series(name).publication):
        assert answer(name, effective, low) == answer(name, effective, high)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_day_from_the_first_to_the_last_check_has_a_value(name: str) -> None:
    series = shipped().series(name)
    first = min(p.effective_from for p in series.publication)
    for days_on in range((series.checked - first).days + 1):
        assert series.at(first + timedelta(days=days_on)), name


def test_a_table_comes_with_its_own_type() -> None:
    assert isinstance(Parameters(date(2025, 6, 1)).central_approval, CentralApproval)
