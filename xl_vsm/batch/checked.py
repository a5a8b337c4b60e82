"""One workbook checked, in whatever process or on whatever machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from xl_vsm.checks.figures_used import figures_used
from xl_vsm.checks.one_workbook import Question, check_workbook
from xl_vsm.checks.troubles import of_ending
from xl_vsm.findings import ParametersReport, WorkbookReport
from xl_vsm.findings.frozen import Frozen


class Checked(Frozen):
    """A workbook's report, and the figures that it rests on."""

    workbook: WorkbookReport
    figures: ParametersReport

    def __reduce__(self) -> tuple[Callable[[str], Checked], tuple[str]]:
        """Travel between processes as JSON, which is written and read in half of the time."""
        return Checked.model_validate_json, (self.model_dump_json(),)


def check_file(path: Path, question: Question) -> Checked:
    """Check one workbook; nothing is raised for any file."""
    workbook, p = check_workbook(path, question)
    return Checked(workbook=workbook, figures=figures_used(workbook, p))


def not_come_back(path: Path, question: Question, why: str) -> Checked:
    """Return a workbook whose check did not come back from where it was made."""
    workbook = of_ending(path, why)
    return Checked(workbook=workbook, figures=figures_used(workbook, question.parameters(None)))
