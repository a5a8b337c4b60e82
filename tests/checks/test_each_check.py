from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.wrong import SALARIES, WRONG, Wrong
from tests.posts import DIRECTOR, TRUST, faults, only, report_on
from xl_vsm.checks.registry import all_checks

ELSEWHERE = {"BND001", "BND002", "PAY104", "WBK106", "WBK107"}
"""Checks of a whole workbook: test_whole_checks.py, and tests/parameters/test_overtaken.py."""
OF_FORMULAS = {"WBK301", "WBK302", "WBK303", "WBK304"}
"""Checks of formulas: tests/checks/formulas and tests/recalculation."""


def test_every_check_is_tried() -> None:
    tried = {wrong.code for wrong in WRONG} | {code for code, *_ in SALARIES}
    tried |= ELSEWHERE | OF_FORMULAS
    codes = {check.code for check in all_checks()}
    assert tried == codes, "tests/checks/wrong.py: a post in which just this is wrong"


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_the_wrong_cell_is_found_and_no_other(tmp_path: Path, wrong: Wrong) -> None:
    report, book = report_on(
        tmp_path,
        wrong.post | wrong.change,
        organisation=wrong.organisation,
        effective=wrong.effective,
    )
    assert faults(report) == [(wrong.code, book.cell(wrong.at))]
    found = only(report, wrong.code)
    assert wrong.says in found.message
    assert found.message.startswith(f"Pay!{book.cell(wrong.at)} ")
    assert found.severity == wrong.severity
    assert found.field == wrong.at
    assert (found.expected or "").startswith(wrong.expected)
    assert found.row_key == wrong.post.get("reference", wrong.post["post"])
    assert found.illustrative == ("(illustrative" in found.message)
    assert found.help_url.endswith(f"#{wrong.code.lower()}")
    assert found.why


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_the_right_post_has_nothing_wrong(tmp_path: Path, wrong: Wrong) -> None:
    right = {"pension_rate": 0.107} if wrong.code == "PEN104" else {}
    post = wrong.post | right
    report, _ = report_on(
        tmp_path, post, organisation=wrong.organisation, effective=wrong.effective
    )
    assert faults(report) == []
    assert report.exit_code() == 0


@pytest.mark.parametrize(("code", "salary", "says"), SALARIES)
def test_a_salary_outside_its_range(tmp_path: Path, code: str, salary: float, says: str) -> None:
    post = {"post": "Director of Finance", "salary": salary, "approval": "NHSE and DHSC"}
    report, book = report_on(tmp_path, post)
    assert faults(report) == [(code, book.cell("salary"))]
    found = only(report, code)
    assert says in found.message
    assert (found.severity, found.illustrative) == ("warning", True)


@pytest.mark.parametrize("salary", [120_000, 140_000, 140_000.01, 150_000])
def test_a_salary_on_a_boundary_is_in_its_range(tmp_path: Path, salary: float) -> None:
    post = {"post": "Director of Finance", "salary": salary, "approval": "NHSE"}
    report, _ = report_on(tmp_path, post)
    assert faults(report) == []


@pytest.mark.parametrize(
    ("salary", "found"), [(169_999.99, []), (170_000, []), (170_000.01, ["error"])]
)
def test_central_approval_is_for_salaries_above_the_limit(
    tmp_path: Path, salary: float, found: list[str]
) -> None:
    # Band B, where a chief executive has 160,000 to 180,000.
    post = {"post": "Chief Executive", "salary": salary, "approval": None}
    organisation = TRUST | {"turnover": 300_000_000}
    report, _ = report_on(tmp_path, post, organisation=organisation)
    assert report.summary.rows == 1
    assert [f.severity for f in report.findings if f.code == "APR101"] == found


def test_a_salary_above_the_zone_needs_dhsc_too(tmp_path: Path) -> None:
    post = {"post": "Chief Executive", "salary": 215_000, "approval": "NHS England"}
    report, book = report_on(tmp_path, post)
    found = only(report, "APR101")
    assert found.cell == book.cell("approval")
    assert found.expected == "NHS England and DHSC"
    assert (found.severity, found.illustrative) == ("warning", True)


@pytest.mark.parametrize(
    "shown",
    [
        {"approval": "NHSE"},
        {"approval": "NHS England and DHSC"},
        {"approval": "Minister of State"},
        {"approval_reference": "NHSE/2025/014"},
    ],
)
def test_an_approval_however_it_is_shown(tmp_path: Path, shown: dict[str, str]) -> None:
    report, _ = report_on(tmp_path, {"post": "Chief Executive", "salary": 195_000} | shown)
    assert faults(report) == []


def test_the_reference_is_at_fault_where_only_it_has_a_column(tmp_path: Path) -> None:
    other = {"post": "Director of Estates", "salary": 130_000, "approval_reference": "RC 12"}
    report, book = report_on(tmp_path, {"post": "Chief Executive", "salary": 195_000}, other)
    assert faults(report) == [("APR101", book.cell("approval_reference"))]


def test_the_limit_decides_where_the_range_cannot_be_known(tmp_path: Path) -> None:
    # No organisation type, and a title that tells no role.
    post = {"post": "Strategic Lead", "salary": 170_001, "approval": None, "fte": 1}
    report, book = report_on(tmp_path, post, organisation={})
    found = only(report, "APR101")
    assert (found.cell, found.severity, found.illustrative) == (
        book.cell("approval"),
        "error",
        False,
    )


@pytest.mark.parametrize(
    ("part_time", "at"),
    [
        # 0.8 of 130,000 is 104,000. Either reading of base salary is right.
        ({"premium_amount": 13_000, "award_amount": 4_225}, []),
        ({"premium_amount": 10_400, "award_amount": 3_380}, []),
        ({"premium_amount": 10_401, "award_amount": 3_380}, ["PAY201"]),
    ],
)
def test_a_part_time_post_on_either_meaning_of_base_salary(
    tmp_path: Path, part_time: dict[str, float], at: list[str]
) -> None:
    kept = ("post", "role", "salary", "appointed", "objectives_met", "performance_management")
    premium = ("premium_ground", "premium_rate", "premium_start")
    post = {name: DIRECTOR[name] for name in (*kept, *premium)} | {"fte": 0.8} | part_time
    report, _ = report_on(tmp_path, post)
    assert [code for code, _ in faults(report)] == at


def test_an_award_that_is_right_on_the_salary_before_it(tmp_path: Path) -> None:
    # 130,000 with an award of 4,225 makes 134,225, which the column may already show.
    post = DIRECTOR | {"salary": 134_225, "premium_amount": 13_422.5}
    report, _ = report_on(tmp_path, post)
    assert faults(report) == []
