"""How grave a finding is for each purpose."""

from __future__ import annotations

import pytest

from tests.policy.made import finding, workbook
from xl_vsm.checks.registry import all_checks
from xl_vsm.checks.troubles import TROUBLES
from xl_vsm.policy import SHIPPED, Purpose, Settings
from xl_vsm.policy.purpose import shipped

CODES = {each.code for each in (*all_checks(), *TROUBLES)}


def severity_of(code: str, purpose: Purpose, **others: object) -> str:
    (judged,) = purpose.judge(workbook(finding(code=code, **others))).findings
    return judged.severity


@pytest.mark.parametrize(
    ("profile", "fail_on", "code", "before", "after"),
    [
        ("draft", "error", "WBK102", "error", "note"),
        ("draft", "error", "APR101", "error", "note"),
        ("draft", "error", "AWD104", "error", "warning"),
        ("draft", "error", "PEN101", "error", "error"),
        ("submission", "warning", "PEN104", "warning", "error"),
        ("submission", "warning", "WBK108", "note", "warning"),
        ("audit", "warning", "WBK302", "warning", "error"),
        ("audit", "warning", "SEC102", "note", "warning"),
        ("audit", "warning", "PAY101", "warning", "warning"),
    ],
)
def test_the_profiles_of_the_release(
    profile: str, fail_on: str, code: str, before: str, after: str
) -> None:
    purpose = Settings().purpose(profile)
    assert (purpose.name, purpose.fail_on) == (profile, fail_on)
    assert severity_of(code, purpose, severity=before) == after


def test_the_release_has_the_profiles_that_it_names_and_they_name_codes() -> None:
    assert tuple(shipped()) == SHIPPED
    for profile in shipped().values():
        assert profile.severity.keys() <= CODES
        assert profile.about


def test_without_a_profile_a_check_s_own_severity_holds() -> None:
    same = workbook(finding(severity="warning"))
    assert Settings().purpose().judge(same) == same
    assert Settings().purpose().fail_on == "error"


def test_what_rests_on_made_up_figures_is_never_an_error() -> None:
    purpose = Purpose(severities={"PAY101": "error"})
    assert severity_of("PAY101", purpose, severity="note", illustrative=True) == "warning"
    assert severity_of("PAY101", purpose, severity="note", illustrative=False) == "error"
