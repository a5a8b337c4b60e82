"""Excel's objects as pywin32 lets Python read, set and call them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.hosts.pywin32.objects import CDispatch, PyIDispatch, Thing


class Usable(CDispatch):
    """A thing as Python code uses it, to read, to set and to call."""

    def __getattr__(self, name: str) -> Any:
        if not hasattr(self._oleobj_.thing, name):
            raise AttributeError(name)
        return usable(getattr(self._oleobj_.thing, name))

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._oleobj_.thing, name, value)

    def __call__(self, *args: Any) -> Any:
        return usable(self._oleobj_.thing(*map(bare, args)))

    def __iter__(self) -> Iterator[Any]:
        return map(usable, self._oleobj_.thing)


def usable(value: Any) -> Any:
    if isinstance(value, Thing):
        made = Usable.__new__(Usable)
        made.__dict__["_oleobj_"] = PyIDispatch(value)
        return made
    if callable(value):
        return _method(value)
    return value


def bare(value: Any) -> Any:
    return value._oleobj_.thing if isinstance(value, Usable) else value


def _method(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(*args: Any, **named: Any) -> Any:
        given = {name: bare(value) for name, value in named.items()}
        return usable(function(*map(bare, args), **given))

    return call
