"""The published document that a table was copied from, and who compared the two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from xl_vsm.loading.faults import Fault
from xl_vsm.parameters.days import day

FRAMEWORK = date(2025, 4, 1)
"""The day from which the present framework applies (briefing, S2)."""

_FARTHEST_YEARS = 3


@dataclass(frozen=True, slots=True)
class Document:
    """Where the figures come from, from when they hold, and who says that they were copied right.

    Attributes:
        checked_by: a role or initials, as the record is kept for as long as the figures are.
        effective_until: the first day on which the table no longer holds, if it says so itself.
        replaces: the keys of publications that this one takes the place of.
    """

    title: str
    publisher: str
    url: str
    published: date
    effective_from: date
    checked_by: str
    effective_until: date | None = None
    replaces: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The publication's key, from its two dates."""
        return f"from-{self.effective_from}-published-{self.published}"

    def faults(self, today: date) -> list[Fault]:
        """Return everything that is wrong with what was said of the document."""
        return [*self._words(), *self._dates(today)]

    def _words(self) -> Iterator[Fault]:
        for option, text, what in (
            ("--title", self.title, "the title of the document"),
            ("--publisher", self.publisher, "who published it"),
            ("--checked-by", self.checked_by, "who compared the table with the document"),
        ):
            if not text.strip():
                yield Fault(option, "is blank", what, "Say it")
        parts = urlsplit(self.url)
        spaced = any(ch.isspace() for ch in self.url)
        if parts.scheme != "https" or "." not in (parts.hostname or "") or spaced:
            yield Fault(
                "--source",
                f"{self.url!r} is not the address of a page",
                "an address that begins with https://",
                "Copy it from the browser that shows the published document",
            )

    def _dates(self, today: date) -> Iterator[Fault]:
        if self.effective_from < FRAMEWORK:
            yield Fault(
                "--effective-from",
                f"{day(self.effective_from)} is before the very senior managers pay framework of"
                f" {day(FRAMEWORK)}; the earlier guidance for trusts (NHS Improvement, 2017) and"
                " for ICBs (2021/22) applied then, and it had other bands",
                f"{day(FRAMEWORK)} or later",
                "Give the day from which the published ranges hold",
            )
        if self.published > today:
            yield Fault(
                "--published",
                f"{day(self.published)} has not come yet: today is {day(today)}",
                "the day on which the document was published",
                "Look at its first page; year, month and day are typed in this order",
            )
        if abs((self.published - self.effective_from).days) > _FARTHEST_YEARS * 366:
            yield Fault(
                "--published, --effective-from",
                f"{day(self.published)} and {day(self.effective_from)} are more than"
                f" {_FARTHEST_YEARS} years apart",
                "the dates of one document",
                "Correct the year",
            )
        if self.effective_until is not None and self.effective_until <= self.effective_from:
            yield Fault(
                "--effective-until",
                f"{day(self.effective_until)} is not after {day(self.effective_from)}",
                "the first day on which the table no longer holds",
                "Leave it out unless the document itself sets an end",
            )
        if self.effective_until is not None and self.effective_until.year >= 2099:
            yield Fault(
                "--effective-until",
                f"{day(self.effective_until)} stands for no end",
                "an end that the document itself sets",
                "Leave it out",
            )
