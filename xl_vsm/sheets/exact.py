"""Exact decimals from the binary numbers in which Excel keeps everything."""

from __future__ import annotations

import math
from decimal import Decimal


def exact(value: float | Decimal) -> Decimal | None:
    """Return a stored number as the decimal that Excel shows, or None if it is not finite.

    Excel keeps 15 significant digits. What a division leaves beyond them, as in
    158099.99999999997, is not a penny short of a threshold but the threshold itself.
    """
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    if isinstance(value, int):
        return Decimal(value)
    if not math.isfinite(value):
        return None
    return _tidy(Decimal(format(value, ".15g")))


def plain(number: Decimal, mark: str = "") -> str:
    """Return a number without an exponent and without idle noughts after the point.

    Args:
        number: the number.
        mark: what stands between its thousands.
    """
    text = f"{number:{mark}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _tidy(number: Decimal) -> Decimal:
    # 1.5E+8 becomes 150000000, so that the value shows as it was typed.
    return Decimal(int(number)) if number == number.to_integral_value() else number
