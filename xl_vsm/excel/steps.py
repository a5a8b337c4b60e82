"""A column of amounts, for a function whose answer goes in steps: a few questions, not one a cell.

A tier, a band, a position in a range: as the amount grows the answer moves on, and never comes
back to one that it has left. So where two amounts have one answer, all between them have it too.
Where the steps are is not looked up but found, by asking the function itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import isfinite
from typing import TypeVar

from xl_vsm.excel.errors import COM_ERRORS

T = TypeVar("T")


def is_amount(raw: object) -> bool:
    """Say whether a raw cell is a number that can be put in order, and no error in disguise."""
    if raw.__class__ is float:
        return isfinite(raw)
    return raw.__class__ is int and raw not in COM_ERRORS


def along_steps(amounts: Iterable[float], ask: Callable[[float], T]) -> dict[float, T]:
    """Answer for each amount, asking only at either side of each step.

    Args:
        amounts: in any order, once or often.
        ask: answers for one amount, and never as it did for a lower one after another answer.
    """
    ordered = sorted(set(amounts))
    if not ordered:
        return {}
    last = len(ordered) - 1
    found = {ordered[0]: ask(ordered[0]), ordered[last]: ask(ordered[last])}
    open_spans = [(0, last)]
    while open_spans:
        low, high = open_spans.pop()
        answer = found[ordered[low]]
        if answer == found[ordered[high]]:
            found.update(dict.fromkeys(ordered[low + 1 : high], answer))
        elif high - low > 1:
            middle = (low + high) // 2
            found[ordered[middle]] = ask(ordered[middle])
            open_spans += [(low, middle), (middle, high)]
    return found
