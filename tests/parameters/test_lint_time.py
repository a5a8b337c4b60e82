from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from xl_vsm.parameters.lint import lint

from .folders import change, copy, entry, thresholds

TODAY = date(2026, 10, 1)


def ending(key: str, effective: str, until: str, more: str = "") -> str:
    return entry(key, effective, effective, 1, f"effective_until = {until}\n{more}")


def found(folder: Path) -> list[tuple[str, str]]:
    return [(fault.code, fault.key) for fault in lint(folder, TODAY)]


@pytest.mark.parametrize(
    ("until", "days"),
    [
        ("2025-06-01", "1 June 2025 to 30 June 2025"),
        ("2025-06-30", "30 June 2025"),
    ],
)
def test_a_gap_names_its_days(tmp_path: Path, until: str, days: str) -> None:
    b = entry("b", "2025-07-01", "2025-07-01")
    (fault,) = lint(thresholds(tmp_path, ending("a", "2025-04-01", until), b), TODAY)
    assert (fault.code, fault.name, fault.key) == ("DAT111", "gap-in-time", "a")
    assert fault.message.endswith(f"there is no table for {days}")


@pytest.mark.parametrize(
    "entries",
    [
        [ending("a", "2025-04-01", "2025-07-01"), entry("b", "2025-07-01", "2025-07-01")],
        [ending("a", "2025-04-01", "2025-08-01"), entry("b", "2025-07-01", "2025-07-01")],
        [
            ending("a", "2025-04-01", "2025-06-01"),
            entry("c", "2025-04-01", "2025-05-01", 1, 'replaces = ["a"]'),
            entry("b", "2025-07-01", "2025-07-01"),
        ],
        [
            ending("a", "2025-04-01", "2025-06-01"),
            entry("b", "2025-07-01", "2025-07-01", 1, 'stage = "proposed"'),
        ],
        [
            ending("a", "2025-04-01", "2025-06-01"),
            entry("b", "2025-07-01", "2025-07-01"),
            entry("no-a", "2025-04-01", "2025-07-02", 1, 'stage = "withdrawn"\nreplaces = ["a"]'),
        ],
        [
            ending("a", "2025-04-01", "2025-06-01", "illustrative = true").replace(
                '"primary"', '"synthetic"'
            ),
            entry("b", "2025-07-01", "2025-07-01"),
        ],
    ],
    ids=["follows", "overlaps", "replaced", "only proposed", "withdrawn", "made up"],
)
def test_what_leaves_no_gap(tmp_path: Path, entries: list[str]) -> None:
    assert found(thresholds(tmp_path, *entries)) == []


def test_made_up_tables_leave_gaps_among_themselves(tmp_path: Path) -> None:
    a = ending("a", "2025-04-01", "2025-06-01", "illustrative = true")
    b = entry("b", "2025-07-01", "2025-07-01", 1, "illustrative = true")
    folder = thresholds(tmp_path, *(each.replace('"primary"', '"synthetic"') for each in (a, b)))
    assert found(folder) == [("DAT111", "a")]


@pytest.mark.parametrize("until", ["2025-03-01", "2025-04-01"])
def test_an_end_before_the_beginning_is_one_fault_and_not_two(tmp_path: Path, until: str) -> None:
    b = entry("b", "2025-07-01", "2025-07-01")
    folder = thresholds(tmp_path, ending("a", "2025-04-01", until), b)
    assert found(folder) == [("DAT110", "a")]


def test_a_made_up_table_fills_no_gap_between_real_ones(tmp_path: Path) -> None:
    made_up = entry("made-up", "2025-04-01", "2025-04-01", 1, "illustrative = true")
    folder = thresholds(
        tmp_path,
        made_up.replace('"primary"', '"synthetic"'),
        ending("a", "2025-04-02", "2025-06-01"),
        entry("b", "2025-07-01", "2025-07-01"),
    )
    assert found(folder) == [("DAT111", "a")]


def award(key: str, effective: str, replaces: str) -> str:
    return f"""
[[publication]]
key = "{key}"
effective_from = {effective}
effective_until = 2027-04-01
published = {effective}
certainty = "primary"
source = "illustrative"
locator = "page 1"
replaces = [{replaces}]
[publication.table]
pay_year = "2026/27"
rate = 0.04
"""


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ('"2026-27"', '"raised"', []),
        ('"2026-27"', '"raised", "2026-27"', []),
        ('"2026-27"', '"2026-27"', [("DAT110", "again")]),
        ("", '"raised", "2026-27"', [("DAT110", "raised")]),
        ("", "", [("DAT110", "raised"), ("DAT110", "again"), ("DAT110", "again")]),
    ],
)
def test_a_pay_year_has_one_table_unless_it_is_replaced(
    tmp_path: Path, first: str, second: str, expected: list[tuple[str, str]]
) -> None:
    folder = copy(tmp_path)
    path = folder / "annual-award.toml"
    more = award("raised", "2026-06-01", first) + award("again", "2026-07-01", second)
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert sorted(found(folder)) == sorted(expected)


def test_what_begins_together_is_one_fault_and_not_two(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    path = folder / "annual-award.toml"
    more = award("other", "2026-04-01", "").replace(
        "published = 2026-04-01", "published = 2026-06-01"
    )
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert found(folder) == [("DAT104", "other")]


def test_what_replaces_one_that_is_not_here(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    change(folder, "annual-award", 'key = "2026-27"', 'key = "2026-27"\nreplaces = ["2021-22"]')
    change(folder, "annual-award", 'pay_year = "2026/27"', 'pay_year = "2025/26"')
    assert found(folder) == [("DAT110", "2026-27"), ("DAT110", "2026-27")]
