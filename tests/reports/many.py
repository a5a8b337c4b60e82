"""A report of many workbooks that are never all there at once."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from xl_vsm.findings import (
    AnyReport,
    ParametersReport,
    Report,
    Summary,
    Tool,
    WorkbookReport,
    summarise,
)


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


def grows_by(write: Callable[[AnyReport, TextIO], None], report: Report, folder: Path) -> float:
    """Return how many times the memory is needed for thirty times the workbooks."""

    def peak(times: int) -> int:
        with (folder / "report").open("w", encoding="utf-8", newline="") as out:
            tracemalloc.start()
            write(Estate(report, times), out)
            top = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        return top

    peak(1)  # what is made once and kept, such as tables of characters
    return peak(300) / peak(10)
