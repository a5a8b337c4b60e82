"""The answer of a rule for every row of a frame."""

from __future__ import annotations

from typing import Any

import pandas as pd

from xl_vsm.columns.kinds import alike, codes
from xl_vsm.columns.together import worked_out
from xl_vsm.columns.values import Integers, facts
from xl_vsm.parameters import Parameters
from xl_vsm.rules.rule import Decision, Rule


def column(rule: Rule[..., Any], frame: pd.DataFrame, p: Parameters) -> pd.Series[Any]:
    """Return the rule's answer for every row of a frame.

    Args:
        rule: one of `xl_vsm.rules`.
        frame: one column for each of the rule's arguments but the last, in any order, named as
            the arguments are. Amounts are Decimal, or numbers, which stand for the decimal that
            they print as; numbers take less time.
        p: the figures, for every row.

    Returns:
        A series on the frame's index, equal to the rule called row by row. Rows that the rule
        cannot tell apart are worked out once: those of the same facts, and, where a rule looks
        an amount up in a table, those between the same two steps of it. Where a rule works an
        amount out it is asked once for all rows that it treats alike.

    Raises:
        KeyError: the frame lacks a column.
    """
    names = rule.arguments
    missing = [name for name in names if name not in frame.columns]
    if missing:
        raise KeyError(f"{rule.name} needs the columns {', '.join(missing)}")
    if rule.amounts <= rule.steps.keys():
        answers, kinds = _by_kind(rule, frame, p)
        of_rows = pd.Series(answers).array.take(kinds)
    else:
        of_rows, left = worked_out(rule, frame, p)
        answers, kinds = _by_kind(rule, frame.iloc[left], p)
        for row, kind in zip(left, kinds, strict=True):
            of_rows[row] = answers[kind]
    return pd.Series(of_rows, index=frame.index, name=rule.name)


def _by_kind(
    rule: Rule[..., Any], frame: pd.DataFrame, p: Parameters
) -> tuple[list[Any], Integers]:
    """Ask once for each kind of row.

    Returns:
        The answers, in the order of the first row of each kind, and which of them is each row's.
    """
    names = rule.arguments
    kinds, firsts = alike([codes(rule, name, frame[name], p) for name in names], len(frame))
    told_apart = [facts(frame[name].iloc[firsts], name in rule.amounts) for name in names]
    found = [rule(*each, p) for each in zip(*told_apart, strict=True)]
    return [each.outcome if isinstance(each, Decision) else each for each in found], kinds
