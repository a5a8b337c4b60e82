"""A report of many workbooks that are never all there at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import TextIO
from weakref import ref

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


class _Watched(Estate):
    """A result that watches how many of its workbooks are held, and how far the writer is."""

    def __init__(self, report: Report, out: StringIO) -> None:
        super().__init__(report)
        self.out = out
        self.made: list[ref[WorkbookReport]] = []
        self.held: list[int] = []
        self.written: list[int] = []

    @property
    def workbooks(self) -> Iterator[WorkbookReport]:  # type: ignore[override]
        self.written.clear()
        for each in self.report.workbooks * 8:
            self.held.append(sum(made() is not None for made in self.made))
            self.written.append(self.out.tell())
            copy = each.model_copy(deep=True)
            self.made.append(ref(copy))
            yield copy
            del copy

    @property
    def summary(self) -> Summary:
        return self.report.summary


def most_held(write: Callable[[AnyReport, TextIO], None], report: Report) -> int:
    """Return how many workbooks a writer holds at most when it asks for another.

    It is also seen that what was made of one is written before the one after the next is asked for.
    """
    out = StringIO()
    watched = _Watched(report, out)
    write(watched, out)
    assert len(watched.written) == 8
    for earlier, later in zip(watched.written, watched.written[2:], strict=False):
        assert later > earlier
    return max(watched.held)
