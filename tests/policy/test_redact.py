"""What is left of a report when figures and the titles of posts are not to be told."""

from __future__ import annotations

import pytest

from tests.policy.made import SECRETS, finding, workbook
from xl_vsm.findings import NotChecked, WorkbookReport
from xl_vsm.policy import redacted as by_policy

HOLDS = {"PEN101": "The stated rate is that of the tier."}

REFUSED = {
    "sheet": None,
    "cell": None,
    "source": None,
    "message": "secret words",
    "why": "secret words",
}


def redacted(report: WorkbookReport) -> WorkbookReport:
    return by_policy(report, HOLDS)


@pytest.mark.parametrize("others", [{}, {"source": None}, REFUSED])
def test_no_secret_is_left(others: dict[str, object]) -> None:
    left = redacted(workbook(finding(**others))).model_dump_json()
    assert [secret for secret in SECRETS if secret in left] == []


def test_addresses_codes_rules_and_sources_stay() -> None:
    before = workbook(finding(), finding(code="PEN102", cell="I14"))
    after = redacted(before)
    assert after.path == before.path
    assert after.organisation == before.organisation
    assert (after.rows, after.sha256, after.effective) == (3, before.sha256, before.effective)
    assert [(f.code, f.name, f.severity, f.sheet, f.cell, f.field) for f in after.findings] == [
        (f.code, f.name, f.severity, f.sheet, f.cell, f.field) for f in before.findings
    ]
    assert after.findings[0].source == before.findings[0].source
    assert after.findings[0].help_url == before.findings[0].help_url
    assert after.sheets[0].columns == {"salary": "D"}
    assert [(n.code, n.cell) for n in after.not_checked] == [("PAY101", "D9")]
    assert [(s.row) for s in after.sheets[0].skipped] == [9]
    assert [(u.column) for u in after.sheets[0].unknown] == ["Z"]


def test_the_message_says_where_and_what_kind_of_fault() -> None:
    (told,) = redacted(workbook(finding())).findings
    assert told.message == "Pay!H14 contribution rate mismatch (the figures are left out)"
    assert told.text == "contribution rate mismatch (the figures are left out)"
    assert told.why == "The stated rate is that of the tier."


def test_what_has_no_figures_does_not_say_that_they_are_left_out() -> None:
    refused = finding(code="WBK006", name="file-damaged", **REFUSED, stated=None, expected=None)
    (told,) = redacted(workbook(refused)).findings
    assert (told.message, told.why) == ("file damaged", "file damaged")


def test_that_a_sheet_has_no_such_column_may_be_told() -> None:
    def skipped(cell: str | None, reason: str) -> str:
        code, name = "PAY101", "salary-below-minimum"
        one = NotChecked(code=code, name=name, sheet="Pay", cell=cell, reason=reason)
        return redacted(workbook(not_checked=(one,))).not_checked[0].reason

    reason = "the sheet has no column for the pension tier"
    assert skipped(None, reason) == reason
    assert "left out" in skipped("D9", reason)
    assert "left out" in skipped(None, f"{reason} of 'secret words'")
