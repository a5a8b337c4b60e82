"""What the page says of how to mend a finding."""

from __future__ import annotations

import pytest

from tests.checks.wrong import NEXT_YEAR, PENDING
from tests.posts import only, report_on
from xl_vsm.web.pages.mending import mend


@pytest.mark.parametrize(
    ("code", "change", "until"),
    [
        ("AWD104", {"award_amount": 3_900}, "£0 while pending"),
        ("AWD101", {"award_outcome": "award"}, "pending"),
    ],
)
def test_what_is_pending_is_held_and_nothing_is_typed(tmp_path, code, change, until) -> None:
    report, _ = report_on(tmp_path, PENDING | change, effective=NEXT_YEAR)
    found = only(report, code)
    assert "pending" in found.marks
    assert "(pending)" in found.message or "pending)" in found.message
    said = mend(found)
    assert said.startswith("The terms are under review, and nobody can say yet what is due.")
    assert f"until they are decided: {until}." in said
