"""Colours, and rules of conditional formatting, as Excel's COM objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.hosts.pywin32.objects import ComError, Thing
from tests.open_book.model import Page, Rule

EXPRESSION = 2


def _hexadecimal(colour: int) -> str:
    """Return a colour that COM counts blue, green, red as people write it."""
    return f"#{colour & 255:02x}{colour >> 8 & 255:02x}{colour >> 16:02x}"


@dataclass
class Interior(Thing):
    """The fill of something."""

    filled: Callable[[], Iterable[Any]]

    def _fill(self, colour: int) -> None:
        for each in self.filled():
            each.fill = _hexadecimal(colour)

    Color = property(None, _fill)


@dataclass
class FormatCondition(Thing):
    """A rule."""

    page: Page
    rule: Rule
    Type: int = EXPRESSION
    StopIfTrue: bool = False

    @property
    def Formula1(self) -> str:
        return self.rule.formula

    @property
    def Interior(self) -> Interior:
        return Interior(lambda: [self.rule])

    def SetFirstPriority(self) -> None:
        self.page.rules.remove(self.rule)
        self.page.rules.insert(0, self.rule)

    def Delete(self) -> None:
        if self.page.protected:
            raise ComError(-2147352567, "the sheet is protected")
        self.page.rules.remove(self.rule)


@dataclass
class FormatConditions(Thing):
    """The rules of a sheet, the first to hold first."""

    page: Page

    def __iter__(self) -> Iterator[FormatCondition]:
        return iter([FormatCondition(self.page, rule) for rule in self.page.rules])

    def __call__(self, number: int) -> FormatCondition:
        return FormatCondition(self.page, self.page.rules[number - 1])

    def Add(self, Type: int, Formula1: str) -> FormatCondition:  # noqa: N803 - COM's own names
        if self.page.protected:
            raise ComError(-2147352567, "the sheet is protected")
        assert Type == EXPRESSION
        rule = Rule(Formula1)
        self.page.rules.append(rule)
        return FormatCondition(self.page, rule)
