from __future__ import annotations

from decimal import Decimal

import pytest

from xl_vsm.rules.money import percent, pounds, to_the_penny


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [("0.005", "0.01"), ("0.015", "0.02"), ("0.0149", "0.01"), ("2.675", "2.68")],
)
def test_half_a_penny_goes_up(amount: str, rounded: str) -> None:
    assert to_the_penny(Decimal(amount)) == Decimal(rounded)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("171250", "£171,250"),
        ("16046.13", "£16,046.13"),
        ("16046.1", "£16,046.10"),
        ("0", "£0"),
        ("-0.004", "£0"),
        ("-500", "-£500"),
        ("-1234.5", "-£1,234.50"),
        ("0.995", "£1"),
    ],
)
def test_pounds_as_people_write_them(amount: str, text: str) -> None:
    assert pounds(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("rate", "text"),
    [("0.125", "12.5%"), ("0.1", "10%"), ("1", "100%"), ("0", "0%"), ("0.0008", "0.08%")],
)
def test_rates_as_people_write_them(rate: str, text: str) -> None:
    assert percent(Decimal(rate)) == text
