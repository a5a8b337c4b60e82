"""The pay year, and pay for it in bands, by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.committee.conftest import Checking
from tests.committee.equality.boards import board
from tests.committee.equality.read import table, texts, values
from xl_vsm.committee.annual import annual_report
from xl_vsm.committee.annual.banded import band_of, band_words, pay_for_the_year
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.pay_year import PayYear

YEAR = PayYear.of(date(2025, 9, 30))


@pytest.mark.parametrize(
    ("on", "name", "days"),
    [
        (date(2025, 4, 1), "2025/26", 365),
        (date(2026, 3, 31), "2025/26", 365),
        (date(2026, 4, 1), "2026/27", 365),
        (date(2028, 2, 29), "2027/28", 366),
    ],
)
def test_the_pay_year_of_a_day(on: date, name: str, days: int) -> None:
    assert (PayYear.of(on).name, PayYear.of(on).days) == (name, days)


@pytest.mark.parametrize(
    ("amount", "band"),
    [("195000", "195-200"), ("199999.99", "195-200"), ("200000", "200-205"), ("4999", "0-5")],
)
def test_a_band_by_hand(amount: str, band: str) -> None:
    assert band_words(Decimal(amount)) == band


@given(st.decimals(0, 400_000, places=2))
def test_an_amount_is_in_its_band(amount: Decimal) -> None:
    lower, upper = band_of(amount)
    assert lower <= amount < upper
    assert upper - lower == 5000
    assert lower % 5000 == 0


def test_the_trust_by_hand(trust: Checked) -> None:
    found = table(annual_report(trust), "Banded pay", "Pay for the year, in bands of £5,000")
    rows = {row[0]: row[2:] for row in values(found)}
    assert rows["1001"] == (195_000, 365, 195_000, "195-200", 0, "195-200")
    # 10% of £148,000 since 1 April: £162,800 with it.
    assert rows["1002"] == (148_000, 365, 148_000, "145-150", 14_800, "160-165")
    # 5% of £138,500 is £6,925, on the 274 days from 1 July: £5,198.49.
    assert rows["1003"] == (138_500, 365, 138_500, "135-140", Decimal("5198.49"), "140-145")
    # Left on 31 July: 30 + 31 + 30 + 31 days; £126,000 x 122 / 365.
    assert rows["1006"] == (126_000, 122, Decimal("42115.07"), "40-45", 0, "40-45")
    # 0.6 of full time: £125,000 x 0.6.
    assert rows["1007"] == (75_000, 365, 75_000, "75-80", 0, "75-80")
    # From 6 May: 365 - 35 days; £128,750 x 330 / 365.
    assert rows["1012"] == (128_750, 330, Decimal("116404.11"), "115-120", 0, "115-120")
    assert len(rows) == 13
    assert not {"1009", "2001", "2002"} & rows.keys()


def test_the_parts_of_a_year_make_the_whole(tmp_path: Path, checked_of: Checking) -> None:
    """A leaver and the successor of the next day are paid, together, what one would be."""
    rows = [
        ["Director of Strategy", 125_000, None, date(2025, 8, 17)],
        ["Director of Strategy", 125_000, date(2025, 8, 18), None],
    ]
    path = board(tmp_path / "board.xlsx", ["In post from", "Left"], rows)
    posts = checked_of(path).posts
    assert sum(YEAR.days_in_post(post) for post in posts) == 365
    assert sum(pay_for_the_year(post, YEAR) for post in posts) == 125_000


def test_who_left_before_the_year_is_paid_nothing_in_it(
    tmp_path: Path, checked_of: Checking
) -> None:
    rows = [["Director of Strategy", 125_000, date(2025, 3, 31)]]
    path = board(tmp_path / "board.xlsx", ["Left"], rows)
    (post,) = checked_of(path).posts
    assert pay_for_the_year(post, YEAR) == 0


def test_a_premium_is_paid_no_longer_than_stated(faults: Checked) -> None:
    found = table(annual_report(faults), "Banded pay", "Pay for the year, in bands of £5,000")
    rows = {row[0]: row[2:] for row in values(found)}
    # £14,800 a year until 31 August: 153 days.
    assert rows["1002"][4:] == (Decimal("6203.84"), "150-155")
    # 12% cannot be paid by the terms.
    assert rows["1003"][4:] == ("not known", "not known")
    assert "over the 10% limit" in texts(annual_report(faults))


def test_what_the_workbook_does_not_state_is_left_to_complete(trust: Checked) -> None:
    paper = annual_report(trust)
    blanks = table(paper, "Banded pay", "What the workbook does not state: to be completed")
    assert {cell for row in values(blanks) for cell in row[2:]} == {"to complete"}
    assert "manual for accounts" in texts(paper)
