"""Every post, and what was decided in the year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.committee.conftest import Checking
from tests.committee.equality.boards import board, directors
from tests.committee.equality.read import table, texts, values
from xl_vsm.committee.annual import annual_report
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.paper import Figure

EVERY = "Every very senior manager post"


def test_every_post_is_there_and_nobody_else(trust: Checked) -> None:
    rows = values(table(annual_report(trust), "Every post", EVERY))
    assert [row[0] for row in rows] == [
        *("1001", "1002", "1003", "1004", "1005", "1007"),
        *("1008", "1010", "1011", "1012", "1013", "1014"),
    ]
    assert rows[0][1:] == (
        *("Chief Executive", "chief executive", 1, 195_000, "C"),
        *("in range", "NHS England", "award", 0),
    )
    assert rows[1][-1] == 14_800
    assert rows[4][5:9] == ("C", None, None, "withhold management allowance only")


def test_a_post_that_changed_hands_is_once_in_lists_and_twice_in_the_year(
    tmp_path: Path, checked_of: Checking
) -> None:
    """One leaves on 31 May, one follows on 1 June, and one is to begin after the day."""
    rows = [
        ["Director of Strategy", 110_000, None, date(2025, 5, 31)],
        ["Director of Strategy", 130_000, date(2025, 6, 1), None],
        ["Director of People", 131_000, date(2025, 12, 1), None],
    ]
    path = board(tmp_path / "board.xlsx", ["In post from", "Left"], rows)
    paper = annual_report(checked_of(path))
    every = values(table(paper, "Every post", EVERY))
    assert [(row[1], row[4]) for row in every] == [("Director of Strategy", 130_000)]
    others = values(table(paper, "Every post", "Held in the year, and not on 30 September 2025"))
    assert [row[4] for row in others] == [110_000, 131_000]
    assert [row[-1] for row in others] == [date(2025, 5, 31), None]
    positions = values(table(paper, "Overview", "Posts by group: position in the range"))
    assert positions[-1] == ("All posts", 1)
    pay = values(table(paper, "Banded pay", "Pay for the year, in bands of £5,000"))
    assert [row[3] for row in pay] == [61, 304, 121]
    awards = values(table(paper, "Decisions in the year", "Annual award"))
    assert len(awards) == 3
    assert "a post that changed hands in the year is in them once" in texts(paper)


def test_what_cannot_be_said_has_its_reason(trust: Checked) -> None:
    paper = annual_report(trust)
    rows = values(table(paper, "Left out", "Answers on a post that cannot be given"))
    assert [row[0] for row in rows] == ["1005", "1005"]
    assert "on a medical contract" in str(rows[0][2])


def test_what_rests_on_made_up_ranges_is_marked(trust: Checked) -> None:
    for row in table(annual_report(trust), "Every post", EVERY).rows:
        for cell in row[5:8]:
            assert isinstance(cell, Figure)
            assert cell.value is None or cell.marks == ("illustrative",)


def test_who_came_and_went(trust: Checked) -> None:
    paper = annual_report(trust)
    came = values(table(paper, "Decisions in the year", "Appointments"))
    assert [(row[0], row[3]) for row in came] == [("1012", date(2025, 5, 6))]
    went = values(table(paper, "Decisions in the year", "Departures"))
    assert [(row[0], row[3]) for row in went] == [("1006", date(2025, 7, 31))]


def test_premia_begun_and_ended(trust: Checked, faults: Checked) -> None:
    begun = values(table(annual_report(trust), "Decisions in the year", "Premia begun"))
    assert [(row[0], row[5]) for row in begun] == [
        ("1002", date(2025, 4, 1)),
        ("1003", date(2025, 7, 1)),
        ("1011", date(2025, 4, 1)),
    ]
    ended = table(annual_report(faults), "Decisions in the year", "Premia ended, or to end")
    assert [(row[0], row[5]) for row in values(ended)] == [
        ("1002", date(2025, 8, 31)),
        ("1011", date(2026, 3, 31)),
    ]


def test_awards_by_the_terms_and_as_stated(faults: Checked) -> None:
    rows = values(table(annual_report(faults), "Decisions in the year", "Annual award"))
    by_post = {row[0]: row[2:6] for row in rows}
    # 3.25% of £195,000 is £6,337.50; the workbook pays £6,000.
    assert by_post["1001"] == ("award", Decimal("6337.50"), "Award", 6000)
    assert by_post["1013"] == ("withhold", 0, "Withhold", Decimal("3997.5"))
    assert by_post["1006"] == (None, None, "not stated", "no amount")


def test_a_salary_proposed(tmp_path: Path, checked_of: Checking) -> None:
    # Band C: £145,000 is in the exception zone, for NHS England; £130,000 is the present salary.
    rows = directors([130_000, 130_000, 125_000], [145_000, 130_000, None])
    paper = annual_report(checked_of(board(tmp_path / "b.xlsx", ["Proposed salary"], rows)))
    found = values(table(paper, "Decisions in the year", "Salaries proposed that differ"))
    assert found == [
        (*("", "Director of Matter 1", 130_000, 145_000), *("exception zone", "NHS England"))
    ]


def test_a_premium_not_due_any_more_is_nothing(faults: Checked) -> None:
    rows = {row[0]: row for row in values(table(annual_report(faults), "Every post", EVERY))}
    assert rows["1002"][-1] == 0  # it ended on 31 August, by the workbook's own date
    assert rows["1003"][-1] is None
    assert rows["1011"][-1] == 14_400


def test_rows_left_out_and_checks_not_made(faults: Checked) -> None:
    paper = annual_report(faults)
    caption = "Rows of the workbook that are not in this report"
    left = values(table(paper, "Left out", caption))
    assert [row[0] for row in left] == ["1009", "1012", "2001", "2002"]
    assert all(row[2] for row in left)
    assert "the sheet has no column for the paybill" in texts(paper)
