"""The clock: the one place that asks what day it is. Rules and parameters never do."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """Return today's date where this machine is: what a date left out stands for."""
    return datetime.now(tz=UTC).astimezone().date()
