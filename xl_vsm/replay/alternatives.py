"""Answering by the figures of the run, and by others that may have been in force once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from xl_vsm.clock import today
from xl_vsm.excel.view import Terms, answering_by
from xl_vsm.parameters import Parameters, shipped
from xl_vsm.parameters.days import day
from xl_vsm.replay.tree import NotWorkedOut

T = TypeVar("T")


class Answering:
    """By which figures the copies of one formula are answered.

    Each formula has its own, so that what it rests on is told apart from what others do.
    """

    def __init__(self, p: Parameters) -> None:
        """Take the figures of the run."""
        self._p = p
        self._now = Terms(today(), p.known, p.store)
        self._then = Terms(p.effective, p.known, p.store)
        self._others: list[tuple[str, Terms]] | None = None

    @property
    def took_today(self) -> bool:
        """Whether the formula leaves out the day, so that its answer changes with the calendar."""
        return self._now.took_today

    @property
    def figures(self) -> Parameters:
        """The figures that the answers rest on: made-up ones, where any of them are."""
        views = list(self._now.views.values()) or [self._p]
        return next((view for view in views if view.illustrative), views[0])

    def now(self, ask: Callable[[], T]) -> T:
        """Ask by the figures of the run."""
        with answering_by(self._now):
            return ask()

    def on_the_workbooks_day(self, ask: Callable[[], T]) -> T:
        """Ask as if the day that the workbook is for were today."""
        with answering_by(self._then):
            return ask()

    def once(self, agrees: Callable[[], bool]) -> str:
        """Say by which other figures a stored answer is right, in words; nothing if by none.

        Args:
            agrees: whether the stored answer is what the formula gives meanwhile.
        """
        if self._others is None:
            self._others = list(self._other_terms())
        for words, terms in self._others:
            try:
                with answering_by(terms):
                    if agrees():
                        return words
            except NotWorkedOut:
                continue
        return ""

    def _other_terms(self) -> Iterator[tuple[str, Terms]]:
        if self._p.store.own is not None:
            words = "the figures of this release without those that you have loaded"
            yield words, replace(self._now, store=shipped(), views={})
        names = {name for view in self._now.views.values() for name in view.used}
        dates = {
            publication.published
            for name in names
            for publication in self._p.store.series(name).publication
        }
        for published in sorted(dates, reverse=True):
            before = published - timedelta(days=1)
            if self._p.known is None or before < self._p.known:
                words = f"what had been published by {day(before)}"
                yield words, replace(self._now, known=before, views={})
        if self._p.known is not None:
            yield "what has been published since", replace(self._now, known=None, views={})
