"""The clock. Nothing else under `xl_vsm` or `udfs` asks what day it is for an answer in Excel."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """Return today's date where this machine is: what a date left blank stands for."""
    return datetime.now(tz=UTC).astimezone().date()
