"""What the employer pays in National Insurance."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.parameters import Parameters
from xl_vsm.rules.money import not_negative, percent, pounds, to_the_penny
from xl_vsm.rules.rule import rule


def _why(pay: Decimal, p: Parameters) -> str:
    terms = p.employer_national_insurance
    return (
        f"{percent(terms.rate)} of what {pounds(pay)} has above the secondary threshold of"
        f" {pounds(terms.secondary_threshold)}"
    )


@rule(rests_on=("employer-national-insurance",), why=_why)
def employer_national_insurance(pay: Decimal, p: Parameters) -> Decimal:
    """Return the employer's Class 1 National Insurance on a year's pay, to the penny.

    Worked on the annual threshold; payroll works by month, which can differ by pence.
    """
    not_negative("pay", pay)
    terms = p.employer_national_insurance
    return to_the_penny(max(pay - terms.secondary_threshold, Decimal(0)) * terms.rate)
