"""Where a premium takes pay over the limit for central approval, and the salary alone does not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.committee.books import book_of
from tests.committee.conftest import Checking
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.paper import Words
from xl_vsm.committee.pay_case import pay_cases

PREMIUM = {"Premium ground": "Exceptional performance", "Premium rate": 0.1}
ICB = {"Organisation type": "ICB", "Weighted population": 1_200_000, "Annual turnover": None}
SILENT = "The sources do not say whether a premium counts"


def said(of: Checked, part: str = "alone is not") -> list[Words]:
    (case,) = pay_cases(of)
    blocks = [block for section in case.sections for block in section.blocks]
    return [b for b in blocks if isinstance(b, Words) and part in b.text]


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
        "With the premium of £16,000 the pay is £176,000: above the £170,000 above which"
    )
    assert "The sources do not say whether a premium counts" in words.text
    (case,) = pay_cases(of)
    (note,) = [each for each in case.notes if each.number == words.note]
    assert [source.places for source in note.sources] == [("S19",)]


def test_without_a_premium_there_is_nothing_to_say(tmp_path: Path, checked_of: Checking) -> None:
    assert said(checked_of(book_of(tmp_path, {"Salary": 169_000}))) == []


@pytest.mark.parametrize(
    ("post", "organisation", "position", "approval"),
    [
        pytest.param(
            {"Post": "Chief Executive", "Role": "Chief executive", "Salary": 175_000}, ICB,
            "exception zone (illustrative), and by the salary alone in range",
            "NHS England (illustrative), and by the salary alone remuneration committee",
            id="an ICB chief executive past the operational maximum of £190,000",
        ),
        pytest.param(
            {"Post": "Chief Executive", "Role": "Chief executive", "Salary": 185_000}, ICB,
            "above range (illustrative), and by the salary alone in range",
            "NHS England and DHSC (illustrative), and by the salary alone remuneration committee",
            id="the same past the exception zone of £200,000",
        ),
        pytest.param(
            {"Salary": 138_000}, {},
            "above range (illustrative), and by the salary alone in range",
            "NHS England and DHSC (illustrative), and by the salary alone remuneration committee",
            id="a director past the exception zone of £150,000",
        ),
        pytest.param(
            {"Post": "Chief Executive", "Role": "Chief executive", "Salary": 195_000}, {},
            "above range (illustrative), and by the salary alone in range",
            "NHS England and DHSC (illustrative), and by the salary alone NHS England",
            id="a trust chief executive past the exception zone of £210,000",
        ),
    ],
)  # fmt: skip
def test_each_answer_that_the_premium_would_change(
    post: dict[str, Any],
    organisation: dict[str, Any],
    position: str,
    approval: str,
    tmp_path: Path,
    checked_of: Checking,
) -> None:
    (words,) = said(checked_of(book_of(tmp_path, {**post, **PREMIUM}, **organisation)), SILENT)
    assert words.strong
    assert f"its position would be {position}" in words.text
    assert f"approval would be needed from {approval}" in words.text


def test_that_the_sources_are_silent_is_said_where_nothing_differs_too(
    tmp_path: Path, checked_of: Checking
) -> None:
    (words,) = said(checked_of(book_of(tmp_path, {"Salary": 121_000, **PREMIUM})), SILENT)
    assert not words.strong
    assert "neither the approval nor the position is known to differ" in words.text


def test_an_icb_chief_executives_test_is_another(tmp_path: Path, checked_of: Checking) -> None:
    chief = {"Post": "Chief Executive", "Role": "Chief executive", "Salary": 160_000, **PREMIUM}
    assert said(checked_of(book_of(tmp_path, chief, **ICB))) == []
    assert said(checked_of(book_of(tmp_path, chief)))


def test_before_the_framework_there_is_no_limit(tmp_path: Path, checked_of: Checking) -> None:
    path = book_of(tmp_path, {"Salary": 160_000, **PREMIUM}, day="31 March 2025")
    assert said(checked_of(path, effective=date(2025, 3, 31))) == []
