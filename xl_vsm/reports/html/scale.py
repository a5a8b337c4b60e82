"""Where an amount stands on a chart, from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from statistics import median
from typing import Final

from xl_vsm.findings import PostReport

MARGIN: Final = 5.5
"""What stays free at either side, in per cent of the width, for half a label on a telephone."""
_MOST_STEPS: Final = 6
_NARROWEST: Final = Decimal(10_000)
_ANY_PAY: Final = Decimal(10_000_000)
"""An amount from here on is a slip of the keyboard: no scale is made for it."""
_FAR_ABOVE: Final = 2
_FAR_BELOW: Final = Decimal("0.5")
"""Pay this far from every range is an arrow at the edge: it would leave the others no room."""


@dataclass(frozen=True)
class Scale:
    """The amounts that a chart spans.

    Attributes:
        low: the amount at the left.
        high: the amount at the right.
        step: from one line of the grid to the next.
    """

    low: Decimal
    high: Decimal
    step: Decimal

    def at(self, amount: Decimal) -> float:
        """Return where an amount stands, in per cent of the chart's width."""
        within = min(max(amount, self.low), self.high)
        share = float((within - self.low) / (self.high - self.low))
        return MARGIN + share * (100 - 2 * MARGIN)

    def off(self, amount: Decimal) -> str:
        """Return "left" or "right" for an amount off the chart; nothing for one on it."""
        if amount < self.low:
            return "left"
        return "right" if amount > self.high else ""

    def steps(self) -> Iterator[Decimal]:
        """Give the amounts that have a line of the grid."""
        amount = self.low
        while amount <= self.high:
            yield amount
            amount += self.step


def scale_for(posts: Sequence[PostReport]) -> Scale:
    """Return the scale on which all these posts can be compared."""
    known = [amount for post in posts for amount in compared_with(post)]
    salaries = [post.salary for post in posts if abs(post.salary) < _ANY_PAY]
    usual = known or [median(salaries or [_NARROWEST])]
    bounds = min(usual) * _FAR_BELOW, max(usual) * _FAR_ABOVE
    within = [amount for amount in salaries if bounds[0] <= amount <= bounds[1]]
    return _rounded([*known, *within] or list(bounds))


def compared_with(post: PostReport) -> Iterable[Decimal]:
    """Give what is known of a post's range, and the top of band 9."""
    figures = (
        post.minimum,
        post.operational_maximum,
        post.exception_zone_maximum,
        post.band_9_top,
    )
    return (amount for amount in figures if amount is not None and amount < _ANY_PAY)


def _rounded(amounts: Sequence[Decimal]) -> Scale:
    low, high = min(amounts), max(amounts)
    span = max(high - low, _NARROWEST)
    step = next(each for each in _steps(span) if each * (_MOST_STEPS - 1) >= span)
    start = (low / step).to_integral_value(ROUND_FLOOR) * step
    end = (high / step).to_integral_value(ROUND_CEILING) * step
    return Scale(start, end if end > start else start + step, step)


def _steps(span: Decimal) -> Iterator[Decimal]:
    """Give 1, 2 and 5, and so on, from well below a span to above it."""
    power = span.adjusted() - 2
    while True:
        for first in (1, 2, 5):
            yield Decimal(first).scaleb(power)
        power += 1
