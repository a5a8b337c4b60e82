"""Workbooks that are right, or that the sources do not call wrong: nothing may be an error."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.checks.right import CHALLENGED, MEDICAL, MOVED
from tests.posts import DAY, DIRECTOR, ICB, TRUST, only, report_on

FACTS = ("post", "role", "salary", "appointed", "objectives_met", "performance_management")
POST: dict[str, Any] = {name: DIRECTOR[name] for name in FACTS}


def errors(folder: Path, post: dict[str, Any]) -> list[str]:
    report, _ = report_on(folder, post)
    assert report.summary.rows == 1
    return [f.message for f in report.findings if f.severity == "error"]


def test_a_paybill_with_pension_where_no_column_states_pensionable_pay(tmp_path: Path) -> None:
    assert errors(tmp_path, POST | {"paybill": 180_314}) == []


def test_a_paybill_with_pension_where_pensionable_pay_is_blank(tmp_path: Path) -> None:
    assert errors(tmp_path, POST | {"pensionable_pay": None, "paybill": 180_314}) == []


def test_a_paybill_without_pension_out_of_the_scheme(tmp_path: Path) -> None:
    # 130,000 + 18,750 + 650
    post = POST | {"pensionable_pay": "not in scheme", "paybill": 149_400}
    assert errors(tmp_path, post) == []


def test_a_paybill_that_is_wrong_in_the_scheme_and_out_of_it(tmp_path: Path) -> None:
    (message,) = errors(tmp_path, POST | {"paybill": 160_914})
    assert "paybill is £160,914" in message


def test_a_premium_below_its_limit_whose_rate_is_not_stated(tmp_path: Path) -> None:
    # Up to 10% may be awarded (S31); 6,500 is 5%.
    post = POST | {"premium_ground": "exceptional performance", "premium_amount": 6_500}
    assert errors(tmp_path, post) == []


def test_the_vsm_award_is_not_asked_of_an_agenda_for_change_contract(tmp_path: Path) -> None:
    # 3.6%, the Agenda for Change award of 2025/26.
    post = POST | {"contract": "Agenda for Change", "award_amount": 4_680}
    assert errors(tmp_path, post) == []


def test_the_vsm_award_is_not_asked_of_a_medical_contract(tmp_path: Path) -> None:
    # 4%, the award for consultants of 2025/26, to which they are still entitled (S44).
    post = POST | {"contract": "Consultant (medical)", "award_amount": 5_200}
    assert errors(tmp_path, post) == []


@pytest.mark.parametrize("paid", [130_000, 143_000])
def test_costs_with_or_without_the_premium(tmp_path: Path, paid: int) -> None:
    # On 143,000: 15% of 138,000 is 20,700, and the levy 715.
    costs = {
        130_000: {"employer_national_insurance": 18_750, "apprenticeship_levy": 650},
        143_000: {"employer_national_insurance": 20_700, "apprenticeship_levy": 715},
    }[paid]
    premium = {"premium_ground": "exceptional performance", "premium_amount": 13_000}
    assert errors(tmp_path, POST | premium | costs) == []


@pytest.mark.parametrize(
    ("post", "organisation"),
    [
        (MEDICAL, TRUST),
        (MEDICAL | {"post": "Medical Director", "appointed": date(2025, 6, 1)}, TRUST),
        (MEDICAL | {"contract": "VSM", "appointed": date(2025, 6, 1)}, TRUST),
        (MOVED, CHALLENGED),
        (MOVED, TRUST | {"segment": 5}),
        (MOVED, TRUST | {"segment": 3, "recovery_support": "yes"}),
        (MOVED | {"premium_start": date(2023, 9, 1), "premium_amount": 0}, TRUST),
        (MOVED | {"pensionable_pay": 130_000}, CHALLENGED),
        (
            MOVED
            | {"premium_ground": "exceptional performance", "premium_rate": 0.1}
            | {"premium_amount": 13_000, "pensionable_pay": 143_000},
            TRUST,
        ),
    ],
)
def test_contracts_and_premia_that_are_as_they_should_be(
    tmp_path: Path, post: dict[str, Any], organisation: dict[str, Any]
) -> None:
    report, _ = report_on(tmp_path, post, organisation=organisation)
    assert report.summary.rows == 1
    codes = {found.code for found in report.findings}
    assert codes.isdisjoint({"PAY105", "PAY204", "PEN105"})


def test_segment_5_is_challenged_while_the_terms_are_under_review(tmp_path: Path) -> None:
    # Which organisations are challenged (S45) is not what is under review.
    post = POST | {
        "premium_ground": "challenged organisation",
        "premium_amount": 19_500,
        "premium_start": date(2025, 9, 1),
    }
    report, _ = report_on(
        tmp_path, post, organisation=TRUST | {"segment": 5}, effective=date(2026, 6, 1)
    )
    assert "PAY204" not in {found.code for found in report.findings}


def test_an_approval_by_the_committee_alone_is_not_nhs_englands(tmp_path: Path) -> None:
    post = {
        "post": "Chief Executive",
        "salary": 195_000,
        "approval": "Remuneration committee",
        "approval_reference": "RC 2025/07",
    }
    report, _ = report_on(tmp_path, post)
    assert only(report, "APR101").severity == "error"


@pytest.mark.parametrize("text", ["awaiting NHSE", "not approved by NHS England", "NHSE: refused"])
def test_an_approval_that_was_not_given_is_none(tmp_path: Path, text: str) -> None:
    report, _ = report_on(
        tmp_path, {"post": "Chief Executive", "salary": 195_000, "approval": text}
    )
    assert only(report, "APR101").severity == "error"


@pytest.mark.parametrize(
    ("post", "organisation", "code", "statements"),
    [
        ({"salary": 119_000}, {}, "PAY101", {"S3"}),
        ({"salary": 151_000, "approval": "DHSC"}, {}, "PAY102", {"S4", "S5", "S13"}),
        ({"salary": 145_000, "approval": None}, {}, "APR101", {"S24"}),
        (
            {"post": "Chief Executive", "role": None, "salary": 195_000, "approval": None},
            ICB,
            "APR101",
            {"S22"},
        ),
    ],
)
def test_a_finding_names_the_statement_that_it_rests_on(
    tmp_path: Path,
    post: dict[str, Any],
    organisation: dict[str, Any],
    code: str,
    statements: set[str],
) -> None:
    asked = {"organisation": organisation} if organisation else {}
    report, _ = report_on(tmp_path, POST | post, effective=DAY, **asked)
    source = only(report, code).source
    assert source is not None
    assert source.locator in statements


@pytest.mark.parametrize("insurance", [18_750, 16_684.20])
def test_a_yearly_cost_on_1_april_by_either_tax_year(tmp_path: Path, insurance: float) -> None:
    # 15% above 5,000 from 6 April 2025, or 13.8% above 9,100 until then.
    post = POST | {"employer_national_insurance": insurance}
    report, _ = report_on(tmp_path, post, effective=date(2025, 4, 1))
    assert not [f for f in report.findings if f.code == "BIL102"]
