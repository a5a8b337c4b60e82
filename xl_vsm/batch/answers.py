"""Where workbooks are checked, as a run sees it, and the plainest such place: here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol


class Lost(Exception):
    """What checks the workbooks has gone for good, so nothing more will come of it."""


class Answer(Protocol):
    """What will come of something, as a `concurrent.futures.Future` is."""

    def result(self) -> Any:
        """Wait for it and return it, or raise what was raised."""

    def cancel(self) -> bool:
        """Give it up if it has not begun, and say whether it was given up."""


class Executor(Protocol):
    """What does things, as any `concurrent.futures.Executor` will: a cluster's as well.

    That module is not brought in here: it takes as long as checking a small workbook.
    """

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Answer:
        """Have it done."""


class Here:
    """Does each thing when it is asked for, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Done:
        """Do it now, and return what is done."""
        try:
            return Done(fn(*args, **kwargs))
        except Exception as fault:
            return Done(fault=fault)


class Done:
    """What has come of something already."""

    def __init__(self, value: Any = None, fault: Exception | None = None) -> None:
        """Take what was returned, or what was raised."""
        self._value = value
        self._fault = fault

    def result(self) -> Any:
        """Return it, or raise what was raised."""
        if self._fault is not None:
            raise self._fault
        return self._value

    def cancel(self) -> bool:
        """Say that it is too late."""
        return False
