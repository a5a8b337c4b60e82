"""Posts kept as columns that something else in the workbook, or in their column, rests on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.at_once.lists import plain_posts, written
from xl_vsm.sheets import Layout

HEADINGS = ["Ref", "Post", "Role", "WTE", "Salary", "Actual pay"]


def posts(count: int = 60) -> list[list[Any]]:
    """Return headings and posts that differ in their pay alone."""
    made = ["Director of Finance", "Director", 1, 125_000, 125_000]
    rows = [[1_000 + n, *made[:3], 125_000 + n, 125_000 + n] for n in range(count)]
    return [list(HEADINGS), *rows]


def codes(report: dict[str, Any]) -> list[str]:
    """Return the codes of what was found, but for the pay ranges."""
    return [each["code"] for each in report["findings"] if each["code"] != "BND001"]


def test_a_premium_of_one_amount_on_salaries_that_differ(both_ways):
    """There are few amounts, each told apart, and the salaries lie between the same steps."""
    rows: list[list[Any]] = [[*HEADINGS[:3], "Salary", "Premium", "Ground of premium", "Rate"]]
    rows[0][-1] = "Premium rate"
    said = ["Director of Finance", "Director", 131_000, 13_100, "exceptional performance", 0.1]
    rows += [[1_000 + n, *said] for n in range(60)]
    rows[30][3] = 132_000
    at_once, one_by_one = both_ways.reports(written(rows))
    assert at_once == one_by_one
    assert codes(one_by_one) == ["PAY201"]


def test_a_reference_with_a_space_too_many(both_ways):
    rows = posts()
    rows[30][0], rows[50][0] = "R7", " R7 "
    for number, row in enumerate(rows[1:], start=100):
        row[0] = row[0] if isinstance(row[0], str) else f"R{number}"
    at_once, one_by_one = both_ways.reports(written(rows))
    assert at_once == one_by_one
    assert codes(one_by_one) == ["WBK106"]
    assert both_ways.at_once > 30


@pytest.mark.parametrize("column", ["Salary", "Actual pay"])
def test_the_first_and_the_last_are_stated_in_thousands(both_ways, column):
    """Others are in pounds, so the column is not in thousands as a whole."""
    rows = posts()
    at = HEADINGS.index(column)
    for row in (*rows[1:9], rows[-1]):
        row[at] = 150
    at_once, one_by_one = both_ways.reports(written(rows))
    assert at_once == one_by_one
    assert "WBK101" not in codes(one_by_one)
    assert both_ways.at_once > 30


def test_two_days_with_the_month_first_put_all_in_doubt(both_ways):
    rows = [[*row, date(2020, 3, 1 + n % 12)] for n, row in enumerate(posts())]
    rows[0][-1], rows[30][-1], rows[40][-1] = "In post from", "04/15/2025", "05/16/2025"
    at_once, one_by_one = both_ways.reports(written(rows))
    assert at_once == one_by_one
    assert codes(one_by_one).count("WBK101") > 30


def test_a_label_among_the_posts_that_one_of_them_answers(both_ways):
    rows = posts()
    rows[40:40] = [["Segment"]]
    rows[42:42] = [[]]
    at_once, one_by_one = both_ways.reports(written(rows))
    assert at_once == one_by_one
    assert codes(one_by_one) == ["WBK203"]


def test_a_layout_that_names_a_cell_of_a_post(both_ways):
    layout = Layout.model_validate({"particulars": {"organisation": "Board pay!B40"}})
    at_once, one_by_one = both_ways.reports(written(posts()), layout=layout)
    assert at_once == one_by_one
    assert one_by_one["organisation"] == "Director of Finance"


def test_a_sheet_besides_whose_posts_stand_side_by_side(both_ways):
    """Their order in the pictures is that of the tables, and not that of their rows."""
    two = [["Post", "Role", "Salary", None] * 2]
    two += [[f"Director {n}", "Director", 130_000 + n, None] * 2 for n in range(3)]
    at_once, one_by_one = both_ways.reports(written(plain_posts(60), also=two))
    assert at_once == one_by_one
    assert [each["cell"] for each in one_by_one["posts"]][-6:] == [
        *("C2", "C3", "C4", "G2", "G3", "G4")
    ]
    assert both_ways.at_once > 30


def test_an_excel_table_that_ends_before_the_rows_do(both_ways):
    data = written(posts(), table_to=40)
    at_once, one_by_one = both_ways.reports(data)
    assert at_once == one_by_one
    assert one_by_one["rows"] < 40


def test_pay_on_both_sides_of_a_step_that_has_been_replaced(both_ways):
    """What the first is paid was in the next tier by the tiers published first; the others' not."""
    rows: list[list[Any]] = [["Ref", "Post", "Role", "Pensionable pay", "Tier", "Rate"]]
    for number in range(60):
        pay, tier = (64_500, 6) if number < 40 else (60_000, 5)
        said = ["Director of Finance", "Director", pay + number, tier, 0.125]
        rows.append([1_000 + number, *said])
    at_once, one_by_one = both_ways.reports(written(rows))
    assert at_once == one_by_one
    assert codes(one_by_one).count("PEN101") == 20
