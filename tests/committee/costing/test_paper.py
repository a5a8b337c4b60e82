"""The costing as a paper has the figures of its workbook."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xl_vsm.committee.checked import Checked
from xl_vsm.committee.costing import Group, Multipliers, Scenario, as_paper, costing
from xl_vsm.committee.paper import Figure, Paper, Picture, Table


@pytest.fixture(scope="module")
def paper(trust: Checked) -> Paper:
    asked = (Scenario("No award, ranges 3% higher", Decimal(0), Decimal("0.03")),)
    by = Multipliers(Decimal("1.02"), Decimal("1.3"))
    return as_paper(costing(trust, scenarios=asked, multipliers=by))


def tables(paper: Paper) -> list[Table]:
    return [b for section in paper.sections for b in section.blocks if isinstance(b, Table)]


def test_totals_of_its_tables_are_those_of_the_costing(trust: Checked, paper: Paper) -> None:
    found = costing(trust)
    (paid,) = [each for each in tables(paper) if each.caption.startswith("Award to be paid")]
    assert paid.totals()[-1] == found.award_in_year(Group.PAID).total
    (withheld,) = [each for each in tables(paper) if each.caption.startswith("Award withheld")]
    assert withheld.totals()[-1] == found.award_in_year(Group.WITHHELD).total
    both = next(each for each in tables(paper) if each.total == "Posts with the award")
    base = sum(each.in_year.total for each in found.posts)
    assert both.totals()[-1] == base + found.award_in_year(Group.PAID).total


def test_who_is_below_the_range_is_named_with_its_mark(paper: Paper) -> None:
    (where,) = [each for each in tables(paper) if each.caption.startswith("Who stands outside")]
    _, none = where.rows
    assert isinstance(none[1], Figure)
    # 120,000 raised by 3% is 123,600: salaries of 122,000, 121,500, 123,000 and 120,000 are below.
    assert none[1].value == (
        "1008 Director of Corporate Affairs; 1010 Director of Estates; 1013 Director of Research;"
        " 1014 Director of Communications"
    )
    assert none[1].marks == ("illustrative",)  # the scenario says the award's rate itself
    assert where.rows[0][1].marks == ("illustrative", "transcribed")  # type: ignore[union-attr]


def test_every_figure_of_money_in_a_table_of_costs_links_to_a_note(paper: Paper) -> None:
    numbers = {note.number for note in paper.notes}
    for table in tables(paper):
        if table.columns[-1].heading != "Total":
            continue
        for column in table.columns:
            if column.kind == "money":
                assert column.note in numbers, (table.caption, column.heading)
    for note in paper.notes:
        assert note.sources or note.title in {"part of a year", "paybill"}, note.title


def test_pictures_say_what_is_made_up(paper: Paper) -> None:
    found = [b for section in paper.sections for b in section.blocks if isinstance(b, Picture)]
    both = ("illustrative", "transcribed")
    assert [each.marks for each in found] == [both, both]
    assert any("ILLUSTRATIVE: pay ranges" in each for each in paper.opening.banners)
