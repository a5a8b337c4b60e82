"""What one cell holds while a formula is worked out, and how Excel compares and adds it up."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, TypeAlias

from xl_vsm.excel import CellError

Scalar: TypeAlias = str | bool | int | float | date | time | timedelta | CellError | None

_DIGITS: Final = 15
"""How many Excel keeps."""

ZERO_DAY: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no time zone


class NoNumber(Exception):
    """A text stands where Excel would have to make a number of it."""


def number_of(value: Scalar) -> float:
    """Return a cell as the number that Excel counts with.

    Raises:
        NoNumber: it is a text, which Excel would read by the settings of the machine.
    """
    if value is None:
        return 0
    if isinstance(value, int | float):
        try:
            return float(value)
        except OverflowError:
            raise NoNumber from None
    if isinstance(value, datetime):
        return (value - ZERO_DAY) / timedelta(days=1)
    if isinstance(value, date):
        return (value - ZERO_DAY.date()).days
    raise NoNumber


def day_of(year: Scalar, month: Scalar, day: Scalar) -> date:
    """Return the day that Excel's DATE gives; months and days past an end go on into the next.

    Raises:
        NoNumber: one is a text, or Excel would not read the year as it stands.
    """
    years, months, days = (int(number_of(each)) for each in (year, month, day))
    if not 1900 <= years <= 9998:
        raise NoNumber
    try:
        over, index = divmod(months - 1, 12)
        return date(years + over, index + 1, 1) + timedelta(days=days - 1)
    except (OverflowError, ValueError):
        raise NoNumber from None


def text_of(value: Scalar) -> str:
    """Return a cell as Excel joins it to a text.

    Raises:
        NoNumber: it is a date, whose number nobody means.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return f"{value:.15g}"
    raise NoNumber


def truth_of(value: Scalar) -> bool:
    """Return a cell as a condition takes it.

    Raises:
        NoNumber: it is a text.
    """
    return number_of(value) != 0


def compared(sign: str, left: Scalar, right: Scalar) -> bool:
    """Compare two cells as Excel does: a text is more than any number, capitals do not matter."""
    one, other = _ranked(left, right), _ranked(right, left)
    if sign == "=":
        return one == other
    if sign == "<>":
        return one != other
    if sign == "<":
        return one < other
    if sign == ">":
        return one > other
    return one <= other if sign == "<=" else one >= other


def rounded(value: float, places: int) -> float:
    """Round as ROUND does: half away from nothing, on the digits that Excel shows."""
    if places > _DIGITS or abs(value) >= 10**_DIGITS:
        return value
    shown = Decimal(f"{value:.15g}")
    return float(shown.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


def same_number(one: float, other: float) -> bool:
    """Say whether two numbers are one to Excel, which keeps 15 digits."""
    return math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-9)


def _ranked(value: Scalar, beside: Scalar) -> tuple[int, float | str]:
    """Return a cell so that Excel's order is Python's: numbers, then texts, then FALSE and TRUE."""
    if value is None:
        # A blank is whatever of nothing the other side is: "", 0 or FALSE.
        value = "" if isinstance(beside, str) else False if isinstance(beside, bool) else 0
    if isinstance(value, bool):
        return 2, float(value)
    if isinstance(value, str):
        return 1, value.casefold()
    return 0, float(f"{number_of(value):.15g}")
