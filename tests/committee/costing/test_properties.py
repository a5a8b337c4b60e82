"""What holds of every costing, whatever the posts are."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.committee.costing.conftest import board
from tests.posts import DAY
from xl_vsm.committee.costing import Costing, Group, Scenario, costing
from xl_vsm.committee.costing.amounts import Costs
from xl_vsm.committee.pay_year import PayYear

DAYS = st.dates(date(2025, 1, 1), date(2026, 6, 30))
POSTS = st.lists(
    st.fixed_dictionaries(
        {
            "salary": st.decimals(90_000, 260_000, places=2),
            "fte": st.decimals("0.05", 1, places=2),
            "objectives_met": st.sampled_from(["yes", "no"]),
            "performance_management": st.sampled_from(["yes", "no"]),
            "appointed": st.dates(date(2015, 1, 1), date(2026, 3, 31)),
        },
        optional={"left": st.dates(date(2025, 4, 1), date(2026, 3, 31))},
    ),
    min_size=1,
    max_size=6,
)


@given(POSTS)
@settings(max_examples=25)
def test_totals_add_up_and_nothing_withheld_is_among_what_is_paid(
    posts: list[dict[str, Any]],
) -> None:
    nothing = Scenario("Nothing", Decimal(0))
    found = costing(board(*posts), scenarios=(nothing,))
    assert len(found.posts) + len(found.left_out) == len(posts)
    for group in Group:
        lines = found.of_group(group)
        whole = sum((each.award_in_year.total for each in lines if each.award_in_year), Decimal(0))
        assert found.award_in_year(group).total == whole
        assert found.scenarios[0].cost(group) == found.award_in_year(group)
        assert found.scenarios[1].cost(group).total == 0
    _paid_only_where_due(found, posts)


def _paid_only_where_due(found: Costing, posts: list[dict[str, Any]]) -> None:
    """In segment 2 the award is due by objectives and performance management, to those in post."""
    stated = {f"{1001 + n}": post for n, post in enumerate(posts)}
    for line in found.scenarios[0].lines:
        post = stated[line.post.key]
        good = post["objectives_met"] == "yes" and post["performance_management"] == "no"
        held = post.get("appointed", DAY) <= DAY <= post.get("left", DAY)
        due = good and held
        assert (line.post.group is Group.PAID) == due
        assert (line.salary > line.post.salary) == due


@given(
    DAYS,
    st.decimals(0, 300_000, places=2),
    st.decimals(0, 300_000, places=2),
    st.decimals(0, 50_000, places=2),
)
def test_costs_are_their_parts(
    day: date, pay: Decimal, pension: Decimal, insurance: Decimal
) -> None:
    costs = Costs(pay, pension, Decimal(0), insurance, Decimal(1))
    assert costs.total == costs.own + costs.paid_centrally
    assert costs.without_pension.total == costs.total - pension
    whole = costs.in_year(PayYear.of(day).days, PayYear.of(day))
    assert whole == costs


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(0, 400))
def test_the_days_of_one_who_leaves_and_of_one_who_follows_are_the_year(
    day: date, after: int
) -> None:
    year = PayYear.of(day)
    last = year.first + timedelta(days=after)
    before, then = year.within(None, last), year.within(last + timedelta(days=1), None)
    assert before + then == year.days
    assert year.first <= day <= year.last
    assert year.days in {365, 366}


def test_a_pay_year_with_a_29_february_has_366_days() -> None:
    assert PayYear.of(date(2028, 3, 31)).days == 366
    assert PayYear.of(date(2028, 3, 31)).name == "2027/28"
    assert PayYear.of(date(2028, 4, 1)).days == 365
