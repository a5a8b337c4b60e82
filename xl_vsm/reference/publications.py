"""What to know of a published table before anybody relies on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from xl_vsm.parameters import Publication
from xl_vsm.parameters.tables import WithholdingTerms

CERTAINTY = {
    "primary": "the publisher's own words were read",
    "briefing": "a trade body's summary of the document was read, not the document",
    "transcribed": "only secondary copies of the figures were read",
    "derived": "worked out from other published figures",
    "synthetic": "made up for this package because nothing published was to be had",
}
"""How far the figures can be trusted."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A mark that goes with whatever rests on a publication.

    Attributes:
        mark: the mark.
        words: what it means here.
    """

    mark: Literal["illustrative", "pending", "transcribed"]
    words: str

    def __str__(self) -> str:
        """Return it as a sentence."""
        return f"{self.mark.capitalize()}: {self.words}."


def standing_of(publication: Publication) -> Iterator[Standing]:
    """Return the marks of a publication."""
    table = publication.table
    if publication.illustrative:
        yield Standing("illustrative", "made up, published by nobody")
    if isinstance(table, WithholdingTerms) and not table.decided:
        yield Standing("pending", "under review, nothing decided")
    if publication.transcribed:
        yield Standing("transcribed", CERTAINTY[publication.certainty])


def marks_of(publications: Iterable[Publication]) -> list[Standing]:
    """Return the marks of several publications, each once."""
    return list(dict.fromkeys(mark for each in publications for mark in standing_of(each)))
