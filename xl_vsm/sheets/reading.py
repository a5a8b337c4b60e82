"""What comes of reading a cell's value as a field's kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_vsm.sheets.entry import State

Value = str | Decimal | int | bool | date


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, or why there is none."""

    state: State
    value: Value | None = None
    read_as: str = ""
    reason: str = ""
    least: Decimal | None = None
    most: Decimal | None = None


def stated(value: Value, read_as: str = "") -> Reading:
    """Return a value, with a note where it was not taken as it is."""
    return Reading("stated", value, read_as=read_as)


def a_band(least: Decimal, most: Decimal, read_as: str) -> Reading:
    """Return a band in which an amount lies; the amount itself nobody says."""
    return Reading("a band", read_as=read_as, least=least, most=most)


def unreadable(reason: str) -> Reading:
    """Return why there is no value."""
    return Reading("unreadable", reason=reason)
