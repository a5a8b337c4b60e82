"""Amounts given as a band, as annual reports print them: "150-155" in bands of £5,000."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from xl_vsm.sheets.money import amount, clean

SPAN: Final = re.compile(r"(?P<least>.+?) ?(?:-|\bto\b) ?(?P<most>.+)")
THOUSAND: Final = Decimal(1000)
WIDEST_IN_THOUSANDS: Final = Decimal(10)
"""No pay band is £10 wide: figures that near each other are thousands."""
WIDEST: Final = Decimal(10_000)
"""A wider range is that of a pay scale, and not a band in which one salary is disclosed."""


def span(text: str, scale: int = 1) -> tuple[Decimal, Decimal] | None:
    """Read a band of amounts.

    Args:
        text: what the cell says, such as "150-155" or "£150,001 to £155,000".
        scale: what the heading says figures are in.

    Returns:
        The least and the most, in pounds; None if the text is no band.
    """
    found = SPAN.fullmatch(clean(text))
    ends = [amount(found[name]) for name in ("least", "most")] if found else []
    if len(ends) < 2 or ends[0] is None or ends[1] is None:
        return None
    (least, least_says), (most, most_says) = ends[0], ends[1]
    if not 0 <= least < most:
        return None
    if not (least_says or most_says):
        small = most < THOUSAND and most - least <= WIDEST_IN_THOUSANDS
        times = max(Decimal(scale), THOUSAND if small else Decimal(1))
        return least * times, most * times
    # "£120-125k": the thousands of the end are those of the beginning too.
    if most_says and not least_says and most > least * THOUSAND / 2:
        least *= THOUSAND
    return (least, most) if least < most else None
