"""A formula as a tree, its references told from where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from xl_vsm.excel import ExcelFunction
from xl_vsm.replay.references import Reference
from xl_vsm.replay.scalars import Scalar


class NotWorkedOut(Exception):
    """A formula is not worked out here. The reason follows "not checked:"."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, text or TRUE/FALSE; None for an argument left out."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class Name:
    """A defined name, or a column of one of Excel's tables."""

    text: str


@dataclass(frozen=True, slots=True)
class Ours:
    """A call of one of our functions."""

    function: ExcelFunction
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Wrapper:
    """A call of one of Excel's own functions."""

    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator with what stands on its sides; one side only for a sign or a percent sign."""

    sign: str
    sides: tuple[Node, ...]


Node: TypeAlias = Constant | Reference | Name | Ours | Wrapper | Operation


def height(node: Node) -> int:
    """Return how many calls and operators lie within each other, however many those are."""
    highest, waiting = 0, [(node, 1)]
    while waiting:
        branch, level = waiting.pop()
        highest = max(highest, level)
        below = getattr(branch, "arguments", ()) or getattr(branch, "sides", ())
        waiting += [(each, level + 1) for each in below]
    return highest


def calls_ours(node: Node) -> bool:
    """Say whether one of our functions is anywhere in a formula."""
    return next(function_names(node), None) is not None


def function_names(node: Node) -> Iterator[str]:
    """Give the names of our functions in a formula, from the left."""
    if isinstance(node, Ours):
        yield node.function.name
    for branch in getattr(node, "arguments", ()) or getattr(node, "sides", ()):
        yield from function_names(branch)
