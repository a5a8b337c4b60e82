"""Each rule on a column of many rows, beside the same rule called row by row."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from xl_vsm.columns import column
from xl_vsm.parameters import Parameters
from xl_vsm.rules import REGISTRY, OrganisationType, Outcome, Role
from xl_vsm.rules.rule import Rule

ONE_BY_ONE = 20_000
"""Rows for which the rule is called one by one; what that takes is linear in rows."""
ROUNDS = 2
DAY = date(2025, 6, 1)
AMOUNTS = ("pay", "size", "nothing")


@dataclass(frozen=True)
class Took:
    """Microseconds a row: one by one, a tenth of the rows as a column, and all of them."""

    one: float
    tenth: float
    whole: float


def rules(rows: int) -> Iterator[str]:
    """Give the table of each rule that takes amounts: once for numbers, once for Decimals."""
    exact = _facts(rows)
    numbers = exact.assign(**{name: exact[name].astype(float) for name in AMOUNTS})
    sizes = f"{rows // 10:,} rows | {rows:,} rows | times"
    yield f"| µs a row | numbers, one by one | {sizes} | Decimals, one by one | {sizes} |"
    yield f"|---|{'--:|' * 8}"
    for name, made in REGISTRY.items():
        if set(made.arguments) <= FACTS.keys():
            told = "looked up" if made.steps else "worked out"
            cells = " | ".join(_cells(_timed(made, frame)) for frame in (numbers, exact))
            yield f"| `{name}`, {told} | {cells} |"


FACTS = {
    **dict.fromkeys(("salary", "pensionable_pay", "pay", "base_salary"), "pay"),
    "size": "size",
    "non_pensionable": "nothing",
    "organisation_type": "kind",
    "role": "role",
    "outcome": "outcome",
    "band": "band",
}
"""Which column has the facts of which argument."""


def _facts(rows: int) -> pd.DataFrame:
    chance = random.Random(1)
    return pd.DataFrame(
        {
            "pay": [Decimal(chance.randrange(30_000_000)) / 100 for _ in range(rows)],
            "size": [Decimal(chance.randrange(1, 2_000_000_000)) for _ in range(rows)],
            "nothing": [Decimal(0)] * rows,
            "kind": chance.choices(list(OrganisationType), k=rows),
            "role": chance.choices([Role.CHIEF_EXECUTIVE, Role.DIRECTOR], k=rows),
            "outcome": chance.choices([Outcome.AWARD, Outcome.WITHHOLD], k=rows),
            "band": chance.choices(["8d", "9"], k=rows),
        }
    )


def _timed(made: Rule[..., Any], facts: pd.DataFrame) -> Took:
    frame = pd.DataFrame({name: facts[FACTS[name]] for name in made.arguments}, copy=False)
    few, tenth = frame.head(ONE_BY_ONE), frame.head(len(frame) // 10)
    p = Parameters(DAY)
    return Took(
        _best(lambda: _one_by_one(made, few, p)) / len(few),
        _best(lambda: column(made, tenth, p)) / len(tenth),
        _best(lambda: column(made, frame, p)) / len(frame),
    )


def _one_by_one(made: Rule[..., Any], frame: pd.DataFrame, p: Parameters) -> None:
    """Go through a frame as somebody does who has one and a rule."""
    amounts = [name in made.amounts and frame[name].dtype == float for name in made.arguments]
    for row in frame.itertuples(index=False, name=None):
        facts = zip(row, amounts, strict=True)
        made(*(Decimal(str(each)) if is_number else each for each, is_number in facts), p)


def _best(call: Callable[[], object]) -> float:
    """Return the microseconds of the processor's time that a call takes: the best."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        call()
        best = min(best, time.process_time() - began)
    return best * 1e6


def _cells(took: Took) -> str:
    return f"{took.one:.2f} | {took.tenth:.2f} | {took.whole:.2f} | {took.one / took.whole:.1f}"
