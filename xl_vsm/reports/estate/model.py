"""What an estate summary says: counts, and one line for each organisation, code and workbook.

Every text is as the workbooks have it: whoever shows it makes it inert.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from xl_vsm.findings import ParametersReport, Severity, Tool

NOT_STATED: Final = "not stated"
"""What stands for an organisation that no workbook names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much was looked at, and how much was found."""

    workbooks: int = 0
    unread: int = 0
    """How many of the workbooks could not be read at all."""
    in_part: int = 0
    """How many were read, but a check crashed, so that not every answer is there."""
    posts: int = 0
    error: int = 0
    warning: int = 0
    note: int = 0
    not_checked: int = 0
    accepted: int = 0
    """How many findings are left out because an accepted run had them already."""

    @property
    def findings(self) -> int:
        """How many findings of any severity."""
        return self.error + self.warning + self.note

    @property
    def read(self) -> int:
        """How many of the workbooks could be read."""
        return self.workbooks - self.unread


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationLine(Counts):
    """One organisation. Names that differ only by case or spacing are one."""

    name: str = NOT_STATED
    stated: bool = True
    """False for the line of the workbooks that name no organisation, the unread ones among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLine:
    """One code of findings."""

    code: str
    name: str
    severity: Severity
    """The worst that it had."""
    findings: int
    workbooks: int
    organisations: int
    """How many that state their name. Workbooks that state none are not counted as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """One check that could not be made somewhere."""

    code: str
    name: str
    times: int
    workbooks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookLine:
    """One workbook."""

    path: str
    organisation: str | None
    """As `OrganisationLine.name` has it; None where it is not stated."""
    posts: int
    error: int
    warning: int
    note: int
    not_checked: int
    accepted: int
    read: bool
    complete: bool
    """False for a workbook that was not read, or in which a check crashed."""
    code: str | None = None
    """Why it was not read, or not checked in full."""
    message: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estate:
    """The whole of a run, small enough to hold."""

    tool: Tool
    profile: str | None
    redacted: bool
    interrupted: bool
    parameters: ParametersReport
    totals: Counts
    organisations: tuple[OrganisationLine, ...]
    """Worst first."""
    codes: tuple[CodeLine, ...]
    """Errors first, and the most frequent of each severity first."""
    gaps: tuple[GapLine, ...]
    """The most frequent first."""
    workbooks: tuple[WorkbookLine, ...]
    """In the order of the report."""

    @property
    def named(self) -> int:
        """How many organisations are named."""
        return sum(each.stated for each in self.organisations)
