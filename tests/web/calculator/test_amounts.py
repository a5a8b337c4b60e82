"""Amounts and days as people type them, and those that are surely in another unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from starlette.datastructures import FormData

from tests.web.calculator.asking import Asker, answer, faults, formula
from xl_vsm.excel import REGISTRY
from xl_vsm.web.pages.calculator_amounts import amount_in, doubts
from xl_vsm.web.pages.calculator_fields import Field, fields_of, filled

BAND = {"organisation_type": "trust", "effective": "31/05/2025"}


def fields(function: str, **said: str) -> list[Field]:
    return filled(fields_of(REGISTRY[function]), FormData(said))


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("£512.4m", 512_400_000),
        ("512.4 million", 512_400_000),
        ("512k", 512_000),
        ("£0.5bn", 500_000_000),
        ("512,400 (£000)", 512_400_000),
        ("£'000 512,400", 512_400_000),
        ("512.4 (£m)", 512_400_000),
        ("£182.5k p.a.", 182_500),
        ("(0.5k)", -500),
        ("£000.5", None),
        ("£182,500", None),
        ("£182,500 a year", None),
        ("512k (£000)", None),
        ("512,4m", None),
        ("5 m or so", None),
        ("m", None),
        ("", None),
    ],
)
def test_an_amount_is_read_as_people_write_it(said: str, amount: Decimal | None) -> None:
    assert amount_in(said) == amount


@pytest.mark.parametrize(
    ("function", "field", "said", "value"),
    [
        ("VSM_BAND", "size", "£512.4m", 512_400_000),
        ("VSM_POSITION", "salary", "£215k", 215_000),
        ("NHS_PAYBILL", "non_pensionable", "7.5k", 7_500),
        ("VSM_WITHHOLD", "segment", "2k", None),
        ("VSM_PREMIUM", "rate", "5k", None),
        ("VSM_BAND", "size", "2" + "0" * 14 + "m", None),
    ],
)
def test_it_is_read_where_it_is_money_or_a_size(
    function: str, field: str, said: str, value: int | None
) -> None:
    (it,) = (each for each in fields(function, **{field: said}) if each.id == field)
    assert it.value == value
    assert bool(it.fault) == (value is None)


@pytest.mark.parametrize(
    ("size", "shown"),
    [("0.6m", "600000"), ("1.20 million", "1200000"), ("150.00", "150"), ("612.50", "612.5")],
)
def test_the_formula_has_no_noughts_that_say_nothing(asker: Asker, size: str, shown: str) -> None:
    page = asker.ask("VSM_BAND", **BAND, size=size)
    assert formula(page) == f'=VSM_BAND("trust", {shown}, DATE(2025, 5, 31))'


def test_what_was_typed_and_what_it_is_in_excel_are_both_shown(asker: Asker) -> None:
    page = asker.ask("VSM_BAND", **BAND, size="£612m")
    assert answer(page)
    assert formula(page) == '=VSM_BAND("trust", 612000000, DATE(2025, 5, 31))'
    assert "£612m" in page.values("value", "input")
    assert "Look at what you typed" not in page.words


@pytest.mark.parametrize(
    ("function", "said", "told"),
    [
        (
            "VSM_BAND",
            {**BAND, "size": "612"},
            "Size: 612 is read as £612, which is very little for an annual turnover.",
        ),
        (
            "VSM_BAND",
            {**BAND, "organisation_type": "ICB", "size": "1.2"},
            "1.2 is read as 1.2 people, which is very little for a weighted population. If another",
        ),
        (
            "VSM_BAND",
            {**BAND, "organisation_type": "ICB", "size": "1200"},
            "Size: 1200 is read as 1,200 people, which is very little",
        ),
        (
            "NHS_PENSION_TIER",
            {"pensionable_pay": "182.5"},
            "If another unit is meant, write 182.5k for thousands.",
        ),
        (
            "VSM_BAND",
            {**BAND, "size": "1,000,000,000,001"},
            (
                "is read as £1,000,000,000,001, which is more than an annual turnover can be, up "
                "to £1,000,000,000,000. Check the figure."
            ),
        ),
        (
            "VSM_BAND",
            {**BAND, "organisation_type": "ICB", "size": "2,000,000m"},
            "which is more than a weighted population can be, up to 1,000,000,000,000. Check the",
        ),
        (
            "AFC_OVERLAP",
            {"salary": "£215m", "effective": "31/05/2025"},
            (
                "Salary: £215m is read as £215,000,000, which is more than a year of pay can be, "
                "up to £10,000,000. Check the unit."
            ),
        ),
    ],
)
def test_what_is_too_small_or_too_large_is_taken_as_it_is_and_warned_of(
    asker: Asker, function: str, said: dict[str, str], told: str
) -> None:
    page = asker.ask(function, **said)
    assert answer(page)
    assert told in page.words.partition(" Answer ")[0]


@pytest.mark.parametrize(
    ("size", "advice"),
    [
        ("612", "write 612m for millions."),
        ("£1,234.50", "write 1,234.50m for millions or 1,234.50k for thousands."),
        ("0.6m", "Check the unit."),
        ("612 (£000)", "Check the unit."),
        ("0.001", "Check the figure."),
    ],
)
def test_the_advice_repeats_what_was_typed_in_units_that_would_do(size: str, advice: str) -> None:
    ((_, words),) = doubts(fields("VSM_BAND", **BAND, size=size))
    assert words.endswith(advice)


@pytest.mark.parametrize(
    ("function", "said"),
    [
        ("VSM_BAND", {**BAND, "size": "1,000,000"}),
        ("VSM_BAND", {**BAND, "size": "1,000,000,000,000"}),
        ("NHS_PENSION_TIER", {"pensionable_pay": "10m"}),
        ("VSM_BAND", {**BAND, "organisation_type": "ICB", "size": "10000"}),
        ("VSM_BAND", {**BAND, "size": "0"}),
        ("NHS_PENSION_TIER", {"pensionable_pay": "1000"}),
        ("NHS_PAYBILL", {"basic_pay": "150k", "non_pensionable": "500"}),
    ],
)
def test_nothing_is_said_of_what_may_well_be_meant(function: str, said: dict[str, str]) -> None:
    assert doubts(fields(function, **said)) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("05/31/2025", '"05/31/2025" has no month 31; the day comes first'),
        ("31/05/25", "must have its year in full, such as 31/05/2025 or 31 May 2025"),
        ("May 2025", "names no day"),
    ],
)
def test_a_day_that_is_none_is_said_at_its_field(asker: Asker, said: str, told: str) -> None:
    (fault,) = faults(asker.ask("NHS_PENSION_TIER", pensionable_pay="50000", effective=said))
    assert fault.startswith("Effective date must ")
    assert told in fault
