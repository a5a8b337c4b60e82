"""Amounts in bands, years, and what is said of a value that is not taken as it is."""

from decimal import Decimal

import pytest

from xl_vsm.sheets.cells import Cell
from xl_vsm.sheets.spans import span
from xl_vsm.sheets.values import read_value
from xl_vsm.sheets.years import pay_years


@pytest.mark.parametrize(
    ("text", "scale", "least", "most"),
    [
        ("150-155", 1, 150_000, 155_000),
        ("150-155", 1000, 150_000, 155_000),
        ("150\u2013155", 1000, 150_000, 155_000),
        ("150 to 155", 1000, 150_000, 155_000),
        ("45-47.5", 1000, 45_000, 47_500),
        ("0-5", 1000, 0, 5_000),
        ("£150,001 to £155,000", 1, 150_001, 155_000),
        ("£150,000 - £155,000", 1, 150_000, 155_000),
        ("£120k-£125k", 1, 120_000, 125_000),
        ("£120-125k", 1, 120_000, 125_000),
        ("100,000-150,000", 1, 100_000, 150_000),
    ],
)
def test_bands(text, scale, least, most):
    assert span(text, scale) == (least, most)


@pytest.mark.parametrize(
    "text",
    ["150", "155-150", "150-150", "-5", "500-", "(5)-10", "2025-26", "1-2-3", "x-y", "-", ""],
)
def test_what_is_no_band(text):
    assert span(text) is None


def test_a_band_is_kept_as_a_band_and_only_where_money_is_meant():
    found = read_value(Cell(1, 1, "150-155"), "money", scale=1000)
    assert (found.state, found.value) == ("a band", None)
    assert (found.least, found.most) == (Decimal(150_000), Decimal(155_000))
    assert found.read_as == ('text "150-155" read as a band of £150,000 to £155,000, not an amount')
    assert read_value(Cell(1, 1, "0.5-0.8"), "number").state == "unreadable"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("VSM pay 2025/26", {2025}),
        ("VSM pay 25/26", {2025}),
        ("VSM pay 25-26", {2025}),
        ("2025\u20132026", {2025}),
        ("FY26", {2025}),
        ("FY2026 pay", {2025}),
        ("FY25/26", {2025}),
        ("Year ended 31 March 2026", {2025}),
        ("2024/25 and 2025/26", {2024, 2025}),
        ("12/13 of the year", set()),
        ("01/25/26", set()),
        ("25/27", set()),
        ("2025-04", set()),
        ("FY", set()),
    ],
)
def test_pay_years(text, years):
    assert pay_years(text) == years


@pytest.mark.parametrize(
    ("value", "kind", "note"),
    [
        ("TRUE", "yesno", 'text "TRUE" read as yes'),
        (" Chief  Nurse", "text", 'text " Chief  Nurse" read without its extra spaces'),
        (True, "text", 'read as the text "TRUE" that it shows'),
        ("Chief Nurse", "text", ""),
        (1001, "text", ""),
        ("yes", "yesno", ""),
    ],
)
def test_what_is_said_of_a_value(value, kind, note):
    assert read_value(Cell(1, 1, value), kind).read_as == note
