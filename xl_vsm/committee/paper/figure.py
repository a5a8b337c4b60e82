"""A figure in a paper: its value, how it is written, and the note that says whence it comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from xl_vsm.findings import Mark
from xl_vsm.reports.plain import day
from xl_vsm.rules.money import percent, pounds

Kind = Literal["text", "money", "rate", "date", "number", "ratio", "people"]
"""How a value is written: money in pounds, a rate as a percentage, people in whole numbers."""
Value = str | Decimal | int | date | None

UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that a paper shows.

    Attributes:
        value: the value; None where nobody can say.
        kind: how it is written.
        note: the number of the note on the rule that gave it.
        marks: what to know before anybody relies on it.
        formula: the same, for a spreadsheet to work out afresh; of the value's own cell.
    """

    value: Value
    kind: Kind = "text"
    note: int | None = None
    marks: tuple[Mark, ...] = ()
    formula: str | None = None

    @property
    def text(self) -> str:
        """The value as people write it, with its marks in words and without its note."""
        if self.value is None:
            return UNKNOWN
        return with_marks(shown(self.value, self.kind), self.marks)


def with_marks(words: str, marks: tuple[Mark, ...]) -> str:
    """Return words, and behind them what must be known before anybody relies on them."""
    return f"{words} ({', '.join(marks)})" if marks else words


def shown(value: Value, kind: Kind) -> str:
    """Write a value as people do; nothing for none."""
    if value is None:
        return ""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal | int):
        if kind == "money":
            return pounds(Decimal(value))
        if kind == "rate":
            return percent(Decimal(value))
        if kind == "ratio":
            return f"{value:.2f}"
        return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return value
