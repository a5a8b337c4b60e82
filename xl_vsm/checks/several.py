"""What is found in several workbooks, put into one report."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from xl_vsm.checks.figures_used import Together, figures_used
from xl_vsm.checks.one_workbook import Question, check_workbook
from xl_vsm.checks.registry import load
from xl_vsm.findings import Report, Tool, WorkbookReport, summarise
from xl_vsm.parameters import Parameters
from xl_vsm.release import VERSION


def check_each(paths: Iterable[str | Path], question: Question) -> Report:
    """Check workbooks one after the other and return the report."""
    load()  # while the first workbook is read
    return gather((check_workbook(Path(path), question) for path in paths), question)


def gather(checked: Iterable[tuple[WorkbookReport, Parameters]], question: Question) -> Report:
    """Put checked workbooks into one report, with every figure that was used."""
    together = Together(question.effective, question.known)
    workbooks: list[WorkbookReport] = []
    for workbook, p in checked:
        workbooks.append(workbook)
        together.add(figures_used(workbook, p))
    return Report(
        tool=Tool(version=VERSION),
        parameters=together.report(),
        workbooks=tuple(workbooks),
        summary=summarise(workbooks),
    )
