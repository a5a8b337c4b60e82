"""Days as `xl-vsm report` takes them, and what to type where another form was typed."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date

FORM = "days are typed as year-month-day"


def day(text: str) -> date:
    """Read a day, such as 2025-05-31.

    Raises:
        ArgumentTypeError: it is none, or typed otherwise; with what to type.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(
            f"{text!r} is not a date such as 2025-04-01: {_meant(text)}"
        ) from error


def _meant(text: str) -> str:
    """Say what to type for what was typed; the day comes first, as it does in a workbook."""
    # Every verb knows these options; only who typed another form waits for what reads it.
    from xl_vsm.sheets.dates import find_date  # noqa: PLC0415

    meant = find_date(text)
    if meant is not None:
        return f"{FORM}, so for {meant.day} {meant:%B %Y} type {meant.isoformat()}"
    try:
        first = date.fromisoformat(f"{text.strip()}-01")
    except ValueError:
        return f"{FORM}, such as 2025-05-31 for 31 May 2025"
    return f"{FORM}, so for the first day of {first:%B %Y} type {first.isoformat()}"
