"""A table of figures as a page shows it: each publication, its dates, its source, its standing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from xl_vsm.parameters import NotInForce, Parameters, Publication, Source, in_use
from xl_vsm.parameters.days import day
from xl_vsm.reference.figure_tables import Grid, SourceKey, grids
from xl_vsm.reference.publications import CERTAINTY, Standing, standing_of


@dataclass(frozen=True, slots=True)
class Published:
    """One publication of a table.

    Attributes:
        publication: itself.
        in_force: whether it answers today.
        marks: what to know of it.
        facts: its dates and certainty, each with what it is called.
        source: the document.
        grids: its figures.
    """

    publication: Publication
    in_force: bool
    marks: tuple[Standing, ...]
    facts: tuple[tuple[str, str], ...]
    source: Source
    grids: tuple[Grid, ...]

    def source_of(self, cell: str) -> Source | None:
        """Return the document that a cell names, where it does."""
        return in_use().sources[cell] if isinstance(cell, SourceKey) else None


@dataclass(frozen=True, slots=True)
class Summary:
    """A table in a line: its title, and how it stands today."""

    key: str
    title: str
    words: str
    marks: tuple[Standing, ...]


def published(name: str, today: date) -> list[Published]:
    """Return every publication of a table: the one in force first, then the newest."""
    now = _in_force(name, today)
    every = [_published(name, each, now) for each in in_use().series(name).publication]
    return sorted(every, key=_first_in_force_then_newest)


def standings(names: tuple[str, ...], today: date) -> list[Summary]:
    """Return how tables stand today, a line each."""
    return [_summary(name, today) for name in names]


def _first_in_force_then_newest(each: Published) -> tuple[bool, int, int]:
    publication = each.publication
    began = -publication.effective_from.toordinal()
    return not each.in_force, began, -publication.published.toordinal()


def _published(name: str, publication: Publication, now: Publication | None) -> Published:
    return Published(
        publication=publication,
        in_force=publication == now,
        marks=tuple(standing_of(publication)),
        facts=tuple(_facts(name, publication)),
        source=in_use().sources[publication.source],
        grids=tuple(grids(publication.table)),
    )


def _facts(name: str, publication: Publication) -> Iterator[tuple[str, str]]:
    until = publication.effective_until
    end = f", until the day before {day(until)}" if until else ""
    yield "Holds from", f"{day(publication.effective_from)}{end}"
    yield "Published", publication.published_words
    if publication.stage != "final":
        yield "Stage", publication.stage
    if publication.replaces:
        yield "Replaces", ", ".join(publication.replaces)
    later = [e.key for e in in_use().series(name).publication if publication.key in e.replaces]
    if later:
        yield "Replaced by", ", ".join(later)
    yield "Certainty", f"{publication.certainty}: {CERTAINTY[publication.certainty]}"
    if in_use().is_own(name, publication):
        yield "Loaded by", "your organisation"
    if publication.basis:
        yield "Basis", publication.basis
    if publication.note:
        yield "Note", publication.note


def _in_force(name: str, today: date) -> Publication | None:
    try:
        return Parameters(today).publication(name)
    except NotInForce:
        return None


def _summary(name: str, today: date) -> Summary:
    now = _in_force(name, today)
    title = in_use().series(name).title
    if now is None:
        return Summary(name, title, "None is in force today", ())
    words = f"In force today: from {day(now.effective_from)}, published {now.published_words}"
    return Summary(name, title, words, tuple(standing_of(now)))
