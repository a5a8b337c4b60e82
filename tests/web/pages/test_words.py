"""What the pages say of a finding, a row and a day, from what the report says of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from starlette.datastructures import FormData

import xl_vsm
from tests.conftest import ROOT
from tests.reports.hostile import finding
from xl_vsm.web.pages.choices import Choices, purposes
from xl_vsm.web.pages.findings_page import headline
from xl_vsm.web.pages.mending import mend, on_the_page, rests_on_copies
from xl_vsm.web.pages.rows import gravest


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "If what it is worked out from is right, type 12.5% in H14."),
        ({"expected": "£6,337.50"}, "type £6,337.50 in H14."),
        (
            {"stated": "260.1564", "expected": "£261,096.40"},
            "type £261,096.40 in H14, in the unit of its column: 261.0964 if that is thousands",
        ),
        ({"stated": "260", "expected": "£261,096.40"}, "261.0964 if that is thousands of pounds."),
        ({"stated": "512.4", "expected": "£612,000,000"}, "612 if that is millions of pounds."),
        ({"stated": "£260", "expected": "£261,096.40"}, "type £261,096.40 in H14."),
        ({"expected": "6"}, "type 6 in H14."),
        ({"expected": "£0 while withheld"}, "Expected in H14: £0 while withheld."),
        ({"expected": "withhold"}, "Expected in H14: withhold."),
        ({"expected": "=ROUND(V16*X16,2)"}, "Put the formula back into H14: =ROUND(V16*X16,2)"),
        ({"stated": "", "expected": "a salary"}, "H14 is empty. Fill it in: a salary."),
        (
            {"code": "WBK101", "expected": '"TBC" is no figure; an amount is expected, such as 1'},
            "Type in H14 an amount, such as 1.",
        ),
        ({"illustrative": True, "expected": "C"}, "Do not change H14 because of this"),
    ],
)
def test_how_to_mend(changed: dict[str, Any], words: str) -> None:
    assert words in mend(finding(**changed))


@pytest.mark.parametrize(
    "changed",
    [
        {"expected": None},
        {"cell": None},
        {"code": "WBK107", "expected": "612 is too small: say so in its heading"},
    ],
)
def test_nothing_is_invented_where_the_finding_says_all(changed: dict[str, Any]) -> None:
    assert mend(finding(**changed)) == ""


def test_a_figure_that_was_transcribed_is_to_be_compared_first() -> None:
    assert rests_on_copies(finding(marks=("transcribed",)))
    assert not rests_on_copies(finding())


def test_nobody_on_the_page_is_told_of_a_command_line() -> None:
    for path in sorted((ROOT / "workbooks" / "messy").glob("*.xlsx")):
        for each in xl_vsm.check(path).findings:
            assert "--" not in on_the_page(each.message)
            assert "layout file" not in on_the_page(each.message)


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        (("30", "9", "2025"), date(2025, 9, 30)),
        (("1", "Sept", "2025"), date(2025, 9, 1)),
        (("01", "april", "2026"), date(2026, 4, 1)),
        (("", "", ""), None),
    ],
)
def test_days_that_can_be_read(parts: tuple[str, str, str], day: date | None) -> None:
    typed = zip(("effective-day", "effective-month", "effective-year"), parts, strict=True)
    choices = Choices.of(FormData(list(typed)))
    assert (choices.effective, choices.faults) == (day, ())
    again = Choices.of(FormData(list(choices.fields())))
    assert again.effective == day


@pytest.mark.parametrize(
    "parts", [("31", "2", "2025"), ("1", "", ""), ("1", "nope", "2025"), ("1", "4", "25")]
)
def test_days_that_cannot(parts: tuple[str, str, str]) -> None:
    typed = zip(("known-day", "known-month", "known-year"), parts, strict=True)
    choices = Choices.of(FormData(list(typed)))
    assert choices.known is None
    assert [field for field, _ in choices.faults] == ["known-day"]


def test_a_purpose_that_there_is_not() -> None:
    choices = Choices.of(FormData([("profile", "<x>")]))
    assert choices.profile == ""
    assert choices.faults[0][0] == "profile"
    assert [name for name, _, _ in purposes()] == ["", "draft", "submission", "audit"]


def test_the_gravest_are_shown_in_their_own_order() -> None:
    order = ("note", "error", "warning", "error", "note", "warning")
    found = [finding(severity=each, cell=f"A{n}") for n, each in enumerate(order, 1)]
    assert gravest(found, most=6) == found
    assert [each.cell for each in gravest(found, most=3)] == ["A2", "A3", "A4"]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((0, 0, 0), "Nothing wrong was found"),
        ((1, 0, 0), "1 error"),
        ((12, 4, 1), "12 errors, 4 warnings and 1 note"),
    ],
)
def test_the_headline(counts: tuple[int, int, int], words: str) -> None:
    assert headline(list(zip(("error", "warning", "note"), counts, strict=True))) == words
