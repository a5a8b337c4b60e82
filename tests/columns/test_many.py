"""Many amounts at once do as a Decimal does, or refuse."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.columns.many import MOST, Differ, Many

amounts = st.lists(st.decimals(-1_000_000, 1_000_000, places=3), min_size=1, max_size=5)
ones = st.decimals(-10, 10, places=4) | st.integers(-10, 10)


def many(of: list[Decimal], places: int = 3) -> Many:
    return Many(np.array([int(each.scaleb(places)) for each in of]), places)


@pytest.mark.parametrize("work", [operator.add, operator.sub, operator.mul])
@given(of=amounts, one=ones)
def test_arithmetic(work: Callable[[Any, Any], Any], of: list[Decimal], one: Decimal | int) -> None:
    assert list(work(many(of), one).decimals) == [work(each, one) for each in of]
    assert list(work(one, many(of)).decimals) == [work(one, each) for each in of]
    assert list(work(many(of), many(of)).decimals) == [work(each, each) for each in of]


@given(of=amounts, places=st.integers(0, 5))
def test_rounding_half_up(of: list[Decimal], places: int) -> None:
    unit = Decimal(1).scaleb(-places)
    rounded = many(of).quantize(unit, ROUND_HALF_UP)
    # Whole numbers have no nought below nothing, which adding nothing takes away.
    assert list(map(str, rounded.decimals)) == [
        str(each.quantize(unit, ROUND_HALF_UP) + 0) for each in of
    ]


@pytest.mark.parametrize(
    "compare", [operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne]
)
@given(of=amounts, one=ones)
def test_comparing(
    compare: Callable[[Any, Any], bool], of: list[Decimal], one: Decimal | int
) -> None:
    so = [compare(each, one) for each in of]
    if len(set(so)) == 1:
        assert compare(many(of), one) is so[0]
    else:
        with pytest.raises(Differ) as differ:
            compare(many(of), one)
        assert list(differ.value.so) == so


def test_amounts_that_are_there_often() -> None:
    of = [Decimal(1), Decimal("2.5"), Decimal(1), Decimal(1), Decimal("2.5")]
    assert list(many(of).decimals) == of


def test_the_larger_of_two() -> None:
    assert list(max(many([Decimal(2), Decimal(3)]), Decimal(0)).decimals) == [2, 3]
    assert max(many([Decimal(-2), Decimal(-3)]), Decimal(0)) == 0


def test_nothing_or_something() -> None:
    assert many([Decimal(1), Decimal(2)])
    assert not many([Decimal(0)])


FULL = Many(np.array([1, MOST]), 2)


@pytest.mark.parametrize(
    "work",
    [
        lambda: FULL + 1,
        lambda: FULL - FULL,
        lambda: FULL * 2,
        lambda: FULL.quantize(Decimal("0.001"), ROUND_HALF_UP),
        lambda: FULL.quantize(Decimal(1), ROUND_HALF_UP),
        lambda: Decimal("1E-9") > FULL,
        lambda: Many(np.array([1]), 0) * Decimal(10**30),
    ],
)
def test_what_would_not_fit_is_refused(work: Callable[[], object]) -> None:
    with pytest.raises(OverflowError):
        work()


@pytest.mark.parametrize(
    "work",
    [
        lambda each: each / 2,
        lambda each: each + 0.5,
        lambda each: each == 0.5,
        lambda each: each == None,  # noqa: E711 - what a rule must not do
        lambda each: each > "5",
        lambda each: each * True,
        lambda each: f"{each}",
        lambda each: f"{each:,.2f}",
        lambda each: {each: 1},
        float,
        lambda each: each.quantize(Decimal("0.01"), ROUND_DOWN),
    ],
)
def test_what_might_not_be_exact_is_refused(work: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError):
        work(many([Decimal(1), Decimal(2)]))
