"""Arrears worked out by hand, month by month, in pounds and pence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.committee.costing.conftest import board
from xl_vsm.committee.arrears import arrears_paper
from xl_vsm.rules import Unanswerable

MARCH_TABLE = date(2025, 5, 1)
"""A day on which the tiers published in March 2025 were known, and not yet those of the summer."""


def pounds(text: str) -> Decimal:
    return Decimal(text)


def test_an_award_backdated_to_april() -> None:
    """£130,000 and £4,225 of award: 10,833.33 a month then, 134,225/12 = 11,185.42 now.

    12.5% of each: 1,354.166 is 1,354.17, and 1,398.1775 is 1,398.18. Five months.
    """
    found = arrears_paper(
        board({}), first=date(2025, 4, 1), last=date(2025, 8, 31), known_then=MARCH_TABLE
    )
    assert [line.month.month for line in found.lines] == [4, 5, 6, 7, 8]
    for line in found.lines:
        assert (line.pay_then, line.pay_now) == (pounds("10833.33"), pounds("11185.42"))
        assert (line.taken, line.due) == (pounds("1354.17"), pounds("1398.18"))
    assert found.total.pay == 5 * pounds("352.09")
    assert found.total.pension == 5 * pounds("44.01")


def test_the_table_alone_is_backdated() -> None:
    """£64,500 a year was tier 6 by the table of March 2025, and is tier 5 by that of July 2025.

    From 63,995 in the one, from 65,191 in the other. A month is 5,375.00: 12.5% is 671.875, half
    a penny up; 10.7% is 575.125, half a penny up. To be paid back: 96.75 a month.
    """
    changed = {"salary": 129_000, "fte": 0.5}
    found = arrears_paper(
        board(changed),
        first=date(2025, 4, 1),
        last=date(2025, 7, 1),
        known_then=MARCH_TABLE,
        award=False,
    )
    assert {each.then.key for each in found.months} == {"2025-03"}
    assert {each.now.key for each in found.months} == {"2025-07"}
    for line in found.lines:
        assert line.contribution is not None
        assert (line.contribution.tier_then, line.contribution.tier_now) == (6, 5)
        assert (line.taken, line.due) == (pounds("671.88"), pounds("575.13"))
    assert found.total.pay == 0
    assert found.total.pension == 4 * pounds("-96.75")


def test_an_award_and_a_table_pull_in_two_ways() -> None:
    """£63,500 is tier 5 by the table of March 2025; with the award, £65,563.75, tier 6 by July's.

    127,000 for half time; award 4,127.50. A month 5,291.67 then, 5,463.65 now (5,463.6458). 10.7%
    of the one is 566.20869, 12.5% of the other 682.95625.
    """
    found = arrears_paper(
        board({"salary": 127_000, "fte": 0.5}),
        first=date(2025, 4, 1),
        last=date(2025, 4, 30),
        known_then=MARCH_TABLE,
    )
    (line,) = found.lines
    assert line.annual_now == pounds("65563.75")
    assert (line.taken, line.due) == (pounds("566.21"), pounds("682.96"))


def test_a_part_of_a_month_is_by_its_days() -> None:
    """From 16 May 2025: 16 of 31 days. 120,000/12 x 16/31 = 5,161.2903; 123,900: 5,329.0323."""
    found = arrears_paper(
        board({"salary": 120_000, "appointed": date(2025, 5, 16)}),
        first=date(2025, 4, 1),
        last=date(2025, 6, 30),
        known_then=MARCH_TABLE,
    )
    may, june = found.lines
    assert (may.month, may.days, may.month_days) == (date(2025, 5, 1), 16, 31)
    assert (may.pay_then, may.pay_now) == (pounds("5161.29"), pounds("5329.03"))
    # The tier is by the year's rate of pay, not by what the days come to.
    assert may.annual_then == june.annual_then == pounds("120000.00")


def test_withheld_is_not_backdated_and_says_why() -> None:
    found = arrears_paper(
        board({"objectives_met": "no"}),
        first=date(2025, 4, 1),
        last=date(2025, 4, 30),
        known_then=MARCH_TABLE,
    )
    assert found.total.pay == 0
    assert found.posts[0].award == 0
    assert "objectives were not met" in found.posts[0].why


def test_out_of_the_scheme_only_pay_is_owed() -> None:
    found = arrears_paper(
        board({"pensionable_pay": 0}),
        first=date(2025, 4, 1),
        last=date(2025, 4, 30),
        known_then=MARCH_TABLE,
    )
    assert found.lines[0].contribution is None
    assert (found.total.pay, found.total.pension) == (pounds("352.09"), 0)


def test_until_september_2022_the_tier_is_by_full_time_pay() -> None:
    """Half of 120,000 is in the tier of the whole: 14.5% from 111,377; in October 13.5%."""
    found = arrears_paper(
        board({"salary": 120_000, "fte": 0.5}),
        first=date(2022, 9, 1),
        last=date(2022, 10, 1),
        known_then=date(2023, 1, 1),
        award=False,
    )
    rates = [line.contribution.rate_then for line in found.lines if line.contribution]
    # From October 2022 half of it, 60,000, is in the tier from 56,164: 12.5%.
    assert rates == [pounds("0.145"), pounds("0.125")]


def test_who_was_not_in_post_is_left_out_with_the_reason() -> None:
    found = arrears_paper(
        board({}, {"appointed": date(2025, 9, 1)}),
        first=date(2025, 4, 1),
        last=date(2025, 6, 30),
        known_then=MARCH_TABLE,
    )
    assert [each.key for each in found.posts] == ["1001"]
    assert (found.left_out[-1].key, found.left_out[-1].why) == (
        "1002",
        "not in post in any of these months",
    )


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2025, 6, 1), date(2025, 5, 1)),
        (date(2025, 3, 1), date(2025, 5, 1)),
        (date(2026, 3, 1), date(2026, 4, 1)),
    ],
)
def test_months_that_cannot_be_are_refused(first: date, last: date) -> None:
    with pytest.raises(Unanswerable):
        arrears_paper(board({}), first=first, last=last, known_then=MARCH_TABLE)
