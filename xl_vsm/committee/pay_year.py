"""The pay year, and which of its days somebody is in post. By calendar days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from xl_vsm.committee.post import Post
from xl_vsm.parameters.days import day
from xl_vsm.rules import Unanswerable

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
        """Return the pay year that a day falls in.

        Raises:
            Unanswerable: the calendar has no whole year there.
        """
        begun = effective.year - ((effective.month, effective.day) < (4, 1))
        if not date.min.year <= begun < date.max.year:
            raise Unanswerable(f"no pay year is known for {day(effective)}")
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

    def has(self, on: date | None) -> bool:
        """Say whether a day is in it; no day is not."""
        return on is not None and self.first <= on <= self.last

    def days_in_post(self, post: Post) -> int:
        """Return on how many of its days a post is held, by the dates in its row.

        Where no date says otherwise, it is held all year.
        """
        return self.within(post.date_of("appointed"), post.date_of("left"))

    def within(self, began: date | None, last: date | None) -> int:
        """Return on how many of its days something lasts.

        Args:
            began: the first day; none for before the year.
            last: the last one; none for after it.
        """
        first = max(self.first, began or self.first)
        end = min(self.last, last or self.last)
        return max(0, (end - first).days + 1)
