from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.posts import DIRECTOR, ICB, TRUST, Book, faults, reasons, report_on
from xl_vsm.checks.registry import all_checks, post_checks
from xl_vsm.findings import Report


def skipped(report: Report) -> dict[str, list[tuple[str | None, str]]]:
    """Return cell and reason of what was not checked, by code."""
    found: dict[str, list[tuple[str | None, str]]] = {}
    for workbook in report.workbooks:
        for each in workbook.not_checked:
            found.setdefault(each.code, []).append((each.cell, each.reason))
    return found


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, "the member contribution is blank"),
        ("n/a", "the member contribution says 'n/a'"),
        ("Not in scheme", "the member contribution says 'Not in scheme'"),
        ("TBC", "the member contribution cannot be read: 'TBC'"),
        ("#REF!", "the member contribution shows #REF!"),
        ("=1+1", "the member contribution is a formula that no spreadsheet program"),
    ],
)
def test_a_figure_that_states_nothing(tmp_path: Path, value: Any, reason: str) -> None:
    report, book = report_on(tmp_path, DIRECTOR | {"pension_contribution": value})
    ((cell, said),) = skipped(report)["PEN103"]
    assert cell == book.cell("pension_contribution")
    assert said.startswith(reason)
    assert {"PEN101", "PEN102"}.isdisjoint(skipped(report))


def test_a_missing_fact_is_named_with_its_cell(tmp_path: Path) -> None:
    report, book = report_on(tmp_path, DIRECTOR | {"pensionable_pay": "see note"})
    at = book.cell("pensionable_pay")
    for code, field in (("PEN101", "pension_rate"), ("PEN102", "pension_tier")):
        assert skipped(report)[code] == [
            (book.cell(field), f"the pensionable pay cannot be read: 'see note' ({at})")
        ]
    assert faults(report) == [("WBK101", at)]


@pytest.mark.parametrize("check", [c for c in post_checks() if c.subject], ids=lambda c: c.code)
def test_a_column_that_is_not_there_is_said_once(tmp_path: Path, check: Any) -> None:
    post = {name: value for name, value in DIRECTOR.items() if name != check.subject}
    report, _ = report_on(tmp_path, post, post | {"reference": "1002"})
    said = [(cell, why) for cell, why in skipped(report)[check.code] if cell is None]
    assert len(said) == 1
    assert said[0][1].startswith("the sheet has no column for the ")


def test_nothing_is_checked_before_the_framework(tmp_path: Path) -> None:
    report, book = report_on(tmp_path, DIRECTOR, effective=date(2025, 3, 31))
    at = skipped(report)
    for code, field in (
        ("BND101", "band"),
        ("PAY101", "salary"),
        ("PAY102", "salary"),
        ("PAY103", "position"),
        ("PAY201", "premium_amount"),
        ("PAY202", "premium_rate"),
        ("AWD101", "award_outcome"),
        ("AWD102", "award_amount"),
        ("APR101", "salary"),
    ):
        ((cell, reason),) = at[code]
        assert cell == book.cell(field)
        assert "there is none for 31 March 2025" in reason
    # The figures of other years are there: National Insurance at 13.8% above £9,100.
    assert "BIL102" not in at
    assert ("BIL102", book.cell("employer_national_insurance")) in faults(report)


def test_a_turnover_that_is_not_stated(tmp_path: Path) -> None:
    organisation = {"organisation_type": "trust", "segment": 2}
    report, _ = report_on(tmp_path, DIRECTOR, organisation=organisation)
    assert faults(report) == []
    for code in ("BND101", "PAY101", "PAY102", "PAY103"):
        assert reasons(report, code) == ["the workbook does not state the turnover"]


def test_a_turnover_of_the_posts_own_is_used(tmp_path: Path) -> None:
    # A post across two trusts is banded by their combined turnover (S15).
    post = DIRECTOR | {"turnover": 612_000_000}
    report, book = report_on(tmp_path, post, post | {"turnover": None, "reference": "1002"})
    assert faults(report) == [("BND101", book.cell("band"))]


@pytest.mark.parametrize(
    ("organisation", "reason"),
    [
        ({}, "the workbook does not state the organisation type"),
        ({"organisation_type": "hospital"}, 'the organisation type must be "trust" or "ICB"'),
        ({"organisation_type": "ICB"}, "the workbook does not state the weighted population"),
    ],
)
def test_an_organisation_that_is_not_said(
    tmp_path: Path, organisation: dict[str, Any], reason: str
) -> None:
    report, _ = report_on(tmp_path, DIRECTOR, organisation=organisation)
    (said,) = reasons(report, "BND101")
    assert said.startswith(reason)


@pytest.mark.parametrize(
    ("change", "code", "reason"),
    [
        ({"contract": "Agenda for Change"}, "PAY101", "Agenda for Change"),
        ({"contract": "agency"}, "APR101", "off payroll"),
        ({"contract": "Consultant (medical)"}, "PAY103", "on a medical contract"),
        ({"post": "Chair", "role": None}, "PAY101", "not an executive post"),
        ({"post": "Deputy Director of Finance", "role": None}, "PAY101", "below director"),
        ({"post": "Strategic Lead", "role": None}, "PAY101", "does not tell"),
        ({"role": "designated VSM"}, "PAY102", "none for a designated VSM"),
        ({"left": date(2025, 9, 29)}, "AWD101", "has left"),
        ({"objectives_met": None}, "AWD101", "objectives met is blank"),
        ({"appointed": "soon"}, "AWD102", "date appointed cannot be read"),
        ({"premium_rate": 0.12}, "PAY201", "was not compared, because the rate is 12%"),
        ({"premium_rate": "ten"}, "PAY201", "premium rate cannot be read"),
        ({"premium_ground": "great work"}, "PAY202", 'premium ground must be "additional'),
        ({"position": "high"}, "PAY103", 'position in range must be "below range"'),
        ({"post": "Vacant", "salary": None}, "WBK102", "the post is vacant"),
    ],
)
def test_why_a_check_was_not_made(
    tmp_path: Path, change: dict[str, Any], code: str, reason: str
) -> None:
    report, _ = report_on(tmp_path, DIRECTOR | change)
    (said,) = reasons(report, code)
    assert reason in said
    assert code not in {found.code for found in report.findings}


@pytest.mark.parametrize(
    ("organisation", "reason"),
    [
        ({"organisation_type": "trust"}, "does not state the trust's oversight segment"),
        (ICB, "the committee decides: the organisation has no segment"),
        (TRUST | {"segment": 7}, "segment must be 1, 2, 3, 4 or 5"),
    ],
)
def test_an_award_that_nothing_settles(
    tmp_path: Path, organisation: dict[str, Any], reason: str
) -> None:
    report, _ = report_on(tmp_path, DIRECTOR, organisation=organisation)
    assert reason in reasons(report, "AWD101")[0]
    assert {f.code for f in report.findings}.isdisjoint({"AWD101", "AWD102", "AWD103"})


def test_no_amount_follows_from_a_committees_decision(tmp_path: Path) -> None:
    post = DIRECTOR | {"objectives_met": "no", "exceptional_circumstances": "yes"}
    report, _ = report_on(tmp_path, post | {"award_outcome": "committee decision"})
    assert faults(report) == []
    assert reasons(report, "AWD102") == ["no amount follows from the outcome: committee decision"]


def test_a_post_without_a_premium_has_no_premium_to_check(tmp_path: Path) -> None:
    none = dict.fromkeys(("premium_ground", "premium_rate", "premium_amount", "premium_start"))
    report, _ = report_on(tmp_path, DIRECTOR, DIRECTOR | none | {"reference": "1002"})
    assert faults(report) == []
    assert {"PAY201", "PAY202", "PAY203"}.isdisjoint(skipped(report))


def test_every_skip_says_which_check_and_why(tmp_path: Path) -> None:
    report, _ = report_on(tmp_path, dict.fromkeys(DIRECTOR, "TBC"))
    named = {check.code: check.name for check in all_checks()}
    (workbook,) = report.workbooks
    assert workbook.not_checked
    for each in workbook.not_checked:
        assert named[each.code] == each.name
        assert each.reason
        assert each.sheet == "Pay"


def test_one_bad_cell_never_hides_another(tmp_path: Path) -> None:
    bad: dict[str, Any] = {"band": "#REF!", "salary": -130_000, "pension_tier": "six"}
    report, book = report_on(tmp_path, DIRECTOR | bad, DIRECTOR | {"reference": "1002"})
    found = faults(report)
    assert ("WBK104", book.cell("band")) in found
    assert ("WBK103", book.cell("salary")) in found
    assert ("WBK101", book.cell("pension_tier")) in found
    assert not {cell for _, cell in found if _row(cell) == _row(book.cell("post", 1))}


def _row(cell: str | None) -> str:
    return (cell or "").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def test_a_book_knows_its_cells() -> None:
    assert Book(Path("pay.xlsx"), ("post", "salary"), 4).cell("salary", 1) == "B6"
