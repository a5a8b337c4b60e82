"""Findings and workbooks made for the tests of what a run makes of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from xl_vsm.findings import (
    ColumnReport,
    Finding,
    NotChecked,
    PostReport,
    SheetReport,
    SkippedRow,
    SourceReference,
    UnknownColumn,
    WorkbookReport,
)

SECRETS = ("secret post", "1234567", "7654321", "secret words", "secret heading", "REF-9")
"""What nobody may be told in a redacted report."""


def finding(**others: Any) -> Finding:
    said: dict[str, Any] = {
        "code": "PEN101",
        "name": "contribution-rate-mismatch",
        "severity": "error",
        "sheet": "Pay",
        "cell": "H14",
        "field": "pension_rate",
        "row_key": "REF-9",
        "post": "secret post",
        "stated": "1234567",
        "expected": "7654321",
        "message": "Pay!H14 is 1234567; 7654321 is due (secret words)",
        "why": "secret words",
        "source": SourceReference(title="The tiers", url="https://www.nhsbsa.nhs.uk/tiers"),
        "help_url": "docs/reference/checks.md#pen101",
    }
    return Finding(**said | others)


def workbook(*findings: Finding, **others: Any) -> WorkbookReport:
    said: dict[str, Any] = {
        "path": "trusts/north/pay.xlsx",
        "sha256": "0" * 64,
        "organisation": "Northmoor Vale NHS Foundation Trust",
        "rows": 3,
        "effective": date(2025, 4, 1),
        "sheets": (
            SheetReport(
                name="Pay",
                header_row=4,
                columns={"salary": "D"},
                reading={
                    "salary": ColumnReport(
                        heading="secret heading",
                        confidence="certain",
                        why="secret words",
                        stated=3,
                        blank=0,
                        blank_means="not known",
                        converted=1,
                        example="'1234567' as £1,234,567",
                    )
                },
                notes=("secret words",),
                skipped=(SkippedRow(row=9, reason="secret words"),),
                unknown=(UnknownColumn(column="Z", header="secret heading"),),
            ),
        ),
        "findings": findings,
        "not_checked": (
            NotChecked(
                code="PAY101",
                name="salary-below-minimum",
                sheet="Pay",
                cell="D9",
                reason="the salary cannot be read: 'secret words'",
            ),
        ),
        "posts": (
            PostReport(
                key="REF-9", post="secret post", sheet="Pay", cell="D5", salary=Decimal(1234567)
            ),
        ),
    }
    return WorkbookReport(**said | others)
