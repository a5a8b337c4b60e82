"""What is made of each workbook's findings before anybody reads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from xl_vsm.checks.registry import what_codes_hold
from xl_vsm.findings import WorkbookReport
from xl_vsm.policy import Baseline, Purpose, redacted


@dataclass(frozen=True, slots=True)
class Treatment:
    """How grave each finding is, which are known already, and whether figures are told.

    Attributes:
        purpose: what the findings of a workbook are for, by its path.
        baseline: an accepted run.
        redact: whether figures and titles of posts are left out.
    """

    purpose: Callable[[Path], Purpose]
    baseline: Baseline | None = None
    redact: bool = False

    def of(self, workbook: WorkbookReport) -> WorkbookReport:
        """Return the workbook as it is reported."""
        judged = self.purpose(Path(workbook.path)).judge(workbook)
        if self.baseline is not None:
            judged = self.baseline.new_in(judged)
        return redacted(judged, what_codes_hold()) if self.redact else judged

    def exit_code(self, treated: WorkbookReport) -> int:
        """Return what one workbook makes the run end with: 0, 1 or 2."""
        return treated.exit_code(self.purpose(Path(treated.path)).fail_on)
