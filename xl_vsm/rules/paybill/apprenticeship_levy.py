"""What a post adds to the apprenticeship levy."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.parameters import Parameters
from xl_vsm.rules.money import not_negative, percent, pounds, to_the_penny
from xl_vsm.rules.rule import rule


def _why(pay: Decimal, p: Parameters) -> str:
    return (
        f"{percent(p.apprenticeship_levy.rate)} of {pounds(pay)}; the employer's yearly allowance"
        f" of {pounds(p.apprenticeship_levy.allowance)} is set against its whole pay bill, not a"
        " post"
    )


@rule(rests_on=("apprenticeship-levy",), why=_why)
def apprenticeship_levy(pay: Decimal, p: Parameters) -> Decimal:
    """Return what a year's pay adds to the levy of an employer above its allowance, in pounds."""
    not_negative("pay", pay)
    return to_the_penny(pay * p.apprenticeship_levy.rate)
