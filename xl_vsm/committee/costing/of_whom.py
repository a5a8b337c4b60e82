"""Whose pay is held against ranges and scales, and against which lines besides."""

from __future__ import annotations

from collections.abc import Iterator

from xl_vsm.committee.costing.model import Costing
from xl_vsm.committee.paper import Level
from xl_vsm.parameters.days import day


def of_whom(of: Costing) -> str:
    """Say whose pay is counted among what is held against ranges and scales."""
    others = len(of.posts) - len(of.held)
    left = f": {others} of those costed {'is' if others == 1 else 'are'} not" if others else ""
    return (
        f"The lists, counts and medians here are of the posts held on {day(of.p.effective)}{left}."
        " Where a post changed hands in the year, it is in them once. The costs of the year are of"
        " every post."
    )


def levels_of(of: Costing) -> Iterator[Level]:
    """Give what every salary is held against besides its range, where it is known."""
    if of.limit is not None:
        yield of.limit
    if of.overlap:
        top = of.overlap.tops[of.overlap.bands.index("9")]
        yield Level(f"Top of Agenda for Change band 9, {of.overlap.scale}", top)
