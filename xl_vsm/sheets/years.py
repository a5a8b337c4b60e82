"""Pay years as titles and headings write them, and the days that they begin on."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

PAY_YEAR: Final = re.compile(
    r"(?<![\d/.-])(20\d\d) ?[/\u2013\u2014-] ?(?:20)?(\d\d)(?!\d)(?![/.-]\d)"
)


def pay_years(text: str) -> set[int]:
    """Return the pay years that a text names, each by the year that it begins in.

    "2025/26", "2025-26" and "2025/2026" are 2025; "2025-04" is a month and no pay year.
    """
    return {
        int(first) for first, last in PAY_YEAR.findall(text) if (int(first) + 1) % 100 == int(last)
    }


def first_day(year: int) -> date:
    """Return the day that a pay year begins on."""
    return date(year, 4, 1)


def pay_year_of(day: date) -> int:
    """Return the pay year that a day falls in."""
    return day.year if day >= first_day(day.year) else day.year - 1


def written(year: int) -> str:
    """Return a pay year as it is written: 2025/26."""
    return f"{year}/{(year + 1) % 100:02d}"
