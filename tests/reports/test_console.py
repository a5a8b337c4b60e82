from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.posts import DIRECTOR, TRUST, report_on
from tests.reports.text import in_colour, written
from xl_vsm.findings import (
    Finding,
    NotChecked,
    ParametersReport,
    Report,
    SheetReport,
    SourceReference,
    Tool,
    WorkbookReport,
    summarise,
)
from xl_vsm.reports.console import write

NEXT_YEAR = date(2026, 6, 1)


def made(
    *findings: Finding,
    not_checked: tuple[NotChecked, ...] = (),
    sheets: tuple[SheetReport, ...] = (),
    **parameters: Any,
) -> Report:
    workbook = WorkbookReport(
        path="pay.xlsx",
        sha256=None,
        rows=1,
        effective=None,
        sheets=sheets,
        findings=findings,
        not_checked=not_checked,
    )
    return Report(
        tool=Tool(version="1"),
        parameters=ParametersReport(release="1", effective=None, known=None, **parameters),
        workbooks=(workbook,),
        summary=summarise((workbook,)),
    )


def finding(**changed: Any) -> Finding:
    usual: dict[str, Any] = {
        "code": "PEN101",
        "name": "contribution-rate-mismatch",
        "severity": "error",
        "sheet": "Pay",
        "cell": "H14",
        "field": "pension_rate",
        "row_key": "1001",
        "stated": "10.7%",
        "expected": "12.5%",
        "message": "Pay!H14 contribution rate is 10.7%; 12.5% is due",
        "why": "the rate of the tier is due on all of the pay",
        "source": SourceReference(title="SI 2025/821", url=None, locator="regulation 2"),
        "help_url": "docs/reference/checks.md#pen101",
    }
    return Finding.model_validate(usual | changed)


def flat(text: str) -> str:
    """Return a text without its line breaks, which the width of the page decides."""
    return " ".join(text.split())


def test_each_finding_with_its_cell_code_words_and_source(tmp_path: Path) -> None:
    post = DIRECTOR | {"pension_tier": 5, "band": "B", "award_amount": 1, "salary": 160_000}
    report, _ = report_on(tmp_path, post)
    text = flat(written(report))
    assert len(report.findings) > 4
    for each in report.findings:
        assert f"{each.code} {each.name}" in text
        assert f"{each.severity} {each.cell or ''}".strip() in text
        assert flat(each.text)[1:] in text  # its first letter is a capital
        if each.field in {"pension_tier", "band"}:
            assert f"is {each.stated}; {each.expected} is due" in text
        if each.source:
            assert flat(f"{each.source.title}, {each.source.locator}") in text


def test_the_parts_of_the_page() -> None:
    sheets = (
        SheetReport(name="Pay", header_row=4, columns={"salary": "D"}, hidden=True),
        SheetReport(name="Notes", header_row=None, columns={}),
    )
    text = written(made(finding(hidden=True), sheets=sheets))
    assert "Pay, hidden: headings in row 4, 1 column read" in text
    assert "Notes" not in text
    assert "1001   (hidden)" in text
    assert "SI 2025/821, regulation 2" in text
    assert (
        "1 error, 0 warnings, 0 notes in 1 post of 1 workbook; 0 checks could not be made" in text
    )


def test_nothing_wrong_is_said() -> None:
    text = written(made())
    assert "Nothing wrong found." in text
    assert "Not checked" not in text
    assert "Figures used" not in text
    assert "Before you rely on this" not in text


def test_a_finding_without_a_document_says_why() -> None:
    text = flat(written(made(finding(source=None, sheet=None, cell=None, row_key=None))))
    assert "The workbook as a whole" in text
    assert "the rate of the tier is due on all of the pay" in text


def test_a_source_without_a_place() -> None:
    source = SourceReference(title="SI 2025/821", url=None)
    lines = written(made(finding(source=source))).splitlines()
    assert any(line.rstrip().endswith("SI 2025/821") for line in lines)


def test_each_reason_is_said_once_with_its_cells() -> None:
    def skip(code: str, cell: str | None, reason: str, sheet: str = "Pay") -> NotChecked:
        return NotChecked(code=code, name="x", sheet=sheet, cell=cell, reason=reason)

    blank = [skip("PEN101", f"H{row}", "the rate is blank") for row in range(5, 13)]
    columns = skip("BIL101", None, "the sheet has no column for the paybill")
    text = flat(written(made(not_checked=(*blank, columns))))
    assert "The rate is blank PEN101: H5, H6, H7, H8, H9, H10 and 2 more" in text
    assert "The sheet has no column for the paybill BIL101" in text
    assert "9 checks could not be made" in text
    other = skip("PEN102", "B2", "the tier is blank", sheet="Board pay")
    text = flat(written(made(not_checked=(blank[0], other))))
    assert "PEN101: Pay!H5" in text
    assert "PEN102: 'Board pay'!B2" in text


def test_the_banner_names_what_not_to_rely_on(tmp_path: Path) -> None:
    report, _ = report_on(tmp_path, DIRECTOR, effective=NEXT_YEAR)
    text = flat(written(report))
    assert "Before you rely on this" in text
    assert "ILLUSTRATIVE pay ranges: made-up figures" in text
    assert "PENDING withholding terms: under review" in text
    assert "TRANSCRIBED" in text
    assert "member contribution tiers" in text.partition("TRANSCRIBED")[2].replace("│ │ ", "")


def test_no_banner_where_everything_is_published(tmp_path: Path) -> None:
    post = {"post": "Secretary", "pensionable_pay": 64_500, "pension_tier": 5}
    report, _ = report_on(tmp_path, post)
    assert "Before you rely on this" not in written(report)


def test_the_figures_that_were_used(tmp_path: Path) -> None:
    post = {"post": "Secretary", "pensionable_pay": 64_500, "pension_tier": 6}
    report, _ = report_on(tmp_path, post, known=date(2025, 6, 1))
    text = flat(written(report))
    assert "Figures used as known: 1 June 2025" in text
    assert "member contribution tiers from 1 April 2025 published March 2025 primary" in text


NASTY = (
    "l5\x1b[31m\x1b]8;;http://x\x07[bold red]hi[/]\x9b2J\u202eevil\r\n  error  A1  PEN999 forged"
)


@pytest.mark.parametrize("place", ["message", "why", "row_key", "sheet", "cell_reason", "path"])
def test_a_cell_cannot_steer_the_terminal(place: str) -> None:
    if place == "message":
        report = made(finding(message=f"Pay!H14 salary cannot be read: {NASTY}"))
    elif place == "cell_reason":
        skip = NotChecked(code="PEN101", name="x", sheet="Pay", cell="H5", reason=NASTY)
        report = made(not_checked=(skip,))
    elif place == "path":
        plain = made()
        workbook = plain.workbooks[0].model_copy(update={"path": NASTY})
        report = plain.model_copy(update={"workbooks": (workbook,)})
    else:
        report = made(finding(source=None, **{place: NASTY}))
    for text in (written(report), in_colour(report)):
        for sign in ("\x1b", "\x07", "\x9b", "\u202e", "\r"):
            assert sign not in text
        if place != "path":
            assert "[bold red]hi[/]" in text  # shown as it stands, not obeyed
        assert not any(line.split()[:2] == ["error", "A1"] for line in text.splitlines())


def test_a_nasty_cell_of_a_real_workbook(tmp_path: Path) -> None:
    nasty = "l5 [bold]x[/bold]\x9b31m\n  error    A1   PEN999 forged"
    report, book = report_on(
        tmp_path, DIRECTOR | {"pension_tier": nasty, "reference": nasty, "position": nasty}
    )
    text = written(report)
    assert "WBK101" in text
    assert "[bold]x[/bold]" in text
    assert "\x9b" not in text
    assert not any(line.split()[:2] == ["error", "A1"] for line in text.splitlines())
    assert book.cell("pension_tier") in text


def test_colour_is_for_terminals(tmp_path: Path) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    report, _ = report_on(tmp_path, DIRECTOR | {"pension_tier": 5}, organisation=TRUST)
    plain, terminal = StringIO(), Terminal()
    write(report, plain)
    write(report, terminal)
    assert "\x1b" not in plain.getvalue()
    assert "PEN102" in terminal.getvalue()
    assert written(report) == plain.getvalue()


def test_a_long_path_keeps_the_name_of_the_file() -> None:
    plain = made()
    path = f"/{'a' * 60}/{'b' * 60}/board pay 2025-26.xlsx"
    workbook = plain.workbooks[0].model_copy(update={"path": path})
    text = written(plain.model_copy(update={"workbooks": (workbook,)}))
    assert "board pay 2025-26.xlsx" in text
