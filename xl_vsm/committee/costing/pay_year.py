"""The pay year, and which of its days somebody is in post. By calendar days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from xl_vsm.parameters.days import day

BY_DAYS = (
    "A part-year is by calendar days: each yearly amount times the days in post, over the days of"
    " the pay year, to the penny. No source gives a method."
)


@dataclass(frozen=True, slots=True)
class PayYear:
    """1 April to 31 March."""

    first: date
    last: date

    @classmethod
    def of(cls, effective: date) -> PayYear:
        """Return the pay year that a day falls in."""
        begun = effective.year - ((effective.month, effective.day) < (4, 1))
        return cls(date(begun, 4, 1), date(begun + 1, 3, 31))

    @property
    def days(self) -> int:
        """How many days it has: 366 with a 29 February."""
        return (self.last - self.first).days + 1

    @property
    def name(self) -> str:
        """As people say it: 2025/26."""
        return f"{self.first.year}/{self.last.year % 100:02d}"

    @property
    def words(self) -> str:
        """Its first and last day."""
        return f"{day(self.first)} to {day(self.last)}"

    @property
    def next_first(self) -> date:
        """The first day of the next one."""
        return self.last + timedelta(days=1)

    def within(self, began: date | None, last: date | None) -> int:
        """Return on how many of its days something lasts.

        Args:
            began: the first day; none for before the year.
            last: the last one; none for after it.
        """
        first = max(self.first, began or self.first)
        end = min(self.last, last or self.last)
        return max(0, (end - first).days + 1)
