"""NHS_PENSION_TIER, NHS_PENSION_RATE and NHS_PENSION_CONTRIBUTION."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_vsm.excel import excel_function
from xl_vsm.excel.view import EFFECTIVE, KNOWN, ask, figures
from xl_vsm.rules import contribution, contribution_rate, contribution_tier

_ARGUMENTS = {
    "pensionable_pay": "a year's pensionable pay in £: actual pay, or before October 2022 the"
    " whole-time equivalent",
    "effective": EFFECTIVE,
    "known": KNOWN,
}


@excel_function(category="NHS Pension", arguments=_ARGUMENTS, steps="pensionable_pay")
def NHS_PENSION_TIER(
    pensionable_pay: Decimal, effective: date | None = None, known: date | None = None
) -> int:
    """The NHS Pension Scheme member contribution tier, counted from 1."""
    return ask(contribution_tier, pensionable_pay, figures(effective, known))


@excel_function(category="NHS Pension", arguments=_ARGUMENTS, steps="pensionable_pay")
def NHS_PENSION_RATE(
    pensionable_pay: Decimal, effective: date | None = None, known: date | None = None
) -> Decimal:
    """The NHS Pension Scheme member contribution rate: 0.125 is 12.5%, of all pensionable pay."""
    return ask(contribution_rate, pensionable_pay, figures(effective, known))


@excel_function(category="NHS Pension", arguments=_ARGUMENTS)
def NHS_PENSION_CONTRIBUTION(
    pensionable_pay: Decimal, effective: date | None = None, known: date | None = None
) -> Decimal:
    """The NHS Pension Scheme member's contribution, in £ a year, to the penny."""
    return ask(contribution, pensionable_pay, figures(effective, known))
