"""What somebody could type into a workbook to harm whoever reads the report."""

from __future__ import annotations

from typing import Any

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

TEXTS = (
    "</failure><testcase name='forged'/>",
    "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "\x00\x01\x0b\x1b[31m\x7f\x9b\ufffe\uffff",
    "line\r\nforged,row\u2028\u2029",
    "\u202eevil\u2066",
    "lone \ud800 half",
    "[click](https://evil.example) {0} {{1}}",
    "=cmd|' /C calc'!A0",
    '"=1+1',
    "  @SUM(1)",
    '\t=HYPERLINK("https://evil.example")',
    "\uff1d1+1",
    "::error file=x::forged",
)


def finding(**changed: Any) -> Finding:
    """Return a finding as the checks make them."""
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


def book(*findings: Finding, **changed: Any) -> WorkbookReport:
    """Return a workbook in which something was found."""
    usual: dict[str, Any] = {
        "path": "pay.xlsx",
        "sha256": "0" * 64,
        "rows": 3,
        "effective": None,
        "sheets": (SheetReport(name="Pay", header_row=4, columns={"salary": "D"}),),
        "not_checked": (),
    }
    return WorkbookReport(findings=findings, **(usual | changed))


def report(*workbooks: WorkbookReport, **changed: Any) -> Report:
    """Return a report on workbooks."""
    usual: dict[str, Any] = {
        "tool": Tool(version="1"),
        "parameters": ParametersReport(release="1", effective=None, known=None),
        "summary": summarise(workbooks),
    }
    return Report(workbooks=workbooks, **(usual | changed))


def hostile_report() -> Report:
    """Return a report that has every such text in every place that a workbook has a say in."""
    books = [
        book(
            finding(sheet=text, row_key=text, post=text, stated=text, message=text, why=text),
            finding(message=f"Pay!H14 {text}", expected=text, severity="note"),
            path=f"{_as_a_name(text)}.xlsx",
            organisation=text,
            sheets=(SheetReport(name=text, header_row=4, columns={}),),
            not_checked=(NotChecked(code="PEN102", name="x", sheet=text, cell="A1", reason=text),),
        )
        for text in TEXTS
    ]
    return report(*books)


def _as_a_name(text: str) -> str:
    """Return what a file could be named: no zero, and a sign in no encoding as Python gives it."""
    return text.replace("\x00", "").replace("\ud800", "\udcff")
