"""Each rule on a column of many rows, beside the same rule called row by row."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pandas as pd

from xl_vsm.columns import column
from xl_vsm.parameters import Parameters
from xl_vsm.rules import REGISTRY, OrganisationType, Outcome, Role

ONE_BY_ONE = 20_000
"""Rows for which the rule is called one by one; what that takes is linear in rows."""
DAY = date(2025, 6, 1)


def rules(rows: int) -> Iterator[str]:
    """Give the table of each rule that takes amounts."""
    exact = _facts(rows)
    numbers = exact.assign(**{name: exact[name].astype(float) for name in ("pay", "size")})
    yield f"| rule, {rows:,} rows | one by one, µs a row | Decimals, µs | times | numbers | times |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name, made in REGISTRY.items():
        of = {each: FACTS[each] for each in made.arguments if each in FACTS}
        if len(of) < len(made.arguments):
            continue
        told = "looked up" if made.steps else "worked out"
        one = _one_by_one(name, numbers, of)
        by = [_column(name, frame, of) for frame in (exact, numbers)]
        cells = " | ".join(f"{took:.2f} | {one / took:.1f}" for took in by)
        yield f"| `{name}`, {told} | {one:.2f} | {cells} |"


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


def _named(frame: pd.DataFrame, of: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame({name: frame[source] for name, source in of.items()}, copy=False)


def _column(name: str, frame: pd.DataFrame, of: dict[str, str]) -> float:
    p, named = Parameters(DAY), _named(frame, of)
    column(REGISTRY[name], named.head(2), p)
    began = time.perf_counter()
    column(REGISTRY[name], named, p)
    return (time.perf_counter() - began) / len(named) * 1e6


def _one_by_one(name: str, numbers: pd.DataFrame, of: dict[str, str]) -> float:
    """Time the loop that somebody writes who has a frame of numbers and a rule."""
    p, made = Parameters(DAY), REGISTRY[name]
    named = _named(numbers.head(ONE_BY_ONE), of)
    amounts = [each in made.amounts for each in made.arguments]
    began = time.perf_counter()
    for row in named.itertuples(index=False, name=None):
        facts = zip(row, amounts, strict=True)
        made(*(Decimal(str(each)) if is_amount else each for each, is_amount in facts), p)
    return (time.perf_counter() - began) / len(named) * 1e6
