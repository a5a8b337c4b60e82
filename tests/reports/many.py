"""A report of many workbooks that are never all there at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xl_vsm.findings import ParametersReport, Report, Summary, Tool, WorkbookReport, summarise


class _Again:
    """Workbooks that are made anew each time that somebody goes through them."""

    def __init__(self, workbooks: tuple[WorkbookReport, ...], times: int) -> None:
        self.workbooks = workbooks
        self.times = times

    def __iter__(self) -> Iterator[WorkbookReport]:
        for _ in range(self.times):
            for each in self.workbooks:
                yield each.model_copy(deep=True)


@dataclass
class Estate:
    """A run's result that is no pydantic model, as a batch of thousands gives."""

    report: Report
    times: int = 1
    profile: str | None = None
    redacted: bool = False
    interrupted: bool = False

    @property
    def tool(self) -> Tool:
        return self.report.tool

    @property
    def parameters(self) -> ParametersReport:
        return self.report.parameters

    @property
    def workbooks(self) -> _Again:
        return _Again(self.report.workbooks, self.times)

    @property
    def summary(self) -> Summary:
        return summarise(self.workbooks)
