"""What counts as an approval, and where nothing can be said of one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.posts import reasons, report_on
from xl_vsm.checks.approvals.shown_approval import is_plain_yes, says_it_pre_dates, shown
from xl_vsm.rules import Approver

POST = {"post": "Chief Executive", "salary": 195_000, "approval": None}


@pytest.mark.parametrize(
    "text",
    [
        "NHSE",
        "NHS E",
        "NHSE/2025/014",
        "NHSE approved 12/5/25, notified to board",
        "NHS England (Nottingham and Nottinghamshire team)",
        "NHS England, approval no. 14",
        "Submitted to NHSE 1/2/25, approved 3/4/25",
        "Approved by RemCo 1/2/25; NHSE approved 3/4/25",
        "NHSE approved and DHSC pending",
        "NHSE approved 12/5/25, uplift of 2026 pending",
    ],
)
def test_an_approval_by_nhs_england(text: str) -> None:
    assert shown(text) is Approver.NHS_ENGLAND


@pytest.mark.parametrize("text", ["DHSC", "NHSE and DHSC", "Secretary of State", "the Minister"])
def test_an_approval_by_the_department(text: str) -> None:
    assert shown(text) is Approver.NHS_ENGLAND_AND_DHSC


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Remuneration committee",
        "NHS Essex ICB",
        "NHS Employers",
        "not yet approved by NHSE",
        "awaiting NHSE and DHSC",
        "NHSE, pending",
        "NHSE: declined",
        "Submitted to NHS England",
        "Approved by RemCo, awaiting NHSE",
        "NHSE tbc",
        "Administered by the trust",
    ],
)
def test_no_approval_but_the_committees(text: str) -> None:
    assert shown(text) is Approver.COMMITTEE


@pytest.mark.parametrize("text", ["", "Yes", "Y", "Approved", "approved 12 May 2025", "12/5/25"])
def test_a_text_that_only_affirms(text: str) -> None:
    assert is_plain_yes(text)


@pytest.mark.parametrize(
    "text", ["No", "RemCo", "Approved by the chair", "awaited", "Yes, pending"]
)
def test_a_text_that_says_more(text: str) -> None:
    assert not is_plain_yes(text)


@pytest.mark.parametrize(
    "text", ["Pre-dates the framework", "set before framework", "predates VSM"]
)
def test_a_text_of_an_older_salary(text: str) -> None:
    assert says_it_pre_dates(text)


@pytest.mark.parametrize(("text", "found"), [("Yes", []), ("RemCo", ["APR101"])])
def test_a_reference_beside_the_words(tmp_path: Path, text: str, found: list[str]) -> None:
    post = POST | {"approval": text, "approval_reference": "2025/014"}
    report, _ = report_on(tmp_path, post)
    assert [f.code for f in report.findings if f.code == "APR101"] == found


@pytest.mark.parametrize(
    ("post", "organisation", "reason"),
    [
        ({"post": "Chief Executive", "salary": 195_000, "fte": 1}, None, "no column for the app"),
        (POST | {"left": date(2025, 7, 31)}, None, "left on 31 July 2025"),
        (
            POST | {"approval": "Pre-dates framework", "appointed": date(2020, 1, 1)},
            None,
            "not applied retrospectively (S2)",
        ),
        (POST, {"segment": 2}, "does not state the organisation type"),
    ],
)
def test_where_nothing_can_be_said(
    tmp_path: Path, post: dict[str, Any], organisation: dict[str, Any] | None, reason: str
) -> None:
    asked = {} if organisation is None else {"organisation": organisation}
    report, _ = report_on(tmp_path, post, **asked)
    assert "APR101" not in {f.code for f in report.findings}
    assert reason in reasons(report, "APR101")[-1]


def test_an_appointment_under_the_framework_does_not_pre_date_it(tmp_path: Path) -> None:
    post = POST | {"approval": "Pre-dates framework", "appointed": date(2025, 6, 1)}
    report, _ = report_on(tmp_path, post)
    assert "APR101" in {f.code for f in report.findings}
