"""Checking any number of workbooks into one report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from xl_vsm.checks.figures_used import Together, figures_used
from xl_vsm.checks.one_workbook import Question, check_workbook
from xl_vsm.clock import today as today_by_the_clock
from xl_vsm.findings import Report, Tool, WorkbookReport, summarise
from xl_vsm.parameters import Parameters, Store
from xl_vsm.release import VERSION
from xl_vsm.sheets import Caps, Layout, Limits


def check(
    path: str | Path | Iterable[str | Path],
    *,
    effective: date | None = None,
    known: date | None = None,
    layout: Layout | None = None,
    store: Store | None = None,
    limits: Limits | None = None,
    caps: Caps | None = None,
    apart: bool = True,
    recalculate: bool = False,
) -> Report:
    """Check workbooks and return the report.

    Args:
        path: one workbook, or several.
        effective: the day the answers are for; else what each workbook states, else today.
        known: what had been published by this day; None for all that is in this release.
        layout: which column is which, where it should not be worked out from the headings.
        store: the figures; those of this release unless told otherwise.
        limits: how large a workbook may be.
        caps: how much time and memory reading one may take.
        apart: whether to parse each in a process of its own, so that no file can do harm.
        recalculate: whether to have ordinary formulas worked out afresh by LibreOffice.

    Returns:
        The report. A workbook that cannot be read is a finding in it, never an exception.
    """
    paths = [path] if isinstance(path, str | Path) else path
    question = Question(
        today_by_the_clock(),
        effective,
        known,
        layout,
        store,
        limits or Limits(),
        caps or Caps(),
        apart,
        recalculate,
    )
    return gather((check_workbook(Path(each), question) for each in paths), question)


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
