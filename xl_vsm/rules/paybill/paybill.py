"""What a post costs its employer."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.parameters import Parameters
from xl_vsm.rules.money import not_negative, pounds
from xl_vsm.rules.paybill.apprenticeship_levy import apprenticeship_levy
from xl_vsm.rules.paybill.employer_national_insurance import employer_national_insurance
from xl_vsm.rules.paybill.employer_pension import employer_pension
from xl_vsm.rules.rule import rule


def _why(pensionable_pay: Decimal, non_pensionable: Decimal, p: Parameters) -> str:
    pay = pensionable_pay + non_pensionable
    return (
        f"pay {pounds(pay)} + pension {pounds(employer_pension(pensionable_pay, p))} + National"
        f" Insurance {pounds(employer_national_insurance(pay, p))} + levy"
        f" {pounds(apprenticeship_levy(pay, p))}"
    )


@rule(rests_on=("employer-pension", "employer-national-insurance", "apprenticeship-levy"), why=_why)
def paybill(pensionable_pay: Decimal, non_pensionable: Decimal, p: Parameters) -> Decimal:
    """Return what a post costs in a year: pay, employer pension, National Insurance and levy.

    Args:
        pensionable_pay: pounds a year.
        non_pensionable: pay besides, on which no pension is due.
        p: the day the answer is for.
    """
    not_negative("non_pensionable", non_pensionable)
    pay = pensionable_pay + non_pensionable
    return (
        pay
        + employer_pension(pensionable_pay, p)
        + employer_national_insurance(pay, p)
        + apprenticeship_levy(pay, p)
    )
