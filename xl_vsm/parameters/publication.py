"""A published table: what it says, from when it holds, when it became known, and who says so."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SerializeAsAny

from xl_vsm.parameters.days import day
from xl_vsm.parameters.errors import NotInForce
from xl_vsm.parameters.tables import Table

Certainty = Literal["primary", "briefing", "transcribed", "derived", "synthetic"]
"""How far the figures can be trusted.

primary      the publisher's own words were read
briefing     a trade body's summary of the document was read, not the document
transcribed  only secondary copies of the figures were read
derived      worked out from other published figures
synthetic    made up for this package because nothing published was to be had
"""


def _key(value: object) -> object:
    """Keys are single words, so that they can be typed on a command line."""
    if isinstance(value, str) and value and not any(ch.isspace() for ch in value):
        return value
    raise ValueError("must be one word without spaces")


Key = Annotated[str, BeforeValidator(_key)]


class Publication(BaseModel):
    """One table as one document published it. Whole: never a patch on another table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Key
    effective_from: date
    effective_until: date | None = None
    """The first day on which the table no longer holds, where the document itself sets an end."""
    published: date
    published_precision: Literal["day", "month"] = "day"
    stage: Literal["final", "proposed", "withdrawn"] = "final"
    """A withdrawn entry names in `replaces` what it cancels, from the day it was published."""
    replaces: tuple[Key, ...] = ()
    certainty: Certainty
    illustrative: bool = False
    source: Key
    locator: Annotated[str, Field(min_length=1)]
    basis: str = ""
    note: str = ""
    table: SerializeAsAny[Table]

    @property
    def published_words(self) -> str:
        """The day of publication, or the month where the day was not seen."""
        return (
            day(self.published)
            if self.published_precision == "day"
            else (f"{self.published:%B %Y}")
        )

    @property
    def transcribed(self) -> bool:
        """Say whether only secondary copies, or arithmetic, support the figures."""
        return self.certainty in ("transcribed", "derived")

    def covers(self, day: date) -> bool:
        """Say whether the table can hold on a day: it has begun and has not ended."""
        return self.effective_from <= day and (
            self.effective_until is None or day < self.effective_until
        )


class Announcement(BaseModel):
    """A change that a document announces without giving the table that it makes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    effective_from: date
    published: date
    words: Annotated[str, Field(min_length=1)]
    source: Key
    locator: Annotated[str, Field(min_length=1)]


class Series(BaseModel):
    """Every publication of one kind of figure, oldest first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_: Annotated[Literal[1], Field(alias="schema")]
    id: Key
    title: Annotated[str, Field(min_length=1)]
    owner: Annotated[str, Field(min_length=1)]
    checked: date
    """The last day on which somebody looked for a newer publication."""
    before: str = ""
    """What answered before the first publication here, named so that it is refused by name."""
    announced: tuple[Announcement, ...] = ()
    publication: Annotated[tuple[Publication, ...], Field(min_length=1)]

    def known_by(self, known: date | None) -> tuple[Publication, ...]:
        """Return the final publications out by a day, without those withdrawn by then."""
        out = [p for p in self.publication if known is None or p.published <= known]
        gone = {key for p in out if p.stage == "withdrawn" for key in p.replaces}
        return tuple(p for p in out if p.stage == "final" and p.key not in gone)

    def at(self, effective: date, known: date | None = None) -> Publication:
        """Return the publication that answers for a day, from what was known by another.

        Each publication holds from its effective date until the next effective date; where two
        share one, the latest known wins. A real table always beats an illustrative one. There is
        no nearest table: outside the period that the documents cover it raises `NotInForce`.
        """
        begun = [p for p in self.known_by(known) if p.effective_from <= effective]
        candidates = [p for p in begun if not p.illustrative] or begun
        if not candidates:
            raise NotInForce(self._before(effective, known))
        answer = max(candidates, key=lambda p: (p.effective_from, p.published))
        if not answer.covers(effective):
            raise NotInForce(
                f"{self.title}: the latest known to hold began on {day(answer.effective_from)} and"
                f" ended before {day(effective)}; nothing published"
                f"{_by(known)} says what follows"
            )
        return answer

    def overtaken(self, effective: date, known: date | None = None) -> Announcement | None:
        """Return the announced change that the real table for a day does not hold yet, if any.

        An illustrative table is never overtaken: it is made up in any year.
        """
        table = self.at(effective, known)
        if table.illustrative:
            return None
        later = [
            each
            for each in self.announced
            if table.effective_from < each.effective_from <= effective
            and (known is None or each.published <= known)
        ]
        return max(later, key=lambda each: each.effective_from, default=None)

    def others(self, effective: date, known: date | None = None) -> tuple[Publication, ...]:
        """Return what else was ever the answer for this day or an earlier one, newest first."""
        current = self.at(effective, known)
        older = [
            p
            for p in self.known_by(known)
            if p.key != current.key and p.effective_from <= current.effective_from
        ]
        return tuple(sorted(older, key=lambda p: (p.effective_from, p.published), reverse=True))

    def _before(self, effective: date, known: date | None) -> str:
        first = min(self.publication, key=lambda p: (p.effective_from, p.published))
        if known is not None and first.effective_from <= effective:
            return f"{self.title}: nothing for {day(effective)} had been published{_by(known)}"
        earlier = f". {self.before}" if self.before else ""
        return (
            f"{self.title}: the first table here is from {day(first.effective_from)};"
            f" there is none for {day(effective)}{earlier}"
        )


def _by(known: date | None) -> str:
    return "" if known is None else f" by {day(known)}"
