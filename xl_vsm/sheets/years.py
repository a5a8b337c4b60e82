"""Pay years as titles and headings write them, and the days that they begin on."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

PAY_YEAR: Final = re.compile(
    r"(?<![\d/.-])((?:20)?\d\d) ?[/\u2013\u2014-] ?(?:20)?(\d\d)(?!\d)(?![/.-]\d)"
)
FINANCIAL_YEAR: Final = re.compile(
    r"\b(?:fy|y/?e|year end(?:ing|ed)?(?: (?:31(?:st)? )?march)?) ?(?:20)?(\d\d)"
    r"(?!\d)(?! ?[/\u2013\u2014-] ?\d)",
    re.IGNORECASE,
)
"""A year named by its end: FY26 is 2025/26."""
FIRST_SHORT: Final = 15  # 12/13 is as likely the 12th of something, or a fraction


def pay_years(text: str) -> set[int]:
    """Return the pay years that a text names, each by the year that it begins in.

    "2025/26", "25/26", "2025/2026" and "FY26" are 2025; "2025-04" is a month and no pay year.
    """
    begun = {
        2000 + int(first) % 100
        for first, last in PAY_YEAR.findall(text)
        if (int(first) + 1) % 100 == int(last) and int(first) >= FIRST_SHORT
    }
    return begun | {1999 + int(last) for last in FINANCIAL_YEAR.findall(text)}


def first_day(year: int) -> date:
    """Return the day that a pay year begins on."""
    return date(year, 4, 1)


def pay_year_of(day: date) -> int:
    """Return the pay year that a day falls in."""
    return day.year if day >= first_day(day.year) else day.year - 1


def written(year: int) -> str:
    """Return a pay year as it is written: 2025/26."""
    return f"{year}/{(year + 1) % 100:02d}"
