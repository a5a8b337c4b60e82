"""The pay year that a report is for, and how much of it somebody was in post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xl_vsm.committee.post import Post
from xl_vsm.reports.plain import day


@dataclass(frozen=True, slots=True)
class PayYear:
    """A pay year: 1 April to 31 March.

    Attributes:
        first: its first day.
        last: its last day.
    """

    first: date
    last: date

    @classmethod
    def of(cls, on: date) -> PayYear:
        """Return the pay year that a day is in."""
        begins = on.year if on >= date(on.year, 4, 1) else on.year - 1
        return cls(date(begins, 4, 1), date(begins + 1, 3, 31))

    @property
    def name(self) -> str:
        """The year as people write it: 2025/26."""
        return f"{self.first.year}/{self.last.year % 100:02d}"

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def words(self) -> str:
        """From when to when it is."""
        return f"{day(self.first)} to {day(self.last)}"

    def has(self, on: date | None) -> bool:
        """Say whether a day is in it; no day is not."""
        return on is not None and self.first <= on <= self.last

    def days_in_post(self, post: Post) -> int:
        """Return on how many of its days the post-holder is in post, by the dates in the row.

        Where no date says otherwise, the post-holder is in post all year.
        """
        begun, left = post.date_of("appointed"), post.date_of("left")
        first = max(self.first, begun) if begun else self.first
        last = min(self.last, left) if left else self.last
        return max((last - first).days + 1, 0)
