"""The figures that worksheet functions answer from, how they ask a rule, and the mark."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from xl_vsm import clock
from xl_vsm.parameters import Parameters
from xl_vsm.rules import Rule

if TYPE_CHECKING:
    from xl_vsm.parameters import Store

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


@dataclass(slots=True)
class Terms:
    """By which figures calls are answered again, and which of them they rested on.

    Attributes:
        today: the day that a date left out stands for.
        known: what had been published by this day, where a call does not say.
        store: where the figures are kept; where worksheet functions look if None.
        took_today: whether a call left its date out.
        views: the figures that were used, for each pair of days.
    """

    today: date
    known: date | None = None
    store: Store | None = None
    took_today: bool = False
    views: dict[tuple[date, date | None], Parameters] = field(default_factory=dict)

    def figures(self, effective: date | None, known: date | None) -> Parameters:
        """Return the figures that a call asks for, and note that it did."""
        self.took_today = self.took_today or effective is None
        key = (effective or self.today, known or self.known)
        if key not in self.views:
            self.views[key] = Parameters(*key, self.store)
        return self.views[key]


_terms: ContextVar[Terms | None] = ContextVar("terms", default=None)


@contextmanager
def answering_by(terms: Terms) -> Iterator[Terms]:
    """Answer every call meanwhile by other figures than those that Excel is answered by."""
    token = _terms.set(terms)
    try:
        yield terms
    finally:
        _terms.reset(token)


def figures(effective: date | None, known: date | None = None) -> Parameters:
    """Return the figures for a day, today where none is given, as published by another."""
    terms = _terms.get()
    if terms is not None:
        return terms.figures(effective, known)
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
