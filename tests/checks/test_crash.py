from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.posts import DIRECTOR, faults, only, report_on
from xl_vsm.checks.check import CHECKS, WHOLE_CHECKS, Fault, check, whole_check
from xl_vsm.checks.registry import load


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break the check of the band."""
    load()

    def fails(case: Any) -> None:
        raise ZeroDivisionError(f"on {case.row.post.value}")

    made = replace(CHECKS["BND101"], function=fails)
    monkeypatch.setitem(CHECKS, "BND101", made)


@pytest.mark.usefixtures("broken")
def test_a_crash_is_a_finding_and_the_others_still_run(tmp_path: Path) -> None:
    report, book = report_on(tmp_path, DIRECTOR | {"band": "B", "pension_tier": 5})
    assert faults(report) == [
        ("RUN001", book.cell("band")),
        ("PEN102", book.cell("pension_tier")),
    ]
    found = only(report, "RUN001")
    assert found.severity == "error"
    assert "BND101 band-mismatch could not be checked here" in found.message
    assert "ZeroDivisionError in test_crash.py, line " in found.message
    assert report.exit_code() == 2
    assert report.exit_code("never") == 2
    assert not report.workbooks[0].complete


@pytest.mark.usefixtures("broken")
def test_a_crash_shows_nothing_from_the_workbook(tmp_path: Path) -> None:
    report, _ = report_on(tmp_path, DIRECTOR | {"reference": None})
    assert "Director of Finance" not in only(report, "RUN001").message


@pytest.mark.usefixtures("broken")
def test_a_crash_in_every_row_is_said_for_every_row(tmp_path: Path) -> None:
    report, book = report_on(tmp_path, DIRECTOR, DIRECTOR | {"reference": "1002"})
    assert faults(report) == [("RUN001", book.cell("band", post)) for post in (0, 1)]


def test_a_crash_where_no_cell_is_the_subject(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load()

    def fails(case: Any) -> Any:
        yield Fault("salary", "salary is too round")
        raise RuntimeError

    made = replace(CHECKS["WBK101"], function=fails)
    monkeypatch.setitem(CHECKS, "WBK101", made)
    report, book = report_on(tmp_path, DIRECTOR)
    # What was found before the crash is kept; the crash stands at the row's first cell.
    assert sorted(faults(report)) == [
        ("RUN001", book.cell("post")),
        ("WBK101", book.cell("salary")),
    ]


def test_a_crash_in_a_check_of_the_whole_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load()

    def fails(*_: Any) -> Any:
        raise KeyError("reference")

    made = replace(WHOLE_CHECKS["WBK106"], function=fails)
    monkeypatch.setitem(WHOLE_CHECKS, "WBK106", made)
    report, _ = report_on(tmp_path, DIRECTOR)
    assert faults(report) == [("RUN001", None)]
    assert only(report, "RUN001").message.startswith("the workbook WBK106 reference-repeated")
    assert only(report, "BND001").severity == "note"
    assert report.exit_code() == 2


@pytest.mark.parametrize(
    "far",
    [
        {"premium_end": "31/12/9999"},
        {"premium_start": "31/12/9999", "premium_ground": "challenged organisation"},
        {"appointed": "31/12/9999"},
    ],
    ids=str,
)
def test_a_date_at_the_end_of_the_calendar_is_no_crash(tmp_path: Path, far: dict[str, str]) -> None:
    # 31/12/9999 stands for "no end" in many systems.
    report, _ = report_on(tmp_path, DIRECTOR | far)
    assert "RUN001" not in {found.code for found in report.findings}


def test_two_checks_of_one_code_are_refused() -> None:
    load()
    with pytest.raises(TypeError, match="two checks have the code BND101"):
        check("BND101", "another")(lambda _: None)
    with pytest.raises(TypeError, match="two checks have the code BND101"):
        whole_check("BND101", "another")(lambda *_: ())
