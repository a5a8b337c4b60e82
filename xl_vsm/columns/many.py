"""Amounts of many rows, with which a rule works as it works with one."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final, NoReturn

import numpy as np
import numpy.typing as npt
import pandas as pd

from xl_vsm.columns.values import TRIED, Integers, are_repeated

MOST: Final = 2**63 - 1


class Differ(BaseException):
    """The rows differ in what a rule asks of them, so they are to be asked in two parts.

    Args:
        so: of which rows it is so.

    No `Exception`, so that no rule takes it for a trouble of its own.
    """

    def __init__(self, so: Any) -> None:
        super().__init__("the rows differ")
        self.so = so


@dataclass(frozen=True, eq=False, slots=True)
class Many:
    """Decimals of one number of places, as whole numbers: what a rule does with them is exact.

    A rule may add, take away, multiply and round to the nearest, and may compare where the answer
    is the same for all. What else it may do with a Decimal raises, and so does what would not fit.

    Args:
        units: the whole numbers.
        places: how many of their last digits stand behind the point.
    """

    units: Integers
    places: int

    @property
    def decimals(self) -> npt.NDArray[Any]:
        """The Decimals themselves."""
        if not are_repeated(self.units[:TRIED].tolist()):
            return self._made(self.units)
        kinds, distinct = pd.factorize(self.units)
        decimals: npt.NDArray[Any] = self._made(distinct).take(kinds)
        return decimals

    def _made(self, units: Integers) -> npt.NDArray[Any]:
        one = Decimal(1).scaleb(-self.places)
        return np.fromiter(map(one.__mul__, units.tolist()), object, len(units))

    def __add__(self, other: object) -> Many:
        return self._together(other, operator.add)

    __radd__ = __add__

    def __sub__(self, other: object) -> Many:
        return self._together(other, operator.sub)

    def __rsub__(self, other: object) -> Many:
        return _many(other) - self

    def __mul__(self, other: object) -> Many:
        by = _many(other)
        _hold(self._most * by._most)
        return Many(self.units * by.units, self.places + by.places)

    __rmul__ = __mul__

    def quantize(self, unit: Decimal, rounding: str) -> Many:
        """Round to the places of a unit, as a Decimal does.

        Args:
            unit: such as 0.01.
            rounding: only half up is known here.

        Raises:
            TypeError: another way of rounding.
        """
        if rounding != ROUND_HALF_UP:
            raise TypeError(rounding)
        places = _many(unit).places
        if self.places <= places:
            return self._with_places(places)
        step = 10 ** (self.places - places)
        _hold(self._most + step)
        size = (np.abs(self.units) + step // 2) // step
        return Many(np.where(self.units < 0, -size, size), places)

    def __lt__(self, other: object) -> bool:
        return self._all(other, operator.lt)

    def __le__(self, other: object) -> bool:
        return self._all(other, operator.le)

    def __gt__(self, other: object) -> bool:
        return self._all(other, operator.gt)

    def __ge__(self, other: object) -> bool:
        return self._all(other, operator.ge)

    def __eq__(self, other: object) -> bool:
        return self._all(other, operator.eq)

    def __ne__(self, other: object) -> bool:
        return self._all(other, operator.ne)

    __hash__ = None  # type: ignore[assignment]

    def __bool__(self) -> bool:
        return self != 0

    def __str__(self) -> NoReturn:
        """Refuse: no words are true of them all."""
        raise TypeError("many amounts cannot be put into words")

    @property
    def _most(self) -> int:
        return max(int(self.units.max()), -int(self.units.min()))

    def _with_places(self, places: int) -> Many:
        if places == self.places:
            return self
        by = 10 ** (places - self.places)
        _hold(self._most * by)
        return Many(self.units * by, places)

    def _level(self, other: object) -> tuple[Many, Many]:
        its = _many(other)
        places = max(self.places, its.places)
        return self._with_places(places), its._with_places(places)

    def _together(self, other: object, work: Callable[[Any, Any], Integers]) -> Many:
        mine, its = self._level(other)
        _hold(mine._most + its._most)
        return Many(work(mine.units, its.units), mine.places)

    def _all(self, other: object, compare: Callable[[Any, Any], Any]) -> bool:
        mine, its = self._level(other)
        so = compare(mine.units, its.units)
        if so.all() or not so.any():
            return bool(so[0])
        raise Differ(so)


def _many(other: object) -> Many:
    """Take what a rule puts beside many amounts: as many, or one."""
    if isinstance(other, Many):
        return other
    # A number of another kind would not be exact, and what is none has no place here.
    if not isinstance(other, Decimal | int) or isinstance(other, bool):
        raise TypeError(type(other).__name__)
    one = Decimal(other)
    places = max(0, -int(one.as_tuple().exponent))
    whole = int(one.scaleb(places))
    _hold(abs(whole))
    return Many(np.array([whole]), places)


def _hold(most: int) -> None:
    if most > MOST:
        raise OverflowError(most)
