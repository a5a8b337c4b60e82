"""What is an amount, what is a rate, and how large an amount may be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xl_vsm.excel.coerce import LARGEST, Rate, as_number, reader_of
from xl_vsm.excel.normalise import Cell


@pytest.mark.parametrize(
    ("text", "rate"),
    [("10.7%", "0.107"), ("12.5 %", "0.125"), ("0.05", "0.05"), (0.1, "0.1"), (0, "0")],
)
def test_rates(text: Cell, rate: str) -> None:
    assert reader_of(Rate)(text) == Decimal(rate)


@pytest.mark.parametrize("text", ["£5", "£0.05", "five", True])
def test_an_amount_is_no_rate(text: Cell) -> None:
    with pytest.raises(ValueError, match=r"^must be a rate such as 0.05 or 5%, not "):
        reader_of(Rate)(text)


@pytest.mark.parametrize("kind", [Decimal, int])
def test_a_percentage_is_no_amount(kind: type) -> None:
    with pytest.raises(ValueError, match=r"number, not '50%'$"):
        reader_of(kind)("50%")


@pytest.mark.parametrize("value", [1e15, -1e15, "1,000,000,000,000,000"])
def test_the_largest_amount(value: Cell) -> None:
    assert abs(as_number(value)) == LARGEST


@pytest.mark.parametrize("value", [1e16, -1e300, 10**16, "1" * 17])
def test_more_than_any_amount(value: Cell) -> None:
    with pytest.raises(ValueError, match=r"^must be no more than 1,000,000,000,000,000$"):
        as_number(value)
