"""Reports to summarise, of invented organisations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from xl_vsm.findings import (
    Finding,
    NotChecked,
    ParametersReport,
    Severity,
    SheetReport,
    Summary,
    Tool,
    WorkbookReport,
)

TOOL = Tool(version="1")
FIGURES = ParametersReport(release="1", effective=None, known=None)
SHEET = SheetReport(name="Pay", header_row=1, columns={})


def finding(code: str = "PEN101", severity: Severity = "error", **changed: Any) -> Finding:
    usual: dict[str, Any] = {
        "code": code,
        "name": f"named-{code.lower()}",
        "severity": severity,
        "sheet": "Pay",
        "cell": "H14",
        "field": None,
        "row_key": "1001",
        "stated": "1",
        "expected": "2",
        "message": "Pay!H14 is 1; 2 is due",
        "why": "because",
        "source": None,
        "help_url": "checks.md",
    }
    return Finding.model_validate(usual | changed)


def skipped(code: str = "PAY101") -> NotChecked:
    return NotChecked(code=code, name=f"named-{code.lower()}", sheet=None, cell=None, reason="why")


def workbook(path: str, organisation: str | None = None, **changed: Any) -> WorkbookReport:
    usual: dict[str, Any] = {
        "path": path,
        "sha256": "0",
        "organisation": organisation,
        "rows": 3,
        "effective": None,
        "sheets": (SHEET,),
        "findings": (),
        "not_checked": (),
    }
    return WorkbookReport.model_validate(usual | changed)


def unread(path: str, code: str = "WBK003", message: str = "not a workbook") -> WorkbookReport:
    fault = finding(code, sheet=None, cell=None, message=message)
    return workbook(path, rows=0, sheets=(), sha256=None, findings=(fault,), complete=False)


@dataclass
class Run:
    """A report that gives its workbooks one at a time, and counts how often it was asked to."""

    given: tuple[WorkbookReport, ...]
    profile: str | None = None
    redacted: bool = False
    interrupted: bool = False
    parameters: ParametersReport = FIGURES
    tool: Tool = TOOL
    gone_through: int = 0

    @property
    def workbooks(self) -> Iterator[WorkbookReport]:
        self.gone_through += 1
        return iter(self.given)

    @property
    def summary(self) -> Summary:
        raise AssertionError("the estate counts for itself")


def run(*workbooks: WorkbookReport, **changed: Any) -> Run:
    return Run(workbooks, **changed)
