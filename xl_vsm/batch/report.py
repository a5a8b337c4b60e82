"""The report of a run whose workbooks are not all held at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from xl_vsm.batch.journal import Journal, Place
from xl_vsm.batch.treatment import Treatment
from xl_vsm.findings import (
    ParametersReport,
    Report,
    Summary,
    Tool,
    WorkbookReport,
    summarise,
)
from xl_vsm.release import VERSION


@dataclass(frozen=True, slots=True)
class Workbooks:
    """The workbooks of a run in its own order, each read from the journal when it is its turn."""

    journal: Journal
    places: tuple[Place, ...]
    treatment: Treatment

    def __iter__(self) -> Iterator[WorkbookReport]:
        """Give each, treated."""
        for place in self.places:
            yield self.treatment.of(self.journal.read(place).checked.workbook)

    def singly(self) -> Iterator[Report]:
        """Give a report of each by itself, figures and all: for a copy that its owner keeps."""
        treatment = replace(self.treatment, redact=False)
        for place in self.places:
            checked = self.journal.read(place).checked
            treated = treatment.of(checked.workbook)
            yield Report(
                tool=Tool(version=VERSION),
                parameters=checked.figures,
                workbooks=(treated,),
                summary=summarise((treated,)),
            )

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class RunReport:
    """What `AnyReport` asks for, a workbook at a time."""

    tool: Tool
    profile: str | None
    redacted: bool
    interrupted: bool
    parameters: ParametersReport
    workbooks: Workbooks
    summary: Summary
