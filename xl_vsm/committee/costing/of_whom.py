"""Whose pay is held against ranges and scales, and against which lines besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from xl_vsm.committee.costing.model import Costing, PostLine
from xl_vsm.committee.limit import limit_of
from xl_vsm.committee.paper import Level
from xl_vsm.parameters.days import day

LIMIT_CELL: Final = "approval_limit"
TOP_CELL: Final = "afc_9_top"


def of_whom(of: Costing) -> str:
    """Say whose pay is counted among what is held against ranges and scales."""
    others = len(of.posts) - len(of.held)
    left = f": {others} of those costed {'is' if others == 1 else 'are'} not" if others else ""
    return (
        f"The lists, counts and medians here are of the posts held on {day(of.p.effective)}{left}."
        " Where a post changed hands in the year, it is in them once. The costs of the year are of"
        " every post."
    )


def levels_of(of: Costing, drawn: Iterable[PostLine]) -> Iterator[tuple[str, Level]]:
    """Give what every salary is held against besides its range, where it is known.

    Args:
        of: the costing.
        drawn: the posts that the picture shows.

    Yields:
        The name of its cell on the sheet of assumptions, and the line itself.
    """
    limit = limit_of(each.limit for each in drawn)
    if limit is not None:
        yield LIMIT_CELL, limit
    if of.overlap:
        top = of.overlap.tops[of.overlap.bands.index("9")]
        yield TOP_CELL, Level(f"Top of Agenda for Change band 9, {of.overlap.scale}", top)
