"""What pandas keeps, as a rule knows it."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from numbers import Real
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

Integers: TypeAlias = npt.NDArray[np.int64]

TRIED: Final = 20_000
"""How many of a column's amounts tell whether it has most of them more than once."""


def facts(values: pd.Series[Any], amounts: bool) -> list[Any]:
    """Return a column's values as a rule knows them: plain dates, exact amounts, None for a blank.

    Args:
        values: the column.
        amounts: whether the rule takes amounts there.
    """
    plain: list[Any] = values.astype(object).where(values.notna(), None).to_list()
    if amounts:
        return list(map(exact, plain))
    return [each.date() if isinstance(each, pd.Timestamp) else each for each in plain]


def exact(fact: Any) -> Any:
    """Return a number as the decimal that it prints as; whatever else it is, as it is."""
    # A truth value is no amount; the rule says what it makes of one.
    is_number = isinstance(fact, Real) and not isinstance(fact, bool)
    return Decimal(str(fact)) if is_number else fact


def are_numbers(values: pd.Series[Any]) -> bool:
    """Say whether pandas keeps a column as numbers, and not as objects or truth values."""
    return values.dtype.kind in "iuf"


def are_decimals(values: pd.Series[Any] | npt.NDArray[Any]) -> bool:
    """Say whether a column has nothing but Decimals, one of them at least."""
    kind: str = pd.api.types.infer_dtype(values, skipna=False)
    return kind == "decimal"


def are_repeated(amounts: Collection[Any]) -> bool:
    """Say whether amounts are there twice or more, so that each is better done but once."""
    return 2 * len(set(amounts)) <= len(amounts)
