"""A long list gives the same report at once as post by post."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.checks.at_once.lists import DAY, a_list, plain_posts, written
from xl_vsm.checks.at_once.coded import steps
from xl_vsm.parameters import Parameters
from xl_vsm.rules import contribution, contribution_rate, contribution_tier

SEEDS = 10


@pytest.mark.parametrize("first", range(0, 60, SEEDS))
def test_lists_of_every_sort(both_ways, first):
    for seed in range(first, first + SEEDS):
        at_once, one_by_one = both_ways.reports(a_list(seed))
        assert at_once == one_by_one, seed
    assert both_ways.at_once > 20  # so many posts were not looked at one by one


def test_as_long_as_a_list_has_to_be(both_ways, monkeypatch):
    monkeypatch.undo()
    data = a_list(4)
    at_once, one_by_one = both_ways.reports(data)
    assert at_once == one_by_one
    assert not both_ways.made  # a short list is checked as ever


def test_a_penny_around_every_step(both_ways):
    """Each amount at which an answer changes, as salary and as pensionable pay."""
    p = Parameters(DAY)
    near = sorted({max(step + by, 0) for step in steps(p) for by in (-0.01, 0, 0.01)})
    rows = [
        (f"R{number}", "Director of Finance", "Director", amount, amount, *_pension(amount, p))
        for number, amount in enumerate(near * 2)
    ]
    headings = ("Ref", "Post", "Role", "Salary", "Pensionable pay", "Tier", "Rate", "Contribution")
    at_once, one_by_one = both_ways.reports(written([headings, *rows, *rows[:9]]))
    assert at_once == one_by_one
    assert {each["code"] for each in at_once["findings"]} >= {"PAY101", "PAY102", "WBK103"}


def _pension(amount: float, p: Parameters) -> tuple[float, ...]:
    pay = Decimal(str(amount))
    rules = (contribution_tier, contribution_rate, contribution)
    return tuple(float(rule(pay, p)) for rule in rules)


@pytest.mark.parametrize(
    ("column", "wrong", "code"),
    [
        ("Contribution", 0.01, "PEN103"),
        ("Employer pension", -0.01, "BIL101"),
        ("Employer NI", 0.02, "BIL102"),
        ("Apprenticeship levy", -0.02, "BIL103"),
        ("Paybill", 0.02, "BIL104"),
        ("Award £", 0.01, "AWD102"),
    ],
)
def test_one_amount_of_many_is_pennies_out(both_ways, column, wrong, code):
    rows = plain_posts(60)
    at = rows[0].index(column)
    rows[47][at] += wrong
    at_once, one_by_one = both_ways.reports(written(rows))
    assert at_once == one_by_one
    assert [each["code"] for each in at_once["findings"] if each["field"]] == [code]
    assert both_ways.at_once > 30


def test_the_reference_of_one_post_is_another_ones(both_ways):
    rows = plain_posts(60)
    rows[50][0] = rows[30][0]
    at_once, one_by_one = both_ways.reports(written(rows))
    assert at_once == one_by_one
    assert "WBK106" in {each["code"] for each in at_once["findings"]}
    assert both_ways.at_once > 30


def test_a_workbook_that_states_two_days_is_looked_at_as_ever(both_ways):
    details = [("Position as at:", DAY), ("Position as at:", date(2026, 5, 1))]
    at_once, one_by_one = both_ways.reports(written(plain_posts(40), details))
    assert at_once == one_by_one
    assert not both_ways.made


def test_a_list_with_our_functions_is_looked_at_as_ever(both_ways):
    rows = plain_posts(40)
    for number, row in enumerate(rows[1:], start=4):
        row[rows[0].index("Rate")] = f"=NHS_PENSION_RATE(L{number})"
    at_once, one_by_one = both_ways.reports(written(rows))
    assert at_once == one_by_one
    assert not both_ways.made
