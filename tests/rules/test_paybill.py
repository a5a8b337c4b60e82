from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from tests.rules.examples import money
from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules import (
    Unanswerable,
    apprenticeship_levy,
    employer_national_insurance,
    employer_pension,
    paybill,
)

DAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("day", "pension"),
    [
        (date(2023, 6, 1), "31020"),  # 20.68% of 150,000
        (date(2024, 3, 31), "31020"),
        (date(2024, 4, 1), "35670"),  # 23.78%
        (date(2027, 3, 31), "35670"),
    ],
)
def test_employer_pension(day: date, pension: str) -> None:
    assert employer_pension(Decimal(150_000), Parameters(day)) == Decimal(pension)


@pytest.mark.parametrize(
    ("day", "pay", "due"),
    [
        (date(2024, 6, 1), "150000", "19444.20"),  # 13.8% of 140,900
        (date(2025, 4, 5), "150000", "19444.20"),  # the last day of the tax year
        (date(2025, 4, 6), "150000", "21750"),  # 15% of 145,000
        (date(2026, 4, 6), "150000", "21750"),
        (DAY, "0", "0"),
        (DAY, "4999.99", "0"),
        (DAY, "5000", "0"),
        (DAY, "5000.01", "0"),  # 0.15p
        (DAY, "5000.10", "0.02"),  # 1.5p, half a penny up
        (DAY, "5001", "0.15"),
    ],
)
def test_employer_national_insurance(day: date, pay: str, due: str) -> None:
    assert employer_national_insurance(Decimal(pay), Parameters(day)) == Decimal(due)


@pytest.mark.parametrize(("pay", "due"), [("0", "0"), ("150000", "750"), ("172500", "862.50")])
def test_apprenticeship_levy(pay: str, due: str) -> None:
    assert apprenticeship_levy(Decimal(pay), Parameters(DAY)) == Decimal(due)


@pytest.mark.parametrize(
    ("day", "pensionable", "besides", "due"),
    [
        (DAY, "150000", "0", "208170"),  # 150,000 + 35,670 + 21,750 + 750
        (DAY, "150000", "22500", "234157.50"),  # 172,500 + 35,670 + 25,125 + 862.50
        (DAY, "0", "150000", "172500"),  # no pension: 150,000 + 21,750 + 750
        (date(2024, 6, 1), "150000", "0", "205864.20"),  # 150,000 + 35,670 + 19,444.20 + 750
        (date(2023, 6, 1), "150000", "0", "201214.20"),  # 150,000 + 31,020 + 19,444.20 + 750
        (DAY, "0", "0", "0"),
    ],
)
def test_paybill(day: date, pensionable: str, besides: str, due: str) -> None:
    assert paybill(Decimal(pensionable), Decimal(besides), Parameters(day)) == Decimal(due)


def test_the_reason_tells_the_parts() -> None:
    p = Parameters(DAY)
    assert paybill.explain(Decimal(150_000), Decimal(22_500), p).reason == (
        "pay £172,500 + pension £35,670 + National Insurance £25,125 + levy £862.50"
    )
    assert "15% of what £150,000 has above the secondary threshold of £5,000" in (
        employer_national_insurance.explain(Decimal(150_000), p).reason
    )
    pension = employer_pension.explain(Decimal(150_000), p).reason
    assert pension.startswith("23.7% and 0.08% for administration, together 23.78% of £150,000")
    assert "the employer is asked for 14.38%" in pension
    assert "allowance of £15,000" in apprenticeship_levy.explain(Decimal(1), p).reason


def test_no_rate_is_guessed_for_the_valuation_to_come() -> None:
    with pytest.raises(NotInForce):
        paybill(Decimal(1), Decimal(0), Parameters(date(2027, 4, 1)))


@pytest.mark.parametrize(
    "made", [employer_pension, employer_national_insurance, apprenticeship_levy]
)
def test_pay_below_nothing_is_no_pay(made: object) -> None:
    with pytest.raises(Unanswerable, match="must be £0 or more"):
        made(Decimal(-1), Parameters(DAY))  # type: ignore[operator]


def test_no_part_of_the_paybill_is_below_nothing() -> None:
    with pytest.raises(Unanswerable, match="non_pensionable"):
        paybill(Decimal(150_000), Decimal(-50_000), Parameters(DAY))


@given(money, money)
def test_the_paybill_is_at_least_the_pay(pensionable: Decimal, besides: Decimal) -> None:
    p = Parameters(DAY)
    assert paybill(pensionable, besides, p) >= pensionable + besides
