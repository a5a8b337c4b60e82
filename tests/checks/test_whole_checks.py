from __future__ import annotations

from pathlib import Path

import pytest

from tests.posts import DIRECTOR, TRUST, faults, only, report_on


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
