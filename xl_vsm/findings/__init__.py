"""What a check found, and the report that holds it. All that the reports may know."""

from __future__ import annotations

from xl_vsm.findings.address import address
from xl_vsm.findings.finding import (
    SEVERITIES,
    FailOn,
    Finding,
    Mark,
    NotChecked,
    Severity,
    SourceReference,
)
from xl_vsm.findings.parameters import ParametersReport, UsedPublication
from xl_vsm.findings.post import PostReport
from xl_vsm.findings.reading import ColumnReport, SheetReport, SkippedRow, UnknownColumn
from xl_vsm.findings.report import AnyReport, Report, Summary, Tool, summarise
from xl_vsm.findings.workbook import WorkbookReport

__all__ = [
    "SEVERITIES",
    "AnyReport",
    "ColumnReport",
    "FailOn",
    "Finding",
    "Mark",
    "NotChecked",
    "ParametersReport",
    "PostReport",
    "Report",
    "Severity",
    "SheetReport",
    "SkippedRow",
    "SourceReference",
    "Summary",
    "Tool",
    "UnknownColumn",
    "UsedPublication",
    "WorkbookReport",
    "address",
    "summarise",
]
