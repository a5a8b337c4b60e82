from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.parameters import Parameters
from xl_vsm.rules import (
    apprenticeship_levy,
    employer_national_insurance,
    employer_pension,
    employer_pension_parts,
    paybill,
)

PENNY = Decimal("0.01")
money = st.decimals(0, 400_000, places=2)
PENSION_DAYS = [date(2023, 6, 1), date(2024, 4, 1), date(2026, 6, 1)]


@given(money, st.sampled_from(PENSION_DAYS))
def test_the_parts_make_the_whole(pay: Decimal, day: date) -> None:
    p = Parameters(day)
    paid, centrally = employer_pension_parts(pay, p)
    assert paid + centrally == employer_pension(pay, p)
    assert centrally >= 0
    assert abs(centrally - pay * p.employer_pension.paid_centrally) <= PENNY


@given(money, money, st.sampled_from(PENSION_DAYS))
def test_the_paybill_is_the_sum_of_its_parts(basic: Decimal, besides: Decimal, day: date) -> None:
    p = Parameters(day)
    pay = basic + besides
    assert paybill(basic, besides, p) == (
        pay
        + sum(employer_pension_parts(basic, p))
        + employer_national_insurance(pay, p)
        + apprenticeship_levy(pay, p)
    )
