"""Formulas of long lists: what stands in rows is judged by all that do not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.at_once.lists import written
from xl_vsm.checks.at_once import settled

HEADINGS = ["Ref", "Post", "WTE", "Salary", "Actual pay"]
FIRST = 4
"""The sheet's row of the first post."""


def posts(*, typed: range | tuple[int, ...] = (), other: tuple[int, ...] = ()) -> list[list[Any]]:
    """Return posts whose pay is worked out, but for some."""
    rows: list[list[Any]] = [list(HEADINGS)]
    for number in range(100):
        at = FIRST + number
        formula = f"=D{at}*C{at}" + "+0" * (number in other)
        pay = 125_000 if number in typed else formula
        rows.append([1_000 + number, "Director of Finance", 1, 125_000, pay])
    return rows


def said(report: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what was found of formulas, and where."""
    return [(e["code"], e["cell"]) for e in report["findings"] if e["code"].startswith("WBK3")]


@pytest.mark.parametrize("typed", [range(40, 100), range(60)])
def test_a_column_that_is_mostly_typed_is_one_of_figures(both_ways, monkeypatch, typed):
    monkeypatch.setattr(settled, "MOST_BY_ITSELF", 0.5)
    at_once, one_by_one = both_ways.reports(written(posts(typed=typed), stored=125_000))
    assert at_once == one_by_one
    assert not said(one_by_one)
    assert both_ways.at_once > 30


def test_a_few_that_are_typed_over_are_each_named(both_ways):
    data = written(posts(typed=(20, 40, 60, 80)), stored=125_000)
    at_once, one_by_one = both_ways.reports(data)
    assert at_once == one_by_one
    assert said(one_by_one) == [("WBK302", f"E{FIRST + n}") for n in (20, 40, 60, 80)]
    assert both_ways.at_once > 30


def test_figures_typed_over_formulas_of_which_no_two_are_alike(both_ways):
    """A running total refers to the row above, so its rows are of no form."""
    rows = posts(typed=(40, 45, 50))
    for number, row in enumerate(rows[1:], start=FIRST):
        row[4] = row[4] if row[4] == 125_000 else f"=E{number - 1}+D{number}"
    at_once, one_by_one = both_ways.reports(written(rows, stored=125_000))
    assert at_once == one_by_one
    assert said(one_by_one) == [("WBK302", f"E{FIRST + n}") for n in (40, 45, 50)]


def test_formulas_are_counted_whatever_the_first_row_of_their_form_is(both_ways):
    """The first is no post, by its words."""
    rows = posts(other=(40,))
    rows[1][1] = "Total reward director"
    at_once, one_by_one = both_ways.reports(written(rows, stored=125_000))
    assert at_once == one_by_one
    assert said(one_by_one) == [("WBK303", f"E{FIRST + 40}")]
