"""What is known of a post: a figure with its reason, or the reason that there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from xl_vsm.checks.case import NO_ANSWER
from xl_vsm.findings import Mark
from xl_vsm.parameters import Parameters
from xl_vsm.rules import OverLimit, Rule
from xl_vsm.rules.rule import Citation

T_co = TypeVar("T_co", covariant=True)

Marks = tuple[Mark, ...]
PENDING: Final[Marks] = ("pending",)
MADE_UP: Final[Marks] = ("illustrative",)
COPIED: Final[Marks] = ("transcribed",)
ORDER: Final[Marks] = (*MADE_UP, *PENDING, *COPIED)

NOT_KNOWN = (*NO_ANSWER, OverLimit)
"""What a rule or a workbook answers where it has no figure. Each says why in words."""


class NotAsked(ValueError):
    """A paper needs something that was not given, or not so that it can be used."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[T_co]):
    """A figure, or none; always with the reason.

    Attributes:
        value: the figure; None where nobody can say.
        why: why it is so, or why there is none.
        rule: the rule that gave it; None for what the workbook itself states.
        cites: the places that it rests on.
        marks: what to know before anybody relies on it: illustrative, transcribed.
        cell: where the workbook states it.
    """

    value: T_co | None
    why: str
    rule: str | None = None
    cites: tuple[Citation, ...] = ()
    marks: Marks = ()
    cell: str | None = None

    @property
    def known(self) -> bool:
        """Whether there is a figure."""
        return self.value is not None


def answer(rule: Rule[Any, Any], *facts: Any, p: Parameters) -> Answer[Any]:
    """Ask a rule, and keep its reason whichever way it answers.

    Args:
        rule: the rule.
        facts: what it takes, in its order.
        p: the day; what the rule looks up counts as used.
    """
    try:
        found = rule.explain(*facts, p)
    except NOT_KNOWN as reason:
        return Answer(None, str(reason), rule.name)
    return Answer(found.answer, found.reason, rule.name, found.cites, marks(rule, p))


def marks(rule: Rule[Any, Any], p: Parameters) -> Marks:
    """Return the marks of the figures that a rule has looked up."""
    return marks_on(rule.rests_on, p)


def marks_on(names: Iterable[str], p: Parameters) -> Marks:
    """Return the marks of figures by their names, of those that have been looked up."""
    used = [p.used[name] for name in names if name in p.used]
    found: list[Mark] = []
    if any(each.illustrative for each in used):
        found.append("illustrative")
    if any(each.transcribed for each in used):
        found.append("transcribed")
    return tuple(found)


def joined(*marks: Marks) -> Marks:
    """Return the marks of what rests on several figures: those of each."""
    found = {mark for each in marks for mark in each}
    return tuple(mark for mark in ORDER if mark in found)
