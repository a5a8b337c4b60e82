"""Dates as people type them, in the United Kingdom's order."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from xl_vsm.sheets.exact import plain
from xl_vsm.sheets.money import clean
from xl_vsm.sheets.reading import Reading, stated, unreadable
from xl_vsm.sheets.shown import long_date

MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTH: Final = r"(?P<month>[a-z]{3,9})\.?"
WEEKDAY: Final = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? ")
CLOCK: Final = re.compile(r"[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?$")
NAMED: Final = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -/]*{MONTH}[ -/,]*(?P<year>\d{{4}}|\d{{2}})"
)
MONTH_ONLY: Final = re.compile(rf"{MONTH}[ -/]*(?P<year>\d{{4}}|\d{{2}})")
ISO: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
FIGURES: Final = re.compile(
    r"(?P<day>\d{1,2})[/.\- ](?P<month>\d{1,2})[/.\- ](?P<year>\d{4}|\d{2})"
)

EXPECTED: Final = "a date is expected, such as 01/04/2025 (day first) or 1 April 2025"
FIRST_YEAR: Final = 1901  # before it, Excel's calendar has a day that never was
EPOCH: Final = date(1899, 12, 30)
EPOCH_1904: Final = date(1904, 1, 1)
FIRST_SERIAL_DAY: Final = date(1940, 1, 1)
LAST_SERIAL_DAY: Final = date(2100, 1, 1)
PIVOT: Final = 30  # as Excel does: 29 is 2029 and 30 is 1930


def date_of_cell(value: datetime | date) -> Reading:
    """Read a cell that Excel itself keeps as a date."""
    day = value.date() if isinstance(value, datetime) else value
    if day.year < FIRST_YEAR:
        return unreadable(
            f"{long_date(day)} lies before Excel's calendar can be trusted; {EXPECTED}"
        )
    return stated(day)


def date_of_serial(serial: Decimal, *, date1904: bool) -> Reading:
    """Read a number in a date column as Excel's count of days."""
    if serial == int(serial) and FIRST_YEAR <= serial <= LAST_SERIAL_DAY.year:
        return unreadable(f"{int(serial)} is a year; {EXPECTED}")
    epoch = EPOCH_1904 if date1904 else EPOCH
    first, last = (FIRST_SERIAL_DAY - epoch).days, (LAST_SERIAL_DAY - epoch).days
    if not first <= serial <= last:
        return unreadable(f"the number {plain(serial)} is no date of our time; {EXPECTED}")
    day = epoch + timedelta(days=int(serial))
    return stated(day, f"serial number {int(serial)} read as {long_date(day)}")


def date_of_text(text: str) -> Reading:
    """Read a date that was typed as text; the day comes first."""
    wanted = CLOCK.sub("", WEEKDAY.sub("", clean(text)))
    for pattern, order in ((ISO, ""), (NAMED, ""), (FIGURES, ", day first")):
        found = pattern.fullmatch(wanted)
        if found:
            return _day(text, found, order)
    if (found := MONTH_ONLY.fullmatch(wanted)) and _month(found["month"]):
        return unreadable(f'"{text.strip()}" names no day; {EXPECTED}')
    return unreadable(f'"{text.strip()}" is not a date; {EXPECTED}')


def find_date(text: str) -> date | None:
    """Return the date at the start of a text, such as "30 September 2025 (draft)"."""
    wanted = clean(text)
    for pattern in (ISO, NAMED, FIGURES):
        found = pattern.match(wanted)
        if found:
            value = _day(text, found, "").value
            return value if isinstance(value, date) else None
    return None


def _day(text: str, found: re.Match[str], order: str) -> Reading:
    month = _month(found["month"])
    if month is None or not 1 <= month <= 12:
        hint = "; the day comes first" if month else ""
        return unreadable(f'"{text.strip()}" has no month {found["month"]}{hint}; {EXPECTED}')
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += 2000 if year < PIVOT else 1900
    if year < FIRST_YEAR:
        return unreadable(f'"{text.strip()}" lies too far back; {EXPECTED}')
    try:
        day = date(year, month, int(found["day"]))
    except ValueError:
        return unreadable(f'"{text.strip()}" is a day that month does not have; {EXPECTED}')
    return stated(day, f'text "{text.strip()}" read as {long_date(day)}{order}')


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    wanted = "sep" if text == "sept" else text
    for number, month in enumerate(MONTHS, start=1):
        if wanted in (month, month[:3]):
            return number
    return None
