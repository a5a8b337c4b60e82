"""Costings worked out by hand, in pounds and pence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.committee.costing.conftest import board
from xl_vsm.committee.costing import Group, Multipliers, Scenario, costing
from xl_vsm.committee.costing.amounts import Costs
from xl_vsm.parameters import NotInForce
from xl_vsm.rules import Position, Unanswerable


def test_a_full_year() -> None:
    """£130,000 at 3.25% is £4,225.

    Pension 23.78% of it is 1,004.705, half a penny up; the employer's 14.38% is 607.555; National
    Insurance 15% (all of it above the threshold); levy 0.5% is 21.125.
    """
    (post,) = costing(board({})).posts
    assert post.award == Decimal("4225.00")
    assert post.award_year == post.award_in_year
    assert post.award_year == Costs(
        Decimal("4225.00"),
        Decimal("1004.71"),
        Decimal("607.56"),
        Decimal("633.75"),
        Decimal("21.13"),
    )
    assert post.award_year.paid_centrally == Decimal("397.15")
    assert post.award_year.total == Decimal("5884.59")
    assert post.award_year.own == Decimal("5487.44")
    # Before the award: 23.78% of 130,000; 15% of the 125,000 above £5,000; 0.5%.
    assert post.year.total == Decimal("130000") + Decimal("30914") + Decimal("18750") + Decimal(
        "650"
    )


def test_part_time_and_part_of_the_year() -> None:
    """£120,000 for half time, from 1 July 2025: 274 of 365 days.

    The award for full time is 3,900, so 1,950.00 a year. A year of it: pension 463.71, of which
    the employer 280.41; National Insurance 292.50; levy 9.75. Times 274/365: 1,463.8356,
    348.1001, 210.4996, 219.5753, 7.3192.
    """
    changed = {"salary": 120_000, "fte": 0.5, "appointed": date(2025, 7, 1)}
    (post,) = costing(board(changed)).posts
    assert (post.days, post.award) == (274, Decimal("3900.00"))
    assert post.award_in_year == Costs(
        Decimal("1463.84"), Decimal("348.10"), Decimal("210.50"), Decimal("219.58"), Decimal("7.32")
    )
    assert post.award_in_year.total == Decimal("2038.84")
    # 60,000 a year, of which 274/365 is 45,041.0959.
    assert post.in_year.pay == Decimal("45041.10")


def test_the_four_groups_are_apart() -> None:
    """Withheld: 110,000 at 3.25% is 3,575; 850.135 pension, 536.25, 17.875: 4,979.27.

    Left on 30 June 2025 (91 days): nobody can say. On a medical contract: no figure at all.
    """
    found = costing(
        board(
            {},
            {"salary": 110_000, "objectives_met": "no"},
            {"left": date(2025, 6, 30)},
            {"post": "Medical Director", "contract": "consultant medical"},
        )
    )
    groups = [each.group for each in found.posts]
    assert groups == [Group.PAID, Group.WITHHELD, Group.UNSAID, Group.UNSAID]
    assert found.award_in_year(Group.PAID).total == Decimal("5884.59")
    assert found.award_in_year(Group.WITHHELD).total == Decimal("4979.27")
    assert found.award_in_year(Group.PENDING).total == 0
    assert found.posts[2].days == 91
    # 4,225 x 91/365 is 1,053.3562.
    assert found.award_in_year(Group.UNSAID).pay == Decimal("1053.36")
    assert found.posts[3].award is None
    assert "doctors" in found.posts[3].why


def test_next_year_everything_is_pending() -> None:
    """2026/27: 3.0% of 130,000 is 3,900, and the criteria are under review."""
    found = costing(board({}, effective=date(2026, 6, 1)))
    assert [each.group for each in found.posts] == [Group.PENDING]
    assert found.award_year(Group.PENDING).pay == Decimal("3900.00")
    assert found.award_year(Group.PAID).total == 0


@pytest.mark.parametrize(
    ("pensionable", "pension"), [("pensioned", Decimal("1004.71")), ("none", Decimal(0))]
)
def test_out_of_the_scheme_there_is_no_pension(pensionable: str, pension: Decimal) -> None:
    changed = {} if pensionable == "pensioned" else {"pensionable_pay": 0}
    (post,) = costing(board(changed)).posts
    assert post.award_year is not None
    assert post.award_year.pension == pension


def test_pay_below_the_threshold_uses_it_up() -> None:
    """4% of full time on 123,000 is 4,920 a year; the award adds 159.90, and 79.90 is above 5,000.

    0.04 x 123,000 = 4,920. Award 3.25% of 123,000 is 3,997.50, x 0.04 = 159.90; 15% of 79.90.
    """
    (post,) = costing(board({"salary": 123_000, "fte": 0.04})).posts
    assert post.award_year is not None
    assert post.award_year.national_insurance == Decimal("11.99")  # 11.985, half a penny up


def test_in_the_first_days_of_april_the_tax_year_that_begins_counts() -> None:
    """On 3 April 2025 a yearly cost is by 15% above £5,000, and not by 13.8% above £9,100."""
    (post,) = costing(board({}, effective=date(2025, 4, 3))).posts
    assert post.year.national_insurance == Decimal("18750.00")


def test_a_challenged_organisations_premium_is_not_pensionable() -> None:
    """15% of 100,000 is 15,000, from 1 October 2025: 182 of 365 days.

    7,479.4521; National Insurance 2,250 a year, 1,121.9178; levy 75 a year, 37.3973.
    """
    premium = {
        "salary": 100_000,
        "premium_ground": "challenged organisation",
        "premium_rate": 0.15,
        "premium_start": date(2025, 10, 1),
    }
    (line,) = costing(board(premium)).premia
    assert (line.days, line.pensionable) == (182, False)
    assert line.in_year == Costs(
        Decimal("7479.45"), Decimal(0), Decimal(0), Decimal("1121.92"), Decimal("37.40")
    )
    assert line.in_year.total == Decimal("8638.77")


def test_an_ordinary_premium_is_shown_both_ways() -> None:
    """10% of 130,000 is 13,000: pension 3,091.40 if pensionable; 1,950 and 65 either way."""
    premium = {
        "premium_ground": "exceptional performance",
        "premium_rate": 0.1,
        "premium_start": date(2025, 4, 1),
        "premium_end": date(2026, 3, 31),
    }
    (line,) = costing(board(premium)).premia
    assert line.pensionable is None
    assert line.in_year.total == Decimal("18106.40")
    assert line.in_year.without_pension.total == Decimal("15015.00")


def test_a_premium_that_has_ended_costs_nothing_in_the_year() -> None:
    premium = {
        "premium_ground": "challenged organisation",
        "premium_rate": 0.15,
        "premium_start": date(2023, 4, 1),
    }
    (line,) = costing(board(premium)).premia
    assert (line.days, line.in_year.total) == (0, 0)


def test_a_premium_over_its_limit_is_left_out_with_the_reason() -> None:
    premium = {"premium_ground": "exceptional performance", "premium_rate": 0.12}
    found = costing(board(premium))
    assert found.premia == ()
    (out,) = found.premia_left_out
    assert "12%" in out.why


def test_scenarios_side_by_side() -> None:
    """4% of 130,000 is 5,200: pension 1,236.56, National Insurance 780, levy 26: 7,242.56.

    The made-up directors' range in band C, 120,000 to 140,000, is 132,000 to 154,000 when 10%
    higher: 135,200 is in it, and 130,000 without an award is below. A premium of 13,000 for half
    of the posts: 6,500, 1,545.70, 975 and 32.50.
    """
    asked = (
        Scenario("Four", Decimal("0.04"), Decimal("0.1"), Decimal("0.5")),
        Scenario("None", Decimal(0), Decimal("0.1")),
    )
    published, four, none = costing(board({}), scenarios=asked).scenarios
    assert published.cost().total == Decimal("5884.59")
    assert four.cost().total == Decimal("7242.56")
    assert four.lines[0].salary == Decimal("135200.00")
    assert four.lines[0].range == (Decimal("132000.00"), Decimal("154000.00"), Decimal("165000.00"))
    assert four.lines[0].position is Position.IN_RANGE
    assert four.premia.total == Decimal("9053.20")
    assert four.premia.without_pension.total == Decimal("7507.50")
    assert none.cost().total == 0
    assert [each.post.key for each in none.at(Position.BELOW)] == ["1001"]
    # The tops of bands 8d and 9: 105,337 and 125,637 this year, 108,814 and 129,783 the next.
    assert none.lines[0].above == (Decimal(24_663), Decimal(4_363))
    assert none.lines[0].above_next == (Decimal(21_186), Decimal(217))


def test_the_departments_method_and_its_rounding() -> None:
    """130,000 x 1.1 x 1.25 is 178,750, shown as 180,000; 4,225 x 1.375 is 5,809.375, as 5,800."""
    found = costing(board({}), multipliers=Multipliers(Decimal("1.1"), Decimal("1.25"))).estimate
    assert found is not None
    assert (found.paybill, found.paybill_rounded) == (Decimal("178750.00"), Decimal("180000"))
    assert (found.award, found.award_rounded) == (Decimal("5809.38"), Decimal("5800"))
    assert "April 2025" in found.note


def test_overlap_never_carries_pay_to_other_years() -> None:
    found = costing(board({"salary": 120_000}, {"salary": 130_000})).overlap
    assert found is not None
    assert found.median == Decimal(125_000)
    years = {each.pay_year: each.tops for each in found.years}
    assert years["2025/26"] == (Decimal(105_337), Decimal(125_637))
    assert [each.directors_from for each in found.years][:2] == [None, None]
    assert found.years[0].derived == ("8d",)
    assert "2026/27" in found.next_scale


def test_where_next_years_scale_is_not_known_the_same_one_is_named() -> None:
    found = costing(board({}, known=date(2025, 9, 30))).overlap
    assert found is not None
    assert found.next_tops == ()
    assert found.next_scale == "the same scale again, as none of 2026/27 is known"


@pytest.mark.parametrize(
    "asked",
    [
        [Scenario("A", Decimal("1.5"))],
        [Scenario("A", None, Decimal("-0.1"))],
        [Scenario("A"), Scenario("a")],
        [Scenario("As published", Decimal("0.04"))],
    ],
)
def test_what_cannot_be_costed_is_refused(asked: list[Scenario]) -> None:
    with pytest.raises(Unanswerable):
        costing(board({}), scenarios=asked)


def test_a_year_without_a_known_award_is_refused_by_name() -> None:
    with pytest.raises(NotInForce, match="VSM annual pay award"):
        costing(board({}, effective=date(2027, 6, 1)))


def test_dates_that_cannot_be_are_left_out_with_the_reason() -> None:
    found = costing(board({}, {"appointed": date(2025, 8, 1), "left": date(2025, 7, 1)}))
    assert len(found.posts) == 1
    assert "before it began" in found.left_out[-1].why
