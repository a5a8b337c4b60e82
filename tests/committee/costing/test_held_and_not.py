"""Who is costed: posts held in the year, and of those only who is known to be due the award."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.committee.books import book_of
from tests.committee.conftest import EXAMPLES, Checking
from xl_vsm.committee import KINDS, NotAsked
from xl_vsm.committee.costing import Group, as_paper, costing, write_workbook
from xl_vsm.committee.costing.sheets.assumptions import FULL_YEAR
from xl_vsm.committee.paper import Table, Words
from xl_vsm.committee.settings import settings_of


def test_a_post_that_is_held_on_no_day_of_the_year_is_not_costed(
    tmp_path: Path, checked_of: Checking
) -> None:
    of = costing(
        checked_of(
            book_of(
                tmp_path,
                {"Post": "Director of Estates"},
                {"Post": "Director of People", "In post from": "01/08/2026"},
                {"Post": "Director of Strategy", "Left": "31/03/2025"},
            )
        )
    )
    assert [line.title for line in of.posts] == ["Director of Estates"]
    assert {each.why for each in of.left_out} == {"by its dates it is held on no day of 2025/26"}
    # 3.25% of £130,000, for a whole year.
    assert of.award_year(Group.PAID).pay == Decimal("4225.00")


def test_whoever_is_appointed_after_the_day_is_in_no_total(
    tmp_path: Path, checked_of: Checking
) -> None:
    of = costing(checked_of(book_of(tmp_path, {"In post from": "01/12/2025"})))
    (line,) = of.posts
    assert line.group is Group.UNSAID
    assert "the sources do not say on which day one must be in post" in line.why
    assert of.award_in_year(Group.PAID).total == 0


@pytest.mark.parametrize("name", ["trust_board_pay", "icb_pay", "trust_board_pay_faults"])
@pytest.mark.parametrize("day", [date(2025, 3, 31), date(2024, 4, 1)])
def test_before_the_framework_it_is_written_too(name: str, day: date, checked_of: Checking) -> None:
    of = costing(checked_of(EXAMPLES / f"{name}.xlsx", effective=day))
    out = BytesIO()
    write_workbook(of, out)
    assert "Agenda for Change" in load_workbook(BytesIO(out.getvalue())).sheetnames
    assert as_paper(of).opening.banners[0].startswith("ANOTHER PAY YEAR: the workbook speaks for")


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_premium_that_no_rate_answers_for_is_refused_in_both(
    ending: str, checked_of: Checking
) -> None:
    of = checked_of(EXAMPLES / "trust_board_pay.xlsx", effective=date(2025, 3, 31))
    asked = settings_of(scenarios=("x: award 4%, premium 50%",))
    out = BytesIO()
    with pytest.raises(NotAsked, match="premia"):
        KINDS["costing"].write(of, asked, ending, out)
    assert not out.getvalue()


def test_beside_the_full_year_it_is_said_that_who_changed_hands_counts_twice(
    tmp_path: Path, checked_of: Checking
) -> None:
    of = costing(
        checked_of(book_of(tmp_path, {"Left": "31/05/2025"}, {"In post from": "01/06/2025"}))
    )
    assert len(of.posts) == 2
    blocks = as_paper(of).sections[0].blocks
    at = next(n for n, each in enumerate(blocks) if isinstance(each, Words))
    table = blocks[at + 1]
    assert isinstance(table, Table)
    assert table.caption.startswith("Over a full year")
    assert "both its rows count" in str(blocks[at])
    out = BytesIO()
    write_workbook(of, out)
    column = [cell.value for cell in load_workbook(out)["Summary"]["A"]]
    said = column.index(FULL_YEAR)
    assert column[said + 1] == "Over a full year"


def test_where_every_post_is_on_a_medical_contract(tmp_path: Path, checked_of: Checking) -> None:
    of = costing(checked_of(book_of(tmp_path, {"Contract": "Medical (consultant)"})))
    out = BytesIO()
    write_workbook(of, out)
    assert of.award_in_year(Group.PAID).total == 0
    assert out.getvalue()
