"""Where a premium takes pay over the limit for central approval, and the salary alone does not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.committee.books import book_of
from tests.committee.conftest import Checking
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.paper import Words
from xl_vsm.committee.pay_case import pay_cases

PREMIUM = {"Premium ground": "Exceptional performance", "Premium rate": 0.1}
ICB = {"Organisation type": "ICB", "Weighted population": 1_200_000, "Annual turnover": None}


def said(of: Checked) -> list[Words]:
    (case,) = pay_cases(of)
    blocks = [block for section in case.sections for block in section.blocks]
    return [b for b in blocks if isinstance(b, Words) and "alone is not" in b.text]


@pytest.mark.parametrize(
    ("salary", "over"),
    [
        (Decimal("154545.45"), False),  # with 10% £169,999.995, which is £170,000.00 and not above
        (Decimal("154545.46"), True),  # £170,000.01
        (Decimal(170_000), True),
        (Decimal("170000.01"), False),  # the salary alone passes it
    ],
)
def test_the_pennies_about_the_limit(
    salary: Decimal, over: bool, tmp_path: Path, checked_of: Checking
) -> None:
    path = book_of(tmp_path, {"Salary": float(salary), **PREMIUM})
    assert bool(said(checked_of(path))) is over


def test_what_it_says_and_on_whose_authority(tmp_path: Path, checked_of: Checking) -> None:
    path = book_of(tmp_path, {"Salary": 160_000, **PREMIUM})
    of = checked_of(path)
    (words,) = said(of)
    assert words.strong
    assert words.text.startswith(
        "With the premium of £16,000 the pay is £176,000, above the £170,000 above which"
    )
    assert "The sources do not say whether a premium counts" in words.text
    (case,) = pay_cases(of)
    (note,) = [each for each in case.notes if each.number == words.note]
    assert [source.places for source in note.sources] == [("S19",)]


def test_without_a_premium_there_is_nothing_to_say(tmp_path: Path, checked_of: Checking) -> None:
    assert said(checked_of(book_of(tmp_path, {"Salary": 169_000}))) == []


def test_an_icb_chief_executives_test_is_another(tmp_path: Path, checked_of: Checking) -> None:
    chief = {"Post": "Chief Executive", "Role": "Chief executive", "Salary": 160_000, **PREMIUM}
    assert said(checked_of(book_of(tmp_path, chief, **ICB))) == []
    assert said(checked_of(book_of(tmp_path, chief)))


def test_before_the_framework_there_is_no_limit(tmp_path: Path, checked_of: Checking) -> None:
    path = book_of(tmp_path, {"Salary": 160_000, **PREMIUM}, day="31 March 2025")
    assert said(checked_of(path, effective=date(2025, 3, 31))) == []
