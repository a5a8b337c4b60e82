"""Days and months as people type them on the pages: the day first, and the year in full.

It is the reader by which workbooks are read. The HTTP interface takes 2025-05-31 alone.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from xl_vsm.sheets.dates import EXPECTED, date_of_text

DAYS: Final = "31/05/2025 or 31 May 2025"
MONTHS: Final = "April 2025 or 04/2025"
"""What to type, as hints and faults say it."""

_YEAR: Final = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


def day_in(said: str) -> date:
    """Return the day that a text says.

    Raises:
        ValueError: it says none, or leaves its century open; the message follows a field's label.
    """
    reading = date_of_text(said)
    if not isinstance(reading.value, date):
        why = reading.reason.removesuffix(f"; {EXPECTED}")
        raise ValueError(f"must be a day such as {DAYS}: {why}")
    if not _YEAR.search(said):
        raise ValueError(f'must have its year in full, such as {DAYS}, not "{said}"')
    return reading.value


def month_in(said: str) -> date:
    """Return the first day of the month that a text says, or in which the day lies that it says.

    Raises:
        ValueError: it says none; the message follows a field's label.
    """
    for text in (said, f"1 {said}", f"{said}-01"):
        try:
            return day_in(text).replace(day=1)
        except ValueError:
            continue
    raise ValueError(f'must be a month such as {MONTHS}, not "{said}"')
