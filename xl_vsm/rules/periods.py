"""Periods counted in calendar months, to the day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def first_day_after(start: date, months: int) -> date:
    """Return the first day after a period of whole months that begins on `start`.

    The period ends with the day before the same day of the month; where the last month has no
    such day the period runs to that month's end, so 24 months from 29 February 2028 end with
    28 February 2030.
    """
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    if year > date.max.year:
        return date.max
    length = calendar.monthrange(year, month)[1]
    if start.day <= length:
        return date(year, month, start.day)
    return date(year, month, length) + timedelta(days=1)


def day_after(last: date) -> date:
    """Return the day after the last one of something; the calendar's own end has none."""
    return last if last == date.max else last + timedelta(days=1)
