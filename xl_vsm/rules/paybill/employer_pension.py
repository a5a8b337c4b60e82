"""What the employer contributes to the NHS Pension Scheme."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.parameters import Parameters
from xl_vsm.rules.money import not_negative, percent, pounds, to_the_penny
from xl_vsm.rules.rule import rule


def _why(pensionable_pay: Decimal, p: Parameters) -> str:
    rates = p.employer_pension
    return (
        f"{percent(rates.rate)} and {percent(rates.administration)} for administration, together"
        f" {percent(rates.total)} of {pounds(pensionable_pay)}; the employer is asked for"
        f" {percent(rates.paid_by_employer)}, the rest is paid centrally for NHS employers"
    )


@rule(rests_on=("employer-pension",), why=_why)
def employer_pension(pensionable_pay: Decimal, p: Parameters) -> Decimal:
    """Return the employer's whole contribution for a year, in pounds, to the penny."""
    not_negative("pensionable_pay", pensionable_pay)
    return to_the_penny(pensionable_pay * p.employer_pension.total)


def employer_pension_parts(pensionable_pay: Decimal, p: Parameters) -> tuple[Decimal, Decimal]:
    """Return what the employer is asked for, and what is paid centrally, together the whole.

    The split is for NHS trusts and integrated care boards; arm's-length bodies, universities and
    local authorities are asked for more.
    """
    paid = to_the_penny(pensionable_pay * p.employer_pension.paid_by_employer)
    return paid, employer_pension(pensionable_pay, p) - paid
