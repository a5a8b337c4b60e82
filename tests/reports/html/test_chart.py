"""The picture of pay beside its range: one post, a board, and more than anybody would draw."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.reports.hostile import book, report
from tests.reports.html.reading import Page, example, page
from xl_vsm.findings import PostReport
from xl_vsm.reports.html import write
from xl_vsm.reports.html.chart import DRAWN, IN_ONE, Chart, charts
from xl_vsm.reports.html.scale import MARGIN, scale_for
from xl_vsm.reports.html.wording import pounds, thousands

RANGE = {"minimum": 120_000, "operational_maximum": 140_000, "exception_zone_maximum": 150_000}


def post(salary: Any = 130_000, **changed: Any) -> PostReport:
    usual = {"key": "1001", "post": "Director of Finance", "sheet": "Pay", "cell": "H7"}
    return PostReport.model_validate(usual | {"salary": salary, "band_9_top": 125_637} | changed)


def drawn(*posts: PostReport) -> list[Chart]:
    return list(charts(posts))


def written(*posts: PostReport) -> Page:
    return page(write, report(book(posts=posts)))


def share(chart: Chart, place: str) -> float:
    """Return where a place is between the first and the last line of the grid."""
    first, last = (float(x.rstrip("%")) for x, _ in (chart.ticks[0], chart.ticks[-1]))
    return (float(place.rstrip("%")) - first) / (last - first)


def test_one_post_stands_where_its_pay_is() -> None:
    (chart,) = drawn(post(band="C", **RANGE))
    assert [words for _, words in chart.ticks] == ["£120k", "£130k", "£140k", "£150k"]
    (row,) = chart.rows
    assert row.range is not None
    assert row.zone is not None
    assert share(chart, row.at) == pytest.approx(1 / 3, abs=0.001)
    assert share(chart, row.range.x) == pytest.approx(0, abs=0.001)
    assert share(chart, row.zone.x) == pytest.approx(2 / 3, abs=0.001)
    assert row.words == "band C, range £120k to £140k, zone to £150k"
    assert chart.band_9 == "£125,637"
    assert not chart.illustrative


def test_a_made_up_range_is_marked_on_the_chart_itself() -> None:
    (chart,) = drawn(post(**RANGE, illustrative=True), post(key="2"))
    assert chart.illustrative
    assert not chart.published
    assert "made-up range" in chart.rows[0].words
    said = written(post(**RANGE, illustrative=True), post(key="2"))
    assert "ILLUSTRATIVE RANGES" in said.words
    assert "range made-up" in said.values("class", "rect")
    plain = written(post(**RANGE))
    assert "ILLUSTRATIVE" not in plain.words
    assert "range made-up" not in plain.values("class", "rect")


def test_a_post_without_a_range_is_there() -> None:
    (chart,) = drawn(post(), post(band_9_top=None, key="2"))
    assert [row.words for row in chart.rows] == ["no range for this post"] * 2
    assert chart.rows[0].range is None
    assert chart.rows[1].band_9 is None
    assert not chart.published


def test_tops_of_band_9_that_differ_have_no_one_figure() -> None:
    (chart,) = drawn(post(), post(band_9_top=121_000))
    assert chart.band_9 == ""


@pytest.mark.parametrize(
    ("salary", "off"), [(14_000, "left"), (-5, "left"), (13_425_000, "right"), ("1E+40", "right")]
)
def test_pay_that_would_leave_the_others_no_room_is_an_arrow(salary: Any, off: str) -> None:
    (chart,) = drawn(post(**RANGE), post(salary))
    assert chart.rows[1].off == off
    assert chart.rows[1].words.endswith("pay is off the chart")
    assert chart.ticks[-1][1] == "£150k"
    assert len(chart.rows[1].salary) < 20


@pytest.mark.parametrize("salaries", [["1E+40"], [0], [-5], [10_000, 10_000_000], [99.99]])
def test_any_pay_has_a_scale(salaries: list[Any]) -> None:
    posts = [post(each, band_9_top=None) for each in salaries]
    scale = scale_for(posts)
    assert scale.low < scale.high
    assert 2 <= len(list(scale.steps())) <= 7
    for each in posts:
        assert MARGIN <= scale.at(each.salary) <= 100 - MARGIN


def test_a_range_upside_down_is_not_drawn() -> None:
    (chart,) = drawn(post(minimum=140_000, operational_maximum=120_000))
    assert chart.rows[0].range is None


def test_many_posts_are_in_several_pictures_on_one_scale() -> None:
    posts = [post(100_000 + 500 * number, key=str(number), **RANGE) for number in range(40)]
    found = drawn(*posts)
    assert [len(each.rows) for each in found] == [IN_ONE, IN_ONE, 10]
    assert [each.which for each in found] == [
        "posts 1 to 15 of 40",
        "posts 16 to 30 of 40",
        "posts 31 to 40 of 40",
    ]
    assert len({each.ticks for each in found}) == 1


def test_more_posts_than_anybody_would_look_at_are_in_the_table() -> None:
    posts = [post(key=f"K{number}", sheet=f"S{number // 150}") for number in range(DRAWN + 9)]
    found = drawn(*posts)
    assert sum(len(each.rows) for each in found) == DRAWN
    assert found[-1].which == "posts 46 to 50 of 59"
    said = written(*posts)
    assert "9 more posts are not drawn" in said.words
    assert all(f"K{number} Director of Finance" in said.words for number in range(DRAWN + 9))
    assert "9 more posts" not in written(*posts[:-9]).words


def test_each_sheet_has_pictures_of_its_own() -> None:
    found = drawn(post(sheet="North"), post(sheet="South"), post(sheet="North"))
    assert [(each.sheet, len(each.rows)) for each in found] == [("North", 2), ("South", 1)]
    said = written(post(sheet="North"), post(sheet="South"))
    assert "Full-time salary of each post on South" in said.words
    assert "South!H7" in said.words


def test_the_picture_says_what_it_shows_and_a_table_says_the_same() -> None:
    said = page(write, example())
    (labelled,) = said.values("aria-labelledby", "svg")
    assert said.values("id", "title") + said.values("id", "desc") == labelled.split()
    assert "14 posts, from £100k at the left to £220k at the right." in said.words
    for each in example().workbooks[0].posts:
        cells = f"{each.key} {each.post}{each.cell}{pounds(each.salary)}{each.band or ''}"
        assert f"{cells}{pounds(each.minimum)}{pounds(each.operational_maximum)}" in said.words


def test_amounts() -> None:
    amounts = {"1234": "£1,234", "-1234.5": "-£1,234.50", "0": "£0", "1E+30": "£1.00e+30"}
    assert [pounds(Decimal(each)) for each in amounts] == list(amounts.values())
    assert pounds(None) == ""
    shorter = {"120000": "£120k", "131500": "£131.5k", "131550": "£131,550", "0": "£0"}
    shorter |= {"-2000": "-£2k", "1200000": "£1,200k", "1E+30": "£1.00e+30"}
    assert [thousands(Decimal(each)) for each in shorter] == list(shorter.values())
