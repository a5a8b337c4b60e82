"""Amounts and rates: rounding, and how they are written."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from xl_vsm.rules.rule import Unanswerable

PENNY = Decimal("0.01")


def to_the_penny(amount: Decimal) -> Decimal:
    """Round to the penny, half a penny up.

    No source says how these amounts are rounded; this is the everyday commercial rule.
    """
    return amount.quantize(PENNY, ROUND_HALF_UP)


def pounds(amount: Decimal) -> str:
    """Write an amount as people do: £171,250, or £16,046.13 where there are pence."""
    rounded = to_the_penny(amount)
    whole = rounded == rounded.to_integral_value()
    text = f"{abs(rounded):,.0f}" if whole else f"{abs(rounded):,.2f}"
    return f"{'-' if rounded < 0 else ''}£{text}"


def percent(rate: Decimal) -> str:
    """Write a rate as people do: 12.5%."""
    return f"{(rate * 100).normalize():f}%"


def not_negative(name: str, amount: Decimal) -> None:
    """Refuse an amount below nothing, by the name of the argument.

    Raises:
        Unanswerable: the amount is below nothing.
    """
    if amount < 0:
        raise Unanswerable(f"{name} must be £0 or more, not {pounds(amount)}")
