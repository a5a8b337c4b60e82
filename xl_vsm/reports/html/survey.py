"""What is said before the first workbook: one look at each, of which a line is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from xl_vsm.findings import SEVERITIES, AnyReport, WorkbookReport
from xl_vsm.reports.html.safe import file_name


def anchor(number: int) -> str:
    """Return what the page calls a workbook, the first being 1. Nothing of the file's is in it."""
    return f"w{number}"


@dataclass(frozen=True, slots=True)
class Line:
    """A workbook in the list of contents.

    Attributes:
        number: its place in the report, from 1.
        path: where the file is.
        organisation: whose posts they are.
        counts: how many errors, warnings and notes.
        not_checked: how many checks could not be made.
        complete: whether the tool could do its work.
        drawn: whether it has pictures of pay.
    """

    number: int
    path: str
    organisation: str
    counts: tuple[int, ...]
    not_checked: int
    complete: bool
    drawn: bool

    @property
    def anchor(self) -> str:
        """Where the page has it."""
        return anchor(self.number)

    @property
    def name(self) -> str:
        """The file's name."""
        return file_name(self.path)


@dataclass(frozen=True)
class Survey:
    """What all workbooks come to.

    Attributes:
        lines: one for each workbook, in order.
        codes: how many findings of each code, with its name.
    """

    lines: list[Line] = field(default_factory=list)
    codes: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def not_checked(self) -> int:
        """How many checks could not be made."""
        return sum(line.not_checked for line in self.lines)

    @property
    def namesakes(self) -> frozenset[str]:
        """The file names that more than one workbook has."""
        times = Counter(line.name for line in self.lines)
        return frozenset(name for name, number in times.items() if number > 1)

    @property
    def incomplete(self) -> int:
        """How many workbooks the tool could not do its work on."""
        return sum(not line.complete for line in self.lines)


def survey(report: AnyReport) -> Survey:
    """Go through every workbook once, and keep a line of each."""
    made = Survey()
    for number, workbook in enumerate(report.workbooks, start=1):
        made.lines.append(_line(number, workbook))
        made.codes.update((finding.code, finding.name) for finding in workbook.findings)
    return made


def _line(number: int, workbook: WorkbookReport) -> Line:
    found = Counter(finding.severity for finding in workbook.findings)
    return Line(
        number=number,
        path=workbook.path,
        organisation=workbook.organisation or "",
        counts=tuple(found[severity] for severity in SEVERITIES),
        not_checked=len(workbook.not_checked),
        complete=workbook.complete,
        drawn=bool(workbook.posts),
    )
