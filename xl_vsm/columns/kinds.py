"""Which rows a rule cannot tell apart."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from xl_vsm.columns.values import Integers, are_decimals, are_numbers, facts
from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules.rule import Rule

FEW: Final = 65_536
"""Kinds of row, for which there is always room."""


def codes(rule: Rule[..., Any], name: str, values: pd.Series[Any], p: Parameters) -> Integers:
    """Number a column's values so that those which the rule cannot tell apart have one number.

    Args:
        rule: the rule.
        name: which of its arguments they are for.
        values: the column.
        p: the figures.

    Returns:
        A number for each; -1 for a blank.
    """
    if name in rule.steps:
        # Without a table for the day the rule says so itself, if it needs one.
        with suppress(NotInForce):
            return _between(values, sorted(set(rule.steps[name](p.afresh()))))
    return by_value(values)


def by_value(values: pd.Series[Any]) -> Integers:
    """Number what stands in a column by whether it is equal; -1 for a blank."""
    if values.dtype != object and not isinstance(values.dtype, pd.StringDtype):
        numbers: Integers = pd.factorize(values)[0]
        return numbers
    # pandas takes twice as long to do this for words, and forty times for Decimals.
    plain = values.to_list()
    distinct = list(dict.fromkeys(plain))
    blank = pd.Series(distinct, dtype=object).isna()
    number = {
        value: -1 if is_blank else place
        for place, (value, is_blank) in enumerate(zip(distinct, blank, strict=True))
    }
    return np.fromiter(map(number.__getitem__, plain), np.int64, len(plain))


def _between(values: pd.Series[Any], steps: list[Decimal]) -> Integers:
    """Number amounts by the steps that they lie between or on."""
    if are_numbers(values):
        numbers = values.to_numpy(float, na_value=np.nan)
        return np.where(np.isnan(numbers), -1, _places(numbers, np.array(steps, float)))
    exact = np.array(steps, object)
    if are_decimals(values):
        with suppress(InvalidOperation):  # one among them is no number
            return _places(values.to_numpy(), exact)
    known = np.array(facts(values, amounts=True), object)
    filled = known != None  # noqa: E711 - of each one
    if not are_decimals(known[filled]):
        return by_value(values)
    codes = np.full(len(known), -1)
    codes[filled] = _places(known[filled], exact)
    return codes


def _places(amounts: npt.NDArray[Any], steps: npt.NDArray[Any]) -> Integers:
    """Return even numbers for amounts that lie between steps, odd ones for those on a step."""
    below = np.searchsorted(steps, amounts)
    places: Integers = 2 * below + (steps.take(below, mode="clip") == amounts)
    return places


def alike(columns: list[Integers], rows: int) -> tuple[Integers, Integers]:
    """Number rows so that those alike in every column have one number.

    Returns:
        Each row's number, and the first row of each number, in their order.
    """
    together, numbers = np.zeros(rows, np.int64), 1
    for each in columns:
        own = int(each.max(initial=-1)) + 2
        together, numbers = together * own + each + 1, numbers * own
        if numbers > max(rows, FEW):  # few of them are there: numbered anew, without gaps
            together, _ = pd.factorize(together)
            numbers = int(together.max(initial=-1)) + 1
    first = np.full(numbers, rows)
    first[together[::-1]] = np.arange(rows)[::-1]  # what is written last, the first row, stays
    firsts = np.sort(first[first < rows])
    rank = np.empty(rows + 1, np.int64)
    rank[firsts] = np.arange(len(firsts))
    return rank[first[together]], firsts
