"""The dates and times that Excel keeps as numbers."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import Final

EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook's days have no time zone
EPOCH_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001 - as above
DAY: Final = 86_400_000
"""Milliseconds."""
NO_LEAP_DAY: Final = 60
"""Excel counts a 29 February 1900, which was none: days before it are one out."""

_NOT_SAID: Final = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_MOMENT: Final = re.compile(r"(?<![_\\])[dmhysDMHYS]")
_SPAN: Final = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)


def shows_moment(number_format: str) -> bool:
    """Say whether a number format shows a date or a time; only its first section counts."""
    return _MOMENT.search(_NOT_SAID.sub("", number_format.partition(";")[0])) is not None


def shows_span(number_format: str) -> bool:
    """Say whether a number format shows how long something took, such as [h]:mm."""
    return _SPAN.search(number_format.partition(";")[0]) is not None


def moment(serial: float, *, date1904: bool) -> datetime | time:
    """Return the moment that a number stands for, to the millisecond.

    Raises:
        ValueError, OverflowError: it is beyond the calendar.
    """
    day, rest = divmod(serial, 1)
    since = timedelta(milliseconds=round(rest * DAY))
    if 0 <= serial < 1 and since.days == 0:
        return (EPOCH + since).time()
    if 0 < serial < NO_LEAP_DAY and not date1904:
        day += 1
    return (EPOCH_1904 if date1904 else EPOCH) + timedelta(days=day) + since


def span(serial: float) -> timedelta:
    """Return how long a number of days is, to the millisecond.

    Raises:
        ValueError, OverflowError: it is too long.
    """
    long = timedelta(days=serial)
    if not long.microseconds:
        return long
    return timedelta(seconds=long.total_seconds() // 1, microseconds=round(long.microseconds, -3))
