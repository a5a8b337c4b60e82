from __future__ import annotations

from pathlib import Path

import pytest

from tests.posts import DIRECTOR, TRUST, checked, faults, only, report_on


def test_a_reference_stands_once(tmp_path: Path) -> None:
    report, book = report_on(tmp_path, DIRECTOR, DIRECTOR, DIRECTOR | {"reference": "1003"})
    assert faults(report) == [("WBK106", book.cell("reference", 1))]
    found = only(report, "WBK106")
    assert found.message == (
        f"Pay!{book.cell('reference', 1)} post reference 1001 stands in"
        f" {book.cell('reference', 0)} too"
    )
    assert found.row_key == "1001"


def test_posts_without_a_reference_repeat_nothing(tmp_path: Path) -> None:
    one = {"post": "Director of Finance", "reference": None, "salary": 130_000, "fte": 1}
    report, _ = report_on(tmp_path, one, one | {"post": "Director of Estates"})
    assert faults(report) == []


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("turnover", "large", "turnover cannot be read"),
        ("segment", "#REF!", "oversight segment cannot be read: it shows #REF!"),
        ("organisation_type", "hospital", 'organisation type must be "trust" or "ICB"'),
    ],
)
def test_a_particular_that_cannot_be_read(
    tmp_path: Path, field: str, value: str, says: str
) -> None:
    report, _ = report_on(tmp_path, DIRECTOR, organisation=TRUST | {field: value})
    row = list(TRUST).index(field) + 1
    assert faults(report) == [("WBK107", f"B{row}")]
    assert says in only(report, "WBK107").message
    assert report.exit_code() == 1


def test_made_up_ranges_are_said_once_and_only_where_used(tmp_path: Path) -> None:
    report, _ = report_on(tmp_path, DIRECTOR, DIRECTOR | {"reference": "1002"})
    found = only(report, "BND001")
    assert (found.severity, found.sheet, found.cell) == ("note", None, None)
    assert found.message.startswith("the workbook uses illustrative pay ranges")
    assert report.parameters.illustrative == ("pay ranges",)
    pension = {"post": "Director of Finance", "pensionable_pay": 130_000, "pension_tier": 6}
    report, _ = report_on(tmp_path, pension)
    assert report.findings == ()
    assert report.parameters.illustrative == ()


def test_posts_below_their_range_are_looked_at_together(tmp_path: Path) -> None:
    low = {"post": "Director of Finance", "reference": "1001", "salary": 110_000, "fte": 1}
    other = low | {"post": "Director of Estates", "reference": "1002"}
    report, _ = report_on(tmp_path, low)
    assert [code for code, _ in faults(report)] == ["PAY101"]
    report, _ = report_on(tmp_path, low, other, low | {"reference": "1003", "salary": 130_000})
    assert [code for code, _ in faults(report)] == ["PAY101", "PAY101", "PAY104"]
    found = only(report, "PAY104")
    assert (found.severity, found.cell, found.illustrative) == ("note", None, True)
    assert "1001" in found.message
    assert "1002" in found.message
    assert "1003" not in found.message
    assert "has 2 posts are" not in found.message


def test_posts_whose_range_is_not_known_are_not_counted(tmp_path: Path) -> None:
    low = {"post": "Strategic Lead", "reference": "1001", "salary": 110_000, "fte": 1}
    report, _ = report_on(tmp_path, low, low | {"reference": "1002"})
    assert faults(report) == []


def test_a_post_without_a_name_is_missing_it(tmp_path: Path) -> None:
    nameless = DIRECTOR | {"post": None, "reference": None}
    report, book = report_on(tmp_path, nameless)
    assert faults(report) == [("WBK102", book.cell("post"))]
    assert only(report, "WBK102").row_key == "row 6"
    by_reference = {name: value for name, value in nameless.items() if name != "post"}
    report, book = report_on(tmp_path, by_reference)
    assert faults(report) == [("WBK102", book.cell("reference"))]


def test_pay_may_be_the_pensionable_pay_alone(tmp_path: Path) -> None:
    post = {"post": "Director of Finance", "pensionable_pay": None, "pension_tier": 6}
    report, book = report_on(tmp_path, post, post | {"pensionable_pay": 130_000})
    assert faults(report) == [("WBK102", book.cell("pensionable_pay"))]


def test_a_row_that_states_no_pay_at_all_misses_none() -> None:
    report = checked({"post": "Director of Finance", "notes": "new"})
    assert report.findings == ()


def test_a_workbook_without_a_pay_table(tmp_path: Path) -> None:
    report, _ = report_on(tmp_path, {"post": "Director of Finance", "notes": "new"})
    found = only(report, "WBK201")
    assert "no sheet has a row of headings" in found.message
    assert not found.message.startswith("the workbook no sheet")
    assert (found.severity, found.cell) == ("error", None)
    assert report.exit_code() == 1
