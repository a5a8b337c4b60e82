"""Everything about one workbook."""

from __future__ import annotations

from datetime import date

from xl_vsm.findings.finding import SEVERITIES, FailOn, Finding, NotChecked
from xl_vsm.findings.frozen import Frozen
from xl_vsm.findings.post import PostReport
from xl_vsm.findings.reading import SheetReport


class WorkbookReport(Frozen):
    """Everything about one workbook."""

    path: str
    sha256: str | None
    organisation: str | None = None
    """Whose posts they are, where the workbook says so."""
    rows: int
    effective: date | None
    sheets: tuple[SheetReport, ...]
    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    posts: tuple[PostReport, ...] = ()
    """The posts whose salary is stated, beside their ranges; no more than the first 500."""
    more_posts: int = 0
    """How many posts there are besides whose salary is stated."""
    accepted: int = 0
    """How many findings are left out because an accepted run had them already."""
    complete: bool = True
    """False where the tool could not do its work: an unreadable file, or a crash in a check."""

    def exit_code(self, fail_on: FailOn = "error") -> int:
        """Return 0 for nothing at or above `fail_on`, 1 for something, 2 for work not done."""
        if not self.complete:
            return 2
        if fail_on == "never":
            return 0
        counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        return int(any(finding.severity in counted for finding in self.findings))
