"""Faults that are told apart by a day, by what was withdrawn, or by what else is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from xl_vsm.parameters.lint import lint
from xl_vsm.parameters.lint_rules import sentinels

from .folders import HEAD, entry, thresholds

TODAY = date(2026, 10, 1)
NAME = "central-approval.toml"
A = entry("a", "2025-04-01", "2025-04-01", 1)
B = entry("b", "2025-04-01", "2025-04-01", 2)


def faults(folder: Path) -> list[tuple[str, str]]:
    return [(fault.code, fault.key) for fault in lint(folder, TODAY) if fault.file == NAME]


def no(key: str, published: str, more: str = "") -> str:
    """Withdraw a table on a day."""
    stage = f'stage = "withdrawn"\nreplaces = ["{key}"]'
    return entry(f"no-{key}", "2025-04-01", published, 0, stage + more)


@pytest.mark.parametrize(
    ("besides", "expected"),
    [
        ([], [("DAT101", "b")]),
        ([no("a", "2025-04-01")], []),
        ([no("b", "2025-04-01")], []),
        ([no("a", "2025-03-31")], []),
        # Until the day after nobody could have said which of the two holds.
        ([no("a", "2025-04-02")], [("DAT101", "b")]),
        # What else was withdrawn, or replaces one of them, does not settle it.
        (
            [entry("c", "2024-04-01", "2024-04-01"), no("c", "2025-04-01")],
            [("DAT101", "b")],
        ),
        (
            [entry("c", "2025-06-01", "2025-03-01", 3, 'replaces = ["a"]')],
            [("DAT101", "b")],
        ),
    ],
)
def test_two_of_the_same_dates_unless_one_was_taken_back_at_once(
    tmp_path: Path, besides: list[str], expected: list[tuple[str, str]]
) -> None:
    assert faults(thresholds(tmp_path, A, B, *besides)) == expected


@pytest.mark.parametrize(
    ("checked", "expected"), [("2026-10-01", []), ("2026-10-02", [("DAT102", "")])]
)
def test_what_is_checked_today_is_not_of_the_future(
    tmp_path: Path, checked: str, expected: list[tuple[str, str]]
) -> None:
    head = HEAD.replace("2026-09-30", checked)
    assert faults(thresholds(tmp_path, A, head=head)) == expected


@pytest.mark.parametrize(
    ("published", "expected"), [("2026-10-01", []), ("2026-10-02", [("DAT102", "a")])]
)
def test_what_is_published_today_is_not_of_the_future(
    tmp_path: Path, published: str, expected: list[tuple[str, str]]
) -> None:
    assert faults(thresholds(tmp_path, entry("a", "2026-10-01", published))) == expected


def test_a_publication_whose_table_is_refused_is_not_judged_further(tmp_path: Path) -> None:
    broken = entry("a", "2029-04-01", "2029-04-01").replace("above = 1", "above = true # 1")
    assert faults(thresholds(tmp_path, broken)) == [("DAT001", "a")]


@pytest.mark.parametrize(
    ("effective", "expected"),
    [
        ("2027-04-04", []),  # three years of 366 days, and not a day more
        ("2027-04-05", [("DAT103", "a")]),
        ("2021-03-30", []),
        ("2021-03-29", [("DAT103", "a")]),
    ],
)
def test_dates_may_lie_three_years_apart(
    tmp_path: Path, effective: str, expected: list[tuple[str, str]]
) -> None:
    assert faults(thresholds(tmp_path, entry("a", effective, "2024-04-01"))) == expected


@pytest.mark.parametrize(
    ("above", "sentinel"),
    [("999", False), ("9_999", True), ("99_998", False), ("9999.99", True), ("19_999", False)],
)
def test_four_nines_stand_for_no_limit(tmp_path: Path, above: str, sentinel: bool) -> None:
    text = A.replace("above = 1", f"above = {above}")
    assert (("DAT109", "a") in faults(thresholds(tmp_path, text))) is sentinel


@pytest.mark.parametrize(("until", "sentinel"), [("2098-12-31", False), ("2099-01-01", True)])
def test_from_2099_on_a_day_stands_for_no_end(tmp_path: Path, until: str, sentinel: bool) -> None:
    text = entry("a", "2025-04-01", "2025-04-01", 1, f"effective_until = {until}")
    assert faults(thresholds(tmp_path, text)) == [("DAT109", "a")] * sentinel


@pytest.mark.parametrize(
    ("until", "expected"), [("2025-04-02", []), ("2025-04-01", [("DAT110", "a")])]
)
def test_a_table_holds_for_a_day_at_least(
    tmp_path: Path, until: str, expected: list[tuple[str, str]]
) -> None:
    text = entry("a", "2025-04-01", "2025-04-01", 1, f"effective_until = {until}")
    assert faults(thresholds(tmp_path, text)) == expected


@pytest.mark.parametrize(("value", "key"), [({"x": 9999}, ""), ({"key": "a", "x": [9999]}, "a")])
def test_a_figure_that_stands_for_no_limit_is_told_with_its_publication(
    value: dict[str, object], key: str
) -> None:
    (found,) = sentinels("f.toml", value)
    assert (found.code, found.file, found.key) == ("DAT109", "f.toml", key)
