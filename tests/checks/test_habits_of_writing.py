"""Words and figures as people and this tool's own functions write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.posts import DIRECTOR, TRUST, checked, faults, only, reasons, report_on
from xl_vsm.checks.organisations import organisation_type_of
from xl_vsm.rules import OrganisationType

COSTS = ("post", "role", "salary", "pensionable_pay")
COST: dict[str, Any] = {name: DIRECTOR[name] for name in COSTS}


@pytest.mark.parametrize(
    "change",
    [
        {"band": "C (illustrative)"},
        {"band": "Trust band C"},
        {"band": "VSM C"},
        {"band": "VSM Pay Band: C (illustrative)"},
        {"position": "in range (illustrative)"},
        {"award_outcome": "award (transcribed)"},
    ],
)
def test_the_tools_own_answers_are_read(change: dict[str, str]) -> None:
    report = checked(DIRECTOR | change)
    assert {f.code for f in report.findings} == {"BND001"}


@pytest.mark.parametrize("band", ["8d", "Band 9", "Consultant", "AfC 9"])
def test_a_band_of_another_scale(tmp_path: Path, band: str) -> None:
    report, _ = report_on(tmp_path, DIRECTOR | {"band": band})
    assert faults(report) == []
    assert "no VSM band's letter" in reasons(report, "BND101")[0]


@pytest.mark.parametrize("band", ["Trust band D (illustrative)", "E"])
def test_a_band_that_is_wrong_however_it_is_written(tmp_path: Path, band: str) -> None:
    report, book = report_on(tmp_path, DIRECTOR | {"band": band})
    assert faults(report) == [("BND101", book.cell("band"))]


@pytest.mark.parametrize("contract", ["AfC Band 9", "Band 9", "AfC", "Agenda for Change 8d"])
def test_contracts_of_agenda_for_change(tmp_path: Path, contract: str) -> None:
    report, _ = report_on(tmp_path, DIRECTOR | {"contract": contract, "salary": 110_000})
    assert "Agenda for Change" in reasons(report, "PAY101")[0]


@pytest.mark.parametrize(("place", "missing"), [("notes", True), ("contract", False)])
def test_a_vacancy_stands_in_the_posts_own_cells(tmp_path: Path, place: str, missing: bool) -> None:
    report, _ = report_on(tmp_path, DIRECTOR | {"salary": None, place: "was vacant until May"})
    assert ("WBK102" in {code for code, _ in faults(report)}) is missing


def test_a_premium_for_a_period_whose_start_is_not_stated(tmp_path: Path) -> None:
    post = {"post": "Director of Turnaround", "salary": 130_000, "premium_amount": 19_500}
    report, _ = report_on(tmp_path, post | {"premium_ground": "challenged organisation"})
    assert "start is not stated" in reasons(report, "PAY203")[0]


@pytest.mark.parametrize("field", ["pension_tier", "pension_rate", "pension_contribution"])
def test_no_pensionable_pay_and_no_contribution(tmp_path: Path, field: str) -> None:
    post = {"post": "Director of Estates", "salary": 130_000, "pensionable_pay": 0, field: 0}
    report, _ = report_on(tmp_path, post)
    assert faults(report) == []
    code = {"pension_tier": "PEN102", "pension_rate": "PEN101"}.get(field, "PEN103")
    assert "pensionable pay is £0" in reasons(report, code)[0]


# 14.38% of 130,000 is 18,694; the whole paybill of 180,314 less the other 12,220 is 168,094.
@pytest.mark.parametrize("cost", [{"employer_pension": 18_694}, {"paybill": 168_094}])
def test_the_part_of_employer_pension_that_the_employer_pays(
    tmp_path: Path, cost: dict[str, int]
) -> None:
    report, _ = report_on(tmp_path, COST | cost)
    assert faults(report) == []
    unknown = {name: value for name, value in COST.items() if name != "pensionable_pay"}
    report, _ = report_on(tmp_path, unknown | cost)
    assert faults(report) == []


@pytest.mark.parametrize(
    ("amount", "severity"),
    [
        # 12.5% of 130,001 is 16,250.125, which nothing says how to round.
        (16_250.12, "note"),
        (16_250.13, None),
        (16_250.15, "error"),
        (16_250, "warning"),
        (16_251, "error"),
    ],
)
def test_pence(tmp_path: Path, amount: float, severity: str | None) -> None:
    post = COST | {"pensionable_pay": 130_001, "pension_contribution": amount}
    report, _ = report_on(tmp_path, post)
    found = [f.severity for f in report.findings if f.code == "PEN103"]
    assert found == ([severity] if severity else [])
    assert severity != "warning" or "rounded to the pound" in only(report, "PEN103").message


def test_other_amounts_rounded_to_the_pound(tmp_path: Path) -> None:
    # 3.25% of 130,010 is 4,225.325 and 0.5% is 650.05; 15% of 125,010 is 18,751.50, up to 18,752.
    figures = {"salary": 130_010, "award_amount": 4_225, "apprenticeship_levy": 650}
    facts = ("appointed", "objectives_met", "performance_management")
    post = COST | {name: DIRECTOR[name] for name in facts} | figures
    report, book = report_on(tmp_path, post | {"employer_national_insurance": 18_752})
    assert {f.code: f.severity for f in report.findings} == {
        "AWD102": "warning",
        "BIL102": "warning",
        "BIL103": "warning",
        "BND001": "note",
    }
    assert report.findings[0].cell == book.cell("award_amount")


@pytest.mark.parametrize(
    ("first", "second", "repeated"),
    [
        ({"left": date(2025, 7, 31)}, {"appointed": date(2025, 8, 1)}, False),
        ({"left": date(2025, 7, 31)}, {"appointed": date(2025, 7, 1)}, True),
        ({"left": None}, {"appointed": date(2025, 8, 1)}, True),
    ],
)
def test_a_leaver_and_a_successor_share_a_reference(
    tmp_path: Path, first: dict[str, Any], second: dict[str, Any], repeated: bool
) -> None:
    posts = [DIRECTOR | {"left": None} | first, DIRECTOR | {"left": None} | second]
    for order in (posts, posts[::-1]):
        report, _ = report_on(tmp_path, *order)
        assert ("WBK106" in {f.code for f in report.findings}) is repeated


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Acute NHS Foundation Trust", "trust"),
        ("Mental health trust", "trust"),
        ("NHS Essex ICB", "ICB"),
        ("Integrated Care Board (cluster)", "ICB"),
    ],
)
def test_types_of_organisation(tmp_path: Path, text: str, kind: str) -> None:
    assert organisation_type_of(text) is OrganisationType(kind)
    report, _ = report_on(tmp_path, DIRECTOR, organisation=TRUST | {"organisation_type": text})
    assert "WBK107" not in {f.code for f in report.findings}


@pytest.mark.parametrize("text", ["hospital", "trustworthy body", "ICB and trust"])
def test_what_is_no_type_of_organisation(text: str) -> None:
    with pytest.raises(ValueError, match="must be"):
        organisation_type_of(text)


@pytest.mark.parametrize(
    ("organisation", "says"),
    [
        ({"turnover": 512_400_000}, ""),
        ({"weighted_population": 1_840_000}, ""),
        ({"organisation": "Riverside NHS Foundation Trust"}, "does not state the turnover"),
        ({"organisation": "NHS Riverside ICB"}, "does not state the weighted population"),
        ({"organisation": "Riverside"}, "does not state the organisation type"),
        (
            {"turnover": 512_400_000, "weighted_population": 1_840_000},
            "does not state the organisation type",
        ),
    ],
)
def test_a_type_that_is_not_stated(tmp_path: Path, organisation: dict[str, Any], says: str) -> None:
    report, _ = report_on(tmp_path, DIRECTOR, organisation=organisation)
    assert says in (reasons(report, "BND101") or [""])[0]
    assert says or not reasons(report, "BND101")


def test_a_tier_of_another_scheme_of_tiers_is_a_coincidence(tmp_path: Path) -> None:
    post = {"post": "Secretary", "salary": 30_000, "pensionable_pay": 30_000, "pension_tier": 5}
    report, _ = report_on(tmp_path, post)
    assert "matches no earlier table" in only(report, "PEN102").message


@pytest.mark.parametrize(
    "field", sorted(name for name, value in DIRECTOR.items() if isinstance(value, int | float))
)
@pytest.mark.parametrize("sign", [1, -1])
def test_a_slip_beyond_all_bounds_is_a_finding_and_no_crash(
    tmp_path: Path, field: str, sign: int
) -> None:
    report, book = report_on(tmp_path, DIRECTOR | {field: sign * 1e26})
    assert report.workbooks[0].complete
    assert book.cell(field) in {f.cell for f in report.findings}


@pytest.mark.parametrize("field", ["turnover", "weighted_population"])
def test_a_particular_beyond_all_bounds(tmp_path: Path, field: str) -> None:
    kind = "trust" if field == "turnover" else "ICB"
    organisation = {"organisation_type": kind, field: 1e26}
    report, _ = report_on(tmp_path, DIRECTOR, organisation=organisation)
    assert report.workbooks[0].complete
    assert only(report, "WBK107").field == field
