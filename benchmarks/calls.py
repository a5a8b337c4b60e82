"""The calls that are timed: each worksheet function on one cell and on ten thousand.

Nothing of the project is imported here: functions look at their host when they are defined.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

CELLS = 10_000
DAY = 45748.0
"""1 April 2025, as Excel counts days."""
FLOORS = ("IDENTITY", "IDENTITY_RAW")

_random = random.Random(1)
SALARIES = [[round(_random.uniform(20_000, 300_000), 2)] for _ in range(CELLS)]
"""No two alike, but for chance: nothing is answered from memory."""
SEGMENTS = [[_random.randint(1, 5)] for _ in range(CELLS)]
SIZES = [[float(_random.randint(50_000_000, 1_500_000_000))] for _ in range(CELLS)]
APPOINTED = [[float(_random.randint(40_000, 45_700))] for _ in range(CELLS)]
OUTCOMES = [[_random.choice(["award", "withhold"])] for _ in range(CELLS)]


@dataclass(frozen=True)
class Timed:
    """One function, and what it is given for a column and for one cell."""

    function: str
    column: tuple[Any, ...]

    @property
    def cell(self) -> tuple[Any, ...]:
        """The first row of the column."""
        return tuple(given[0][0] if isinstance(given, list) else given for given in self.column)


FLOOR_CALLS = tuple(Timed(name, (SALARIES,)) for name in FLOORS)

_PLACE = ("director", "trust", 612e6, DAY)
CALLS = (
    Timed("NHS_PENSION_TIER", (SALARIES, DAY)),
    Timed("NHS_PENSION_RATE", (SALARIES, DAY)),
    Timed("NHS_PENSION_CONTRIBUTION", (SALARIES, DAY)),
    Timed("NHS_PAYBILL", (SALARIES, 0.0, DAY)),
    Timed("AFC_OVERLAP", (SALARIES, "9", DAY)),
    Timed("VSM_BAND", ("trust", SIZES, DAY)),
    Timed("VSM_RANGE", ("director", "trust", SIZES, DAY)),
    Timed("VSM_POSITION", (SALARIES, *_PLACE)),
    Timed("VSM_APPROVAL", (SALARIES, *_PLACE)),
    Timed("VSM_PREMIUM", (SALARIES, "exceptional performance", 0.05, None, DAY)),
    Timed("VSM_WITHHOLD", (SEGMENTS, True, False, APPOINTED, DAY)),
    Timed("VSM_AWARD", (SALARIES, OUTCOMES, DAY)),
)

NOT_TIMED = {"VSM_EXPLAIN", "VSM_STATUS"}
"""Asked once for a sheet, in words, and not down a column."""


def untimed(functions: Iterable[str]) -> set[str]:
    """Return which of the functions no call here asks."""
    return set(functions) - {call.function for call in CALLS} - NOT_TIMED
