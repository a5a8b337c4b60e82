"""The whole result of a run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, Protocol

from pydantic import Field

from xl_vsm.findings.finding import FailOn, Finding
from xl_vsm.findings.frozen import Frozen
from xl_vsm.findings.parameters import ParametersReport
from xl_vsm.findings.workbook import WorkbookReport


class Tool(Frozen):
    """Who made the report."""

    name: str = "xl-vsm"
    version: str


class Summary(Frozen):
    """How much was found."""

    error: int
    warning: int
    note: int
    rows: int
    workbooks: int
    accepted: int = 0
    """How many findings are left out because an accepted run had them already."""


class AnyReport(Protocol):
    """The result of a run as a report is written from it: all at once, or a workbook at a time.

    The workbooks may be gone through more than once. There may be too many to hold them all.
    """

    @property
    def tool(self) -> Tool:
        """Who made the report."""

    @property
    def profile(self) -> str | None:
        """The purpose that the severities were set for, where one was named."""

    @property
    def redacted(self) -> bool:
        """Whether figures and the titles of posts are left out."""

    @property
    def interrupted(self) -> bool:
        """Whether the run was stopped before every workbook was checked."""

    @property
    def parameters(self) -> ParametersReport:
        """Which figures were used."""

    @property
    def workbooks(self) -> Iterable[WorkbookReport]:
        """Everything about each workbook."""

    @property
    def summary(self) -> Summary:
        """How much was found."""


class Report(Frozen):
    """The whole result of a run, as the JSON shows it."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    tool: Tool
    profile: str | None = None
    """The purpose that the severities were set for, where one was named."""
    redacted: bool = False
    """Whether figures and the titles of posts are left out."""
    interrupted: bool = False
    """Whether the run was stopped before every workbook was checked."""
    parameters: ParametersReport
    workbooks: tuple[WorkbookReport, ...]
    summary: Summary

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of every workbook, in order."""
        return tuple(finding for workbook in self.workbooks for finding in workbook.findings)

    def exit_code(self, fail_on: FailOn = "error") -> int:
        """Return 0 for nothing at or above `fail_on`, 1 for something, 2 for work not done."""
        return max((each.exit_code(fail_on) for each in self.workbooks), default=0)


def summarise(workbooks: Iterable[WorkbookReport]) -> Summary:
    """Count what the workbooks hold."""
    counts = {"error": 0, "warning": 0, "note": 0, "rows": 0, "workbooks": 0, "accepted": 0}
    for workbook in workbooks:
        for finding in workbook.findings:
            counts[finding.severity] += 1
        counts["rows"] += workbook.rows
        counts["workbooks"] += 1
        counts["accepted"] += workbook.accepted
    return Summary(**counts)
