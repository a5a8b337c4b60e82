"""What is left of a report when figures and the titles of posts are not to be told."""

from __future__ import annotations

import pytest

from tests.policy.made import SECRETS, finding, workbook
from xl_vsm.policy import redacted

REFUSED = {
    "sheet": None,
    "cell": None,
    "source": None,
    "message": "secret words",
    "why": "secret words",
}


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
