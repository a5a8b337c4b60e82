"""A rule that works an amount out, asked of many rows at once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import NoneType
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from xl_vsm.columns.kinds import alike, codes
from xl_vsm.columns.many import Differ, Many
from xl_vsm.columns.units import OTHER, Units, in_units
from xl_vsm.columns.values import Integers, facts
from xl_vsm.parameters import Parameters
from xl_vsm.rules.rule import Decision, Rule

Answers: TypeAlias = npt.NDArray[Any]

A_FEW: Final = 40
"""So many rows are asked one by one in the time that it takes to ask them together."""
KNOWN: Final = (Many, Decimal, NoneType)
"""Answers that are seen to have no many amounts inside."""


def worked_out(
    rule: Rule[..., Any], frame: pd.DataFrame, p: Parameters
) -> tuple[Answers, Integers]:
    """Ask a rule once for all rows that it treats alike, with all their amounts in its hands.

    Where a rule asks something of the amounts that is true of some only, those and the others
    are asked by themselves. So its own words stay all that is known of it here.

    Returns:
        The answers, and which rows have none: those with amounts that are not read together, those
        with few like them, those that the rule refuses, or does with what `Many` cannot do.
    """
    amounts = {
        name: in_units(frame[name])
        for name in rule.arguments
        if name in rule.amounts and name not in rule.steps
    }
    answers, answered = np.empty(len(frame), object), np.zeros(len(frame), bool)
    for rows, told in _kinds(rule, frame, amounts, p):
        for part, found in _in_parts(rule, told, len(rows), p):
            if isinstance(found, KNOWN):
                answers[rows[part]] = found.decimals if isinstance(found, Many) else found
                answered[rows[part]] = True
    return answers, np.flatnonzero(~answered)


def _kinds(
    rule: Rule[..., Any], frame: pd.DataFrame, amounts: dict[str, Units], p: Parameters
) -> Iterator[tuple[Integers, list[Any]]]:
    """Give the rows of each kind that has more than a few, and their facts, many amounts in one."""
    names = rule.arguments
    kinds, firsts = alike(
        [
            amounts[name].places if name in amounts else codes(rule, name, frame[name], p)
            for name in names
        ],
        len(frame),
    )
    plain = {
        name: facts(frame[name].iloc[firsts], name in rule.amounts)
        for name in names
        if name not in amounts
    }
    counted = np.bincount(kinds, minlength=len(firsts))
    # Small numbers are sorted in time that is linear.
    order = np.argsort(kinds.astype(np.min_scalar_type(len(firsts))), kind="stable")
    ends = np.cumsum(counted)
    for kind in np.flatnonzero(counted > A_FEW):
        rows = order[ends[kind] - counted[kind] : ends[kind]]
        places = [of.places[firsts[kind]] for of in amounts.values()]
        if OTHER not in places:
            told = [
                amounts[name].many(rows) if name in amounts else plain[name][kind] for name in names
            ]
            yield rows, told


def _in_parts(
    rule: Rule[..., Any], told: list[Any], rows: int, p: Parameters
) -> Iterator[tuple[Integers, Any]]:
    """Give the rule's answers, and for which of the rows told of each is."""
    waiting = [np.arange(rows)]
    while waiting:
        part = waiting.pop()
        if len(part) <= A_FEW:
            continue
        try:
            answer = rule(*(_of(each, part) for each in told), p)
        except Differ as differ:
            waiting += [part[differ.so], part[~differ.so]]
        except Exception:
            # Whatever it is, the rule says it again of the first row that it is true of.
            continue
        else:
            yield part, answer.outcome if isinstance(answer, Decision) else answer


def _of(fact: Any, part: Integers) -> Any:
    return Many(fact.units[part], fact.places) if isinstance(fact, Many) else fact
