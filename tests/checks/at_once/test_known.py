"""What is said at once of the checks holds for those that there are."""

from __future__ import annotations

from xl_vsm.checks.at_once.asked import AMOUNTS_APART, VALUE_BY_VALUE
from xl_vsm.checks.at_once.coded import FOLLOWING
from xl_vsm.checks.at_once.right import DUE
from xl_vsm.checks.at_once.settled import KNOWN
from xl_vsm.checks.registry import post_checks, whole_checks


def test_every_check_of_a_whole_workbook_was_thought_of():
    """A new one makes every list be looked at post by post, until it is named there."""
    assert {check.code for check in whole_checks()} == KNOWN


def test_the_checks_of_a_post_that_are_named_are_there():
    codes = {check.code for check in post_checks()}
    assert codes >= {*DUE, *VALUE_BY_VALUE, *AMOUNTS_APART}


def test_amounts_are_compared_with_the_subject_of_the_check():
    subjects = {check.code: check.subject for check in post_checks()}
    del subjects["PEN104"]  # looks at three figures, of which one is an amount
    assert all(subjects[code] == name for code, (name, _) in DUE.items() if code in subjects)


def test_amounts_that_follow_from_pay_are_those_that_are_compared():
    assert {name for name, _ in DUE.values()} == FOLLOWING
