"""How many posts there are, small numbers kept back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.committee.conftest import Checking
from tests.committee.equality.boards import board, directors
from tests.committee.equality.read import section, table, texts, values
from xl_vsm.committee.annual import annual_report
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.paper import Facts, Paper, Table


def groups(paper: Paper, of: str) -> dict[object, object]:
    rows = values(table(paper, "Overview", f"Posts by group: {of}"))
    return {row[0]: row[1] for row in rows}


def test_the_numbers_of_the_trust(trust: Checked) -> None:
    paper = annual_report(trust)
    facts = next(b for b in section(paper, "Overview").blocks if isinstance(b, Facts))
    # Nine posts full time on the day, and 0.6, 0.5 and 0.8; the tenth left on 31 July 2025.
    assert [each.figure.text for each in facts.rows] == ["2025/26", "12", "10.9", "13"]
    assert groups(paper, "position in the range") == {
        "Below range": "*",
        "In range": 10,
        "Exception zone": "*",
        "Above range": "*",
        "Cannot be said": "*",
        "All posts": 12,
    }
    assert groups(paper, "who approves the salary")["Remuneration committee"] == 9
    assert groups(paper, "annual award by the terms")["Award"] == 9
    assert groups(paper, "premium by ground")["No premium due on the day"] == 9


def test_a_number_on_a_made_up_range_is_marked(trust: Checked) -> None:
    found = table(annual_report(trust), "Overview", "Posts by group: position in the range")
    assert [cell.marks for row in found.rows for cell in row if hasattr(cell, "marks")] == [
        ("illustrative",)
    ]


def test_a_single_small_group_takes_the_next_with_it(tmp_path: Path, checked_of: Checking) -> None:
    # Six salaries in the range and five above it; one below would be 12 less 6 less 5.
    pay = [130_000] * 6 + [160_000] * 5 + [110_000]
    paper = annual_report(checked_of(board(tmp_path / "board.xlsx", [], directors(pay))))
    found = groups(paper, "position in the range")
    assert found["In range"] == 6
    assert found["Above range"] == 5  # three more groups of nobody stand beside the one below
    assert found["Below range"] == found["Exception zone"] == found["Cannot be said"] == "*"


@pytest.mark.parametrize("name", ["trust", "faults"])
def test_no_small_number_is_shown(name: str, request: pytest.FixtureRequest) -> None:
    paper = annual_report(request.getfixturevalue(name))
    tables = [b for b in section(paper, "Overview").blocks if isinstance(b, Table)]
    assert len(tables) == 4
    for found in tables:
        *shown, whole = [number for _, number in values(found)]
        assert isinstance(whole, int)
        assert shown.count("*") != 1
        assert all(number in {"*", 0} or number >= 5 for number in shown)


def test_it_says_what_it_is_not(trust: Checked) -> None:
    said = texts(annual_report(trust))
    assert "not a form of NHS England's" in said
    assert "nor the day by which it is due" in said
    assert "not for publication as it stands" in said


def test_while_the_terms_are_under_review(trust: Checked, checked_of: Checking) -> None:
    later = checked_of(Path(trust.report.path), effective=date(2026, 9, 30))
    paper = annual_report(later)
    assert paper.title == "Annual pay report, 2026/27"
    assert any(banner.startswith("PENDING") for banner in paper.opening.banners)
    found = groups(paper, "annual award by the terms")
    # Of the 13, the one who left in July 2025 held the post on no day of 2026/27.
    assert found["Pending"] == 12
    assert found["Cannot be said"] == 0


@pytest.mark.parametrize("day", [date(2024, 9, 30), date(2030, 9, 30)])
def test_small_numbers_are_kept_back_whichever_day_it_is_for(
    trust: Checked, checked_of: Checking, day: date
) -> None:
    """The Department's method is of December 2024: an earlier day has none of its own."""
    paper = annual_report(checked_of(Path(trust.report.path), effective=day, known=day))
    for found in section(paper, "Overview").blocks:
        if isinstance(found, Table):
            *shown, _ = [number for _, number in values(found)]
            assert all(number in {"*", 0} or number >= 5 for number in shown)


def test_a_premium_that_cannot_be_read_is_not_taken_for_none(
    tmp_path: Path, checked_of: Checking
) -> None:
    rows = directors([130_000] * 11, ["great work"] * 5 + [None] * 6)
    paper = annual_report(checked_of(board(tmp_path / "board.xlsx", ["Premium ground"], rows)))
    found = groups(paper, "premium by ground")
    assert found["Cannot be said"] == 5
    assert found["No premium due on the day"] == 6
    assert "great work" in texts(paper)


def test_posts_that_there_are_none_of(tmp_path: Path, checked_of: Checking) -> None:
    path = board(tmp_path / "board.xlsx", [], [["Chair", 50_000]])
    paper = annual_report(checked_of(path))
    assert set(groups(paper, "position in the range").values()) == {0}
    assert "Nobody holds a post on the day" in texts(paper)
