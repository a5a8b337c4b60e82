from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from xl_vsm.parameters import shipped
from xl_vsm.parameters.tables import (
    AfcScale,
    ApprenticeshipLevy,
    CentralApproval,
    EmployerPension,
    MemberTiers,
    OrganisationRanges,
    PensionablePay,
    Range,
    WithholdingTerms,
)

pay = st.decimals(min_value=0, max_value=10_000_000, places=2)


def tiers(*steps: tuple[int, str]) -> MemberTiers:
    return MemberTiers.model_validate(
        {
            "basis": "actual pensionable pay",
            "tiers": [{"from": start, "rate": Decimal(rate)} for start, rate in steps],
        }
    )


def shipped_tiers() -> list[MemberTiers]:
    tables = [p.table for p in shipped().series("member-contribution-tiers").publication]
    return [table for table in tables if isinstance(table, MemberTiers)]


def organisation(bands: list[tuple[str, int]], rows: list[tuple[str, str]]) -> OrganisationRanges:
    return OrganisationRanges.model_validate(
        {
            "measure": "annual turnover",
            "bands": [{"band": band, "from": start} for band, start in bands],
            "ranges": [
                {
                    "role": role,
                    "band": band,
                    "minimum": 1,
                    "operational_maximum": 2,
                    "exception_zone_maximum": 3,
                }
                for role, band in rows
            ],
        }
    )


def test_a_tier_begins_on_its_pound() -> None:
    table = tiers((0, "0.05"), (13_260, "0.065"))
    assert table.number_for(Decimal(0)) == 1
    assert table.number_for(Decimal("13259.99")) == 1
    assert table.number_for(Decimal(13_260)) == 2
    assert table.number_for(Decimal(10**12)) == 2


def test_all_seven_tables_are_here() -> None:
    assert [len(table.tiers) for table in shipped_tiers()] == [7, 11, 11, 6, 6, 6, 6]


@given(st.sampled_from(shipped_tiers()), pay, pay)
def test_more_pay_is_never_a_lower_tier(table: MemberTiers, one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert 1 <= table.number_for(low) <= table.number_for(high) <= len(table.tiers)


@given(st.sampled_from(shipped_tiers()), pay)
def test_pence_never_change_the_tier(table: MemberTiers, amount: Decimal) -> None:
    assert table.number_for(amount) == table.number_for(Decimal(int(amount)))


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ([(1, "0.05")], "the tiers must begin at 0"),
        ([(0, "0.05"), (0, "0.06")], "the tiers must rise"),
        ([(0, "0.05"), (9, "0.05")], "the rates must rise"),
        ([], "at least 1 item"),
    ],
)
def test_steps_that_are_not_steps_are_refused(steps: list[tuple[int, str]], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        tiers(*steps)


@pytest.mark.parametrize("value", [True, "170000", 170000.0, None])
def test_an_amount_is_a_number_and_not_a_float(value: Any) -> None:
    with pytest.raises(ValidationError, match="must be a number"):
        CentralApproval.model_validate({"above": value, "icb_directors_by": "this limit"})


@pytest.mark.parametrize(
    "table", [{"rate": Decimal("-0.1")}, {"rate": Decimal("1.1")}, {"rate": Decimal("NaN")}]
)
def test_a_rate_is_a_fraction(table: dict[str, Decimal]) -> None:
    with pytest.raises(ValidationError):
        ApprenticeshipLevy.model_validate(table | {"allowance": 0})


def test_a_key_that_nobody_has_defined_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        ApprenticeshipLevy.model_validate({"rate": 0, "allowance": 0, "allowence": 1})


def test_a_range_must_rise() -> None:
    with pytest.raises(ValidationError, match="director band A: minimum, operational maximum"):
        Range.model_validate(
            {
                "role": "director",
                "band": "A",
                "minimum": 2,
                "operational_maximum": 2,
                "exception_zone_maximum": 3,
            }
        )


@pytest.mark.parametrize(
    "rows",
    [
        [("director", "A")],
        [("director", "A"), ("chief executive", "A"), ("director", "B")],
        [("director", "A"), ("chief executive", "A"), ("director", "A")],
    ],
)
def test_each_role_has_one_range_in_each_band(rows: list[tuple[str, str]]) -> None:
    with pytest.raises(ValidationError, match="one range in each band"):
        organisation([("A", 0)], rows)


@pytest.mark.parametrize("bands", [[("A", 1)], [("A", 0), ("B", 5), ("C", 5)]])
def test_bands_begin_at_nothing_and_rise(bands: list[tuple[str, int]]) -> None:
    rows = [(role, band) for band, _ in bands for role in ("chief executive", "director")]
    with pytest.raises(ValidationError, match="the bands must"):
        organisation(bands, rows)


def test_a_size_finds_its_band_and_the_band_its_range() -> None:
    rows = [(role, band) for band in "AB" for role in ("chief executive", "director")]
    table = organisation([("A", 0), ("B", 100)], rows)
    assert [table.band_for(Decimal(size)) for size in ("0", "99.99", "100")] == ["A", "A", "B"]
    assert table.range_for("director", "B").band == "B"
    assert table.range_for("director", "B").role == "director"


@pytest.mark.parametrize(
    "table",
    [
        {"decided": True, "individual_segments": [1], "withheld_segments": [5]},
        {"decided": True},
        {"decided": False, "exempt_years": 2},
    ],
)
def test_terms_are_decided_whole_or_not_at_all(table: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="decided terms state everything"):
        WithholdingTerms.model_validate({"pay_year": "2025/26"} | table)


def test_a_pay_point_stands_once() -> None:
    point = {"band": "9", "point": "top", "pay": 1}
    with pytest.raises(ValidationError, match="a pay point stands twice"):
        AfcScale.model_validate({"points": [point, point]})


def test_the_top_of_a_band() -> None:
    scale = AfcScale.model_validate(
        {
            "points": [
                {"band": "9", "point": "top", "pay": 2},
                {"band": "9", "point": "entry", "pay": 1},
            ]
        }
    )
    top = scale.top_of("9")
    assert top is not None
    assert top.point == "top"
    assert scale.top_of("8d") is None


def test_the_parts_of_the_employer_rate_make_the_whole() -> None:
    parts = {"rate": 0, "administration": 0, "paid_by_employer": 0, "paid_centrally": 1}
    with pytest.raises(ValidationError, match="must make the whole rate"):
        EmployerPension.model_validate(parts)


def test_a_kind_of_pay_that_stands_twice_is_refused() -> None:
    kind = {"kind": "salary", "pensionable": True, "source": "x", "locator": "y"}
    with pytest.raises(ValueError, match="a kind of pay stands twice"):
        PensionablePay.model_validate({"kinds": [kind, kind]})
