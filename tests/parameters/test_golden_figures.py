"""The golden cases that need only the tables: pay to tier and rate, size to band."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from xl_vsm.parameters import NotInForce, Parameters, shipped
from xl_vsm.parameters.tables import MemberTiers

GOLDEN = Path(__file__).parents[1] / "golden"
ENDS = ["expected", "who_says"]


def cases(name: str) -> list[dict[str, str]]:
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def view(case: dict[str, str]) -> Parameters:
    known = date.fromisoformat(case["known"]) if case["known"] else None
    return Parameters(date.fromisoformat(case["effective"]), known)


def named(case: dict[str, str]) -> str:
    return " ".join(value or "-" for value in list(case.values())[:-2])


@pytest.mark.parametrize("case", cases("NHS_PENSION_TIER"), ids=named)
def test_the_tier_is_the_one_that_the_document_prints(case: dict[str, str]) -> None:
    pay = Decimal(case["pensionable_pay"])
    if case["expected"].startswith("error:"):
        if pay >= 0:
            with pytest.raises(NotInForce, match=case["expected"].removeprefix("error:")):
                _ = view(case).member_contribution_tiers
        return
    assert view(case).member_contribution_tiers.number_for(pay) == int(case["expected"])


@pytest.mark.parametrize("case", cases("NHS_PENSION_RATE"), ids=named)
def test_the_rate_is_the_one_that_the_document_prints(case: dict[str, str]) -> None:
    if case["expected"].startswith("error:"):
        with pytest.raises(NotInForce, match=case["expected"].removeprefix("error:")):
            _ = view(case).member_contribution_tiers
        return
    table = view(case).member_contribution_tiers
    tier = table.number_for(Decimal(case["pensionable_pay"]))
    assert table.tiers[tier - 1].rate == Decimal(case["expected"])


@pytest.mark.parametrize(
    "case",
    [
        case
        for case in cases("VSM_BAND")
        if case["organisation_type"] in ("trust", "ICB")
        and not case["expected"].startswith("error:")
    ],
    ids=named,
)
def test_the_band_is_the_one_that_the_illustrative_table_gives(case: dict[str, str]) -> None:
    p = view(case)
    ranges = p.pay_ranges.trust if case["organisation_type"] == "trust" else p.pay_ranges.icb
    assert f"{ranges.band_for(Decimal(case['size']))} (illustrative)" == case["expected"]
    assert p.illustrative


def test_every_threshold_of_every_table_has_its_golden_cases() -> None:
    tried = {Decimal(case["pensionable_pay"]) for case in cases("NHS_PENSION_TIER")}
    penny = Decimal("0.01")
    for publication in shipped().series("member-contribution-tiers").publication:
        assert isinstance(publication.table, MemberTiers)
        for tier in publication.table.tiers[1:]:
            assert {tier.from_ - penny, tier.from_, tier.from_ + penny} <= tried, publication.key


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.csv")), ids=lambda path: path.stem)
def test_a_golden_file_can_be_read_and_says_who_says_so(path: Path) -> None:
    rows = cases(path.stem)
    assert rows
    assert list(rows[0])[-2:] == ENDS
    arguments = [tuple(list(row.values())[:-2]) for row in rows]
    assert len(arguments) == len(set(arguments)), "a case stands twice"
    for row in rows:
        assert row["expected"]
        assert row["who_says"]
        assert row["effective"], "a golden case never means today"
