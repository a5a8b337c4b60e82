from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules import Outcome, Unanswerable, award

# Worked by hand on £123,456.78: 3% is 3,703.7034; 5% is 6,172.839; 3.25% is 4,012.34535.
YEARS = [
    (2022, "3703.70", "3%"),
    (2023, "6172.84", "5%"),
    (2024, "6172.84", "5%"),
    (2025, "4012.35", "3.25%"),
    (2026, "3703.70", "3%"),
]


@pytest.mark.parametrize(("year", "amount", "rate"), YEARS)
def test_the_award_of_each_year(year: int, amount: str, rate: str) -> None:
    for day in (date(year, 4, 1), date(year + 1, 3, 31)):
        found = award(Decimal("123456.78"), Outcome.AWARD, Parameters(day))
        assert found.outcome == Decimal(amount)
        assert f"the {year}/{(year + 1) % 100} award is {rate} of base salary" in found.reason


@pytest.mark.parametrize("day", [date(2022, 3, 31), date(2027, 4, 1)])
def test_no_award_is_guessed_for_other_years(day: date) -> None:
    with pytest.raises(NotInForce):
        award(Decimal(100_000), Outcome.AWARD, Parameters(day))


def test_an_award_that_was_not_out_yet_is_not_known() -> None:
    with pytest.raises(NotInForce, match="by 1 May 2025"):
        award(Decimal(1), Outcome.AWARD, Parameters(date(2025, 4, 1), date(2025, 5, 1)))


@pytest.mark.parametrize(
    ("base", "amount"), [("2", "0.07"), ("6", "0.20"), ("1", "0.03"), ("0", "0")]
)
def test_half_a_penny_goes_up(base: str, amount: str) -> None:
    # 3.25% of £2 is 6.5p, and of £6 is 19.5p.
    found = award(Decimal(base), Outcome.AWARD, Parameters(date(2025, 4, 1)))
    assert found.outcome == Decimal(amount)


def test_withheld_is_nothing() -> None:
    found = award(Decimal(100_000), Outcome.WITHHOLD, Parameters(date(2025, 4, 1)))
    assert found.outcome == 0
    assert found.reason == "the 2025/26 award is withheld"


def test_a_medical_contract_is_paid_by_another_award() -> None:
    outcome = Outcome.WITHHOLD_MANAGEMENT_ALLOWANCE
    found = award(Decimal(100_000), outcome, Parameters(date(2025, 4, 1)))
    assert found.outcome is None
    assert [c.locator for c in found.cites] == ["S43", "S44"]


@pytest.mark.parametrize("outcome", [Outcome.PENDING, Outcome.COMMITTEE_DECISION])
def test_what_is_not_settled_has_no_amount(outcome: Outcome) -> None:
    found = award(Decimal(100_000), outcome, Parameters(date(2026, 4, 1)))
    assert found.outcome is None
    assert found.reason == f"the outcome is {outcome}, so no amount is settled"


def test_a_salary_below_nothing_is_no_salary() -> None:
    with pytest.raises(Unanswerable, match="base_salary"):
        award(Decimal(-1), Outcome.AWARD, Parameters(date(2025, 4, 1)))
