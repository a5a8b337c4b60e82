from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import xl_vsm
from tests.posts import DAY, DIRECTOR, faults, only, report_on, write

BEFORE_REVISION = date(2025, 7, 9)
REVISED = date(2025, 7, 10)

# £64,500 is in tier 6 (12.5%) by the table of March 2025 and in tier 5 (10.7%) by that of July.
POST: dict[str, Any] = {"post": "Secretary", "salary": 64_500, "pensionable_pay": 64_500}
AS_FIRST_PUBLISHED: dict[str, Any] = POST | {
    "pension_tier": 6,
    "pension_rate": 0.125,
    "pension_contribution": 8_062.5,
}
AS_REVISED: dict[str, Any] = POST | {
    "pension_tier": 5,
    "pension_rate": 0.107,
    "pension_contribution": 6_901.5,
}
FIGURES = {"pension_tier": "PEN102", "pension_rate": "PEN101", "pension_contribution": "PEN103"}


def test_a_superseded_table_is_a_warning_of_its_own(tmp_path: Path) -> None:
    report, book = report_on(tmp_path, AS_FIRST_PUBLISHED)
    assert faults(report) == [("PEN104", book.cell(field)) for field in FIGURES]
    assert {found.severity for found in report.findings} == {"warning"}
    rate = next(f for f in report.findings if f.field == "pension_rate")
    assert (
        "contribution rate is 12.5%: it matches the table first published March 2025, since"
        " replaced; 10.7% is due" in rate.message
    )
    assert rate.expected == "10.7%"
    assert report.exit_code() == 0


@pytest.mark.parametrize("known", [BEFORE_REVISION, date(2025, 4, 1)])
def test_known_brings_the_first_table_back(tmp_path: Path, known: date) -> None:
    report, _ = report_on(tmp_path, AS_FIRST_PUBLISHED, known=known)
    assert faults(report) == []
    assert report.parameters.known == known
    used = {each.name: each.publication for each in report.parameters.used}
    assert used["member-contribution-tiers"] == "2025-03"


def test_the_revised_table_from_the_day_it_was_out(tmp_path: Path) -> None:
    for known in (REVISED, None):
        report, _ = report_on(tmp_path, AS_REVISED, known=known)
        assert faults(report) == []


def test_what_matches_a_later_table_is_said(tmp_path: Path) -> None:
    report, book = report_on(tmp_path, AS_REVISED, known=BEFORE_REVISION)
    assert faults(report) == [(code, book.cell(field)) for field, code in FIGURES.items()]
    for found in report.findings:
        assert "published July 2025" in found.message
        assert "on 9 July 2025" in found.message


def test_what_matches_an_earlier_years_table_is_said(tmp_path: Path) -> None:
    # £63,500 was in tier 6 in 2024/25, from £62,925.
    post = {"post": "Secretary", "salary": 63_500, "pensionable_pay": 63_500, "pension_rate": 0.125}
    report, _ = report_on(tmp_path, post)
    assert "the tiers effective 1 April 2024" in only(report, "PEN101").message


def test_what_matches_no_table_is_said(tmp_path: Path) -> None:
    report, _ = report_on(tmp_path, AS_REVISED | {"pension_rate": 0.11})
    assert "It matches no earlier table" in only(report, "PEN101").message


def test_a_blank_figure_does_not_hide_a_superseded_one(tmp_path: Path) -> None:
    post = AS_FIRST_PUBLISHED | {"pension_tier": None, "pension_rate": "TBC"}
    report, book = report_on(tmp_path, post)
    assert sorted(faults(report)) == [
        ("PEN104", book.cell("pension_contribution")),
        ("WBK101", book.cell("pension_rate")),
    ]


def test_the_day_comes_from_the_workbook_unless_asked(tmp_path: Path) -> None:
    stated = {"organisation_type": "trust", "effective": date(2025, 6, 30)}
    book = write(tmp_path, AS_REVISED, organisation=stated)
    report = xl_vsm.check(book.path)
    assert report.parameters.effective == date(2025, 6, 30)
    assert report.workbooks[0].effective == date(2025, 6, 30)
    report = xl_vsm.check(book.path, effective=DAY)
    assert report.workbooks[0].effective == DAY


def test_the_day_is_today_where_nobody_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xl_vsm.checks.session.today_by_the_clock", lambda: date(2026, 5, 1))
    book = write(tmp_path, AS_REVISED)
    assert xl_vsm.check(book.path).workbooks[0].effective == date(2026, 5, 1)


def test_workbooks_of_different_days_have_no_day_in_common(tmp_path: Path) -> None:
    books = [
        write(tmp_path, POST, organisation={"effective": day}, name=f"{day}.xlsx").path
        for day in (date(2025, 6, 30), DAY)
    ]
    report = xl_vsm.check(books)
    assert report.parameters.effective is None
    assert [w.effective for w in report.workbooks] == [date(2025, 6, 30), DAY]
    assert xl_vsm.check(books, effective=DAY).parameters.effective == DAY


@pytest.mark.parametrize(
    ("effective", "known"), [(date(2026, 6, 1), None), (date(2026, 6, 1), date(2026, 1, 1))]
)
def test_what_is_pending_is_named(tmp_path: Path, effective: date, known: date | None) -> None:
    post = {name: DIRECTOR[name] for name in ("post", "role", "salary", "award_outcome")}
    report, book = report_on(tmp_path, post, effective=effective, known=known)
    assert ("AWD101", book.cell("award_outcome")) in faults(report)
    assert only(report, "AWD101").marks[-1] == "pending"
    assert report.parameters.pending == ("withholding terms",)


def test_nothing_is_pending_while_the_terms_are_decided(tmp_path: Path) -> None:
    report, _ = report_on(tmp_path, DIRECTOR)
    assert report.parameters.pending == ()
