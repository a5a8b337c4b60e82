"""What is shown of a group: how many, and where its pay lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import mean, median
from typing import Final

from xl_vsm.committee.post import Post
from xl_vsm.findings import Mark
from xl_vsm.rules import Position
from xl_vsm.rules.money import percent

WHOLE_PERCENT: Final = Decimal("0.01")
THOUSAND: Final = Decimal(1000)
"""Pounds to which averages are rounded: no source says, it is this package's own rule."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The pay of some posts.

    Attributes:
        count: how many posts they are.
        median: the middle of their full-time salaries, unrounded.
        mean: their average, unrounded.
        place: the middle of their places in their ranges, 0 at the minimum and 1 at the
            operational maximum; None where the range is known for too few of them.
        marks: what must be known of the ranges before anybody relies on a place in them.
    """

    count: int
    median: Decimal
    mean: Decimal
    place: Decimal | None
    marks: tuple[Mark, ...]


def measured(posts: Sequence[Post], least: int) -> Measured:
    """Measure the pay of some posts, at least one.

    Args:
        posts: the posts, each of which states its salary.
        least: for how many of them the range must be known for their place in it to be told.
    """
    salaries = [post.salary.value for post in posts if post.salary.value is not None]
    places = [place for place in map(place_in_range, posts) if place is not None]
    marks = tuple(dict.fromkeys(mark for post in posts for mark in post.range.marks))
    middle = median(places) if len(places) >= least else None
    return Measured(len(posts), median(salaries), mean(salaries), middle, marks)


def place_in_range(post: Post) -> Decimal | None:
    """Return how far a salary lies from its minimum towards the operational maximum, as a share.

    Below the minimum it is less than 0, and above the operational maximum more than 1. It is None
    where the range is not known.
    """
    found, salary = post.range.value, post.salary.value
    if found is None or salary is None or found.operational_maximum == found.minimum:
        return None
    return (salary - found.minimum) / (found.operational_maximum - found.minimum)


def shown_salary(amount: Decimal) -> Decimal:
    """Return an average salary as it is shown: to the nearest thousand pounds.

    Exact averages, beside a list of salaries, would tell who is in a group.
    """
    return (amount / THOUSAND).quantize(Decimal(1), ROUND_HALF_UP) * THOUSAND


def shown_place(place: Decimal) -> Decimal:
    """Return a place in the range as it is shown: in whole percentages."""
    return place.quantize(WHOLE_PERCENT, ROUND_HALF_UP)


def gap(of: Decimal, against: Decimal) -> str:
    """Say by how much an average is lower or higher than another, in whole percentages of that.

    Args:
        of: the average.
        against: the other, of the largest group.
    """
    if against == 0:
        return "no share of £0 can be given"
    difference = ((of - against) / against).quantize(WHOLE_PERCENT, ROUND_HALF_UP)
    if difference == 0:
        return "under 1% apart"
    return f"{percent(abs(difference))} {'lower' if difference < 0 else 'higher'}"


def by_position(posts: Sequence[Post]) -> dict[Position | None, int]:
    """Count posts by where their salaries lie in their ranges; None where that is not known."""
    counts: dict[Position | None, int] = {**dict.fromkeys(Position, 0), None: 0}
    for post in posts:
        counts[post.position(post.salary.value).value] += 1
    return counts
