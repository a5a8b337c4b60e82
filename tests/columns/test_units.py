"""A column of amounts as whole numbers, each exactly, or left."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.columns.units import BLANK, OTHER, in_units

numbers = st.floats() | st.integers(-(10**9), 10**9).map(lambda n: n / 100)
decimals = st.decimals(allow_nan=False, allow_infinity=False) | st.decimals(-9, 9, places=6)


def read(values: pd.Series[Any]) -> list[Any]:
    """Return each amount as it was read; None for a blank, and "" for what was left."""
    units = in_units(values)
    meaning = {BLANK: None, OTHER: ""}
    return [
        meaning.get(places, Decimal(int(whole)).scaleb(-int(places)))
        for whole, places in zip(units.whole, units.places, strict=True)
    ]


@given(st.lists(numbers, min_size=1))
def test_a_number_is_the_decimal_that_it_prints_as(values: list[float]) -> None:
    for value, known in zip(values, read(pd.Series(values, dtype=float)), strict=True):
        if np.isnan(value):
            assert known is None
        else:
            assert known in ("", Decimal(str(value)))


@given(st.lists(decimals | st.none(), min_size=1))
def test_a_decimal_is_itself(values: list[Decimal | None]) -> None:
    for value, known in zip(values, read(pd.Series(values, dtype=object)), strict=True):
        assert known == value if value is None else known in ("", value)


@pytest.mark.parametrize(
    ("values", "known"),
    [
        ([0.1, -0.25, 1e11, 0.123456], ["0.1", "-0.25", "", "0.123456"]),
        (["0.1", "-0.25", "1E+10", "0.123456"], ["0.1", "-0.25", "1E+10", "0.123456"]),
        (["9999999.999999", "99999999.999999"], ["9999999.999999", ""]),
        (["1E-7", "0.01000", "1" + "0" * 30], ["", "0.01", ""]),
        (["1." + "0" * 40, "1." + "0" * 40 + "1"], ["1", ""]),
        (["Infinity", "1"], ["", "1"]),
        (["NaN", "1", "2.5"], [None, "1", "2.5"]),
        (
            ["2.5", "1", "2.50", "1E-9", "2.5", "1.0", "1E-9"],
            ["2.5", "1", "2.5", "", "2.5", "1", ""],
        ),
    ],
)
def test_what_is_read_and_what_is_left(values: list[Any], known: list[Any]) -> None:
    if isinstance(values[0], str):
        values = [Decimal(each) for each in values]
    assert read(pd.Series(values)) == [Decimal(each) if each else each for each in known]


@pytest.mark.parametrize(
    ("values", "known"),
    [
        (pd.Series([5, 2**60]), [5, ""]),
        (pd.Series([5, None], dtype="Int64"), [5, None]),
        (pd.Series([0.1, 0.25], dtype="float32"), ["", Decimal("0.25")]),
        (pd.Series([True, 5, 2.5, None, "x"], dtype=object), ["", 5, Decimal("2.5"), None, ""]),
        (pd.Series([True, False]), ["", ""]),
        (pd.Series([], dtype=object), []),
    ],
)
def test_columns_as_pandas_keeps_them(values: pd.Series[Any], known: list[Any]) -> None:
    assert read(values) == known
