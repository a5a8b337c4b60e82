"""Pay multiples by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.committee.conftest import Checking
from tests.committee.equality.boards import board
from tests.committee.equality.read import section, table, texts, values
from xl_vsm.committee.annual import Workforce, annual_report
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.paper import Facts, Paper, ToComplete, Words

WORKFORCE = Workforce(Decimal(25_000), Decimal("38123.50"), Decimal(49_000))


def highest(paper: Paper) -> list[str]:
    facts = next(b for b in section(paper, "Pay multiples").blocks if isinstance(b, Facts))
    return [each.figure.text for each in facts.rows]


def test_the_trust_by_hand(trust: Checked) -> None:
    paper = annual_report(trust, workforce=WORKFORCE)
    assert highest(paper) == ["1001 Chief Executive", "£195,000", "195-200", "£197,500"]
    # 197,500 / 25,000; 197,500 / 38,123.50 = 5.1806; 197,500 / 49,000 = 4.0306.
    rows = values(table(paper, "Pay multiples", "Pay multiples"))
    assert [(row[0], row[3]) for row in rows] == [
        ("25th percentile", Decimal("7.90")),
        ("Median", Decimal("5.18")),
        ("75th percentile", Decimal("4.03")),
    ]


def test_without_the_workforce_there_are_blanks_and_the_way(trust: Checked) -> None:
    paper = annual_report(trust)
    blanks = [b for b in section(paper, "Pay multiples").blocks if isinstance(b, ToComplete)]
    assert len(blanks) == 3
    assert "£197,500 divided by the median" in texts(paper)


def test_a_premium_counts_and_a_leaver_does_not(tmp_path: Path, checked_of: Checking) -> None:
    rows = [
        ["Chief Executive", 150_000, None, None, date(2025, 9, 29)],
        ["Director of Strategy", 130_000, "Exceptional performance", 0.1, None],
        ["Director of Estates", 140_000, None, None, None],
    ]
    headings = ["Premium ground", "Premium rate", "Left"]
    paper = annual_report(checked_of(board(tmp_path / "board.xlsx", headings, rows)))
    assert highest(paper)[:3] == ["Director of Strategy", "£143,000", "140-145"]


def test_a_premium_that_is_not_known_is_said_to_be_left_out(faults: Checked) -> None:
    said = texts(annual_report(faults))
    assert "A premium that is not known is left out: 1003 Chief Operating Officer." in said


def test_only_premia_of_who_is_held_are_said_to_be_left_out(
    tmp_path: Path, checked_of: Checking
) -> None:
    rows = [
        ["Chief Executive", 150_000, "Exceptional performance", "TBC", date(2025, 6, 30)],
        ["Director of Estates", 140_000, None, None, None],
    ]
    headings = ["Premium ground", "Premium rate", "Left"]
    paper = annual_report(checked_of(board(tmp_path / "board.xlsx", headings, rows)))
    said = "".join(b.text for b in section(paper, "Pay multiples").blocks if isinstance(b, Words))
    assert "manual for accounts, which was not read." in said
    assert "left out" not in said


@pytest.mark.parametrize("amounts", [(0, 30_000, 40_000), (30_000, 25_000, 40_000)])
def test_what_cannot_be_percentiles_is_refused(amounts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="must be more than £0 and rise"):
        Workforce(*map(Decimal, amounts))
