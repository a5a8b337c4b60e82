"""The figures that worksheet functions answer from, how they ask a rule, and the mark."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar

from xl_vsm import clock
from xl_vsm.parameters import Parameters
from xl_vsm.rules import Rule

P = ParamSpec("P")
R = TypeVar("R")

EFFECTIVE = "the day the answer is for; today when left blank"
KNOWN = "as published by this day; everything in this release when left blank"
ROLE = "chief executive or director"
ORGANISATION_TYPE = "trust (NHS trust, foundation trust, provider) or ICB"
SIZE = "annual turnover in £ for a trust, weighted population for an ICB; combined for a group"

_asked: ContextVar[list[tuple[Rule[..., Any], tuple[Any, ...]]] | None] = ContextVar(
    "asked", default=None
)


def figures(effective: date | None, known: date | None = None) -> Parameters:
    """Return the figures for a day, today where none is given, as published by another."""
    return _figures(effective or clock.today(), known)


@lru_cache(maxsize=64)
def _figures(effective: date, known: date | None) -> Parameters:
    return Parameters(effective, known)


def ask(rule: Rule[P, R], *facts: P.args, **named: P.kwargs) -> R:
    """Ask a rule, so that VSM_EXPLAIN can ask it again for the reason."""
    asked = _asked.get()
    if asked is not None:
        asked.append((rule, facts))
    return rule(*facts, **named)


@contextmanager
def noting() -> Iterator[list[tuple[Rule[..., Any], tuple[Any, ...]]]]:
    """Note which rules are asked, and of which facts."""
    asked: list[tuple[Rule[..., Any], tuple[Any, ...]]] = []
    token = _asked.set(asked)
    try:
        yield asked
    finally:
        _asked.reset(token)


def marked(answer: str, p: Parameters, name: str) -> str:
    """Add " (illustrative)" to an answer that rests on made-up figures."""
    return f"{answer} (illustrative)" if p.publication(name).illustrative else answer
