"""A column of amounts as whole numbers."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import numpy as np
import pandas as pd

from xl_vsm.columns.many import Many
from xl_vsm.columns.values import TRIED, Integers, are_decimals, are_numbers, are_repeated, facts

BLANK: Final = -1
OTHER: Final = 0
"""What is no amount, too large, or has more places than any of these."""
PLACES: Final = (2, 6)
"""Amounts of money have two; rates and multipliers have more, and so may amounts worked out."""
BELOW: Final = 10**13
"""Of fifteen digits every number is the one decimal that it prints as, and a rule may multiply."""


@dataclass(frozen=True, slots=True)
class Units:
    """A column of amounts.

    Args:
        whole: the whole numbers.
        places: for each, how many of its digits stand behind the point; or BLANK, or OTHER.
    """

    whole: Integers
    places: Integers

    def many(self, rows: Integers) -> Many | None:
        """Return the amounts of rows that have as many places, for a rule; None for blanks."""
        places = int(self.places[rows[0]])
        return None if places == BLANK else Many(self.whole[rows], places)


def in_units(values: pd.Series[Any]) -> Units:
    """Read a column of amounts as whole numbers, each exactly."""
    if are_numbers(values):
        return _of_numbers(values)
    if are_decimals(values):
        with suppress(ValueError, ArithmeticError):  # one among them is no number, or past counting
            return _of_decimals(values.to_list())
    known = facts(values, amounts=True)
    places = np.fromiter((BLANK if each is None else OTHER for each in known), np.int64, len(known))
    whole = np.zeros(len(known), np.int64)
    rows = [row for row, each in enumerate(known) if isinstance(each, Decimal) and _fits(each)]
    read = _of_decimals([known[row] for row in rows])
    whole[rows], places[rows] = read.whole, read.places
    return Units(whole, places)


def _fits(amount: Decimal) -> bool:
    return amount.is_finite() and abs(amount) * 10 ** PLACES[0] < BELOW


def _of_numbers(values: pd.Series[Any]) -> Units:
    numbers = values.to_numpy(float, na_value=np.nan)
    whole = np.zeros(len(numbers), np.int64)
    places = np.where(np.isnan(numbers), BLANK, OTHER)
    for count in PLACES:
        rows = np.flatnonzero(places == OTHER)
        with np.errstate(over="ignore"):  # endless, and so too large
            units = np.rint(numbers[rows] * 10**count)
        right = (np.abs(units) < BELOW) & (units / 10**count == numbers[rows])
        whole[rows[right]], places[rows[right]] = units[right], count
    return Units(whole, places)


def _of_decimals(amounts: list[Decimal]) -> Units:
    # To find one that was read before takes a third of the time that it takes to read it.
    if not are_repeated(amounts[:TRIED]):
        return _each(amounts)
    distinct = dict.fromkeys(amounts)
    read, place = _each(list(distinct)), dict(zip(distinct, range(len(distinct)), strict=True))
    rows = np.fromiter(map(place.__getitem__, amounts), np.int64, len(amounts))
    return Units(read.whole[rows], read.places[rows])


def _each(amounts: list[Decimal]) -> Units:
    whole = np.zeros(len(amounts), np.int64)
    places = np.full(len(amounts), OTHER)
    for count in PLACES:
        rows = np.flatnonzero(places == OTHER)
        of = [amounts[row] for row in rows]
        unit = Decimal(1).scaleb(-count)
        scaled = map((1 / unit).__mul__, of)
        units = np.fromiter(map(int, scaled), np.int64, len(of))
        finer = np.fromiter(map(bool, map(unit.__rmod__, of)), bool, len(of))
        right = (np.abs(units) < BELOW) & ~finer
        whole[rows[right]], places[rows[right]] = units[right], count
    return Units(whole, places)
