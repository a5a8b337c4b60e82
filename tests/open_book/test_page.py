"""What the sheet says, of reports of every kind."""

from __future__ import annotations

from datetime import date

import pytest

import xl_vsm
from tests.open_book.conftest import EXAMPLES
from xl_vsm.findings import NotChecked, Report
from xl_vsm.open_book.page import Line, page
from xl_vsm.open_book.reading import ALL
from xl_vsm.reports.sheet_words import LONGEST


def report_of(name: str, effective: date | None = None) -> Report:
    return xl_vsm.check(EXAMPLES / f"{name}.xlsx", effective=effective)


def changed(report: Report, **parts: object) -> Report:
    (workbook,) = report.workbooks
    return report.model_copy(update={"workbooks": (workbook.model_copy(update=parts),)})


def texts(lines: list[Line]) -> list[str]:
    return [" | ".join(line.cells) for line in lines]


@pytest.fixture(scope="module")
def faults() -> Report:
    return report_of("trust_board_pay_faults")


def test_every_finding_is_a_row_with_its_place(faults: Report) -> None:
    rows = [line for line in page(faults, {}) if line.look == "finding"]
    assert len(rows) == len(faults.findings)
    assert {line.place for line in rows} == {
        (each.sheet, each.cell) if each.cell else None for each in faults.findings
    }
    assert all(line.severity == line.cells[0] for line in rows)


def test_what_not_to_rely_on_stands_above_all_else() -> None:
    lines = page(report_of("trust_board_pay_faults", date(2026, 9, 30)), {})
    banners = [line.cells[0].split(":")[0] for line in lines[2:5]]
    assert banners == ["ILLUSTRATIVE", "PENDING", "TRANSCRIBED"]
    assert {line.look for line in lines[2:5]} == {"banner"}


def test_one_reason_is_said_once_with_a_few_of_its_cells(faults: Report) -> None:
    skipped = tuple(
        NotChecked(code=code, name="a-fault", sheet="Pay", cell=f"H{row}", reason="it is blank")
        for row in range(1, 12)
        for code in ("PAY102", "PAY101")
    )
    lines = texts(page(changed(faults, not_checked=skipped), {}))
    (said,) = [line for line in lines if line.startswith("It is blank")]
    assert said.startswith("It is blank: PAY101, PAY102 at Pay!H1, Pay!H2")
    assert said.endswith("Pay!H8 and 3 more")


def test_what_was_not_seen_is_said_with_what_follows(faults: Report) -> None:
    lines = texts(page(faults, {ALL[0]: [], ALL[2]: ["Pay", "Old pay"]}))
    assert any(line.startswith("The formulas were not looked at here: a row of") for line in lines)
    assert any("columns on Pay and Old pay were not looked at here" in line for line in lines)


def test_a_text_too_long_or_unprintable_is_made_fit(faults: Report) -> None:
    (workbook,) = faults.workbooks
    first = workbook.findings[0].model_copy(update={"stated": "x\r\ny" + "z" * 5_000})
    lines = page(changed(faults, findings=(first,)), {})
    (row,) = [line for line in lines if line.look == "finding"]
    assert row.cells[5].startswith("x  yzz")
    assert len(row.cells[5]) == LONGEST
    assert row.cells[5].endswith("…")
