"""Checking any number of workbooks into one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from xl_vsm.checks.finding import reference
from xl_vsm.checks.one_workbook import Question, check_workbook
from xl_vsm.clock import today as today_by_the_clock
from xl_vsm.findings import (
    ParametersReport,
    Report,
    Tool,
    UsedPublication,
    WorkbookReport,
    summarise,
)
from xl_vsm.parameters import NotInForce, Parameters, Store
from xl_vsm.parameters.parameters import in_words
from xl_vsm.release import VERSION
from xl_vsm.rules.awards.withhold import decided_terms
from xl_vsm.rules.rule import Citation
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
    workbooks: list[WorkbookReport] = []
    views: list[Parameters] = []
    for workbook, p in checked:
        workbooks.append(workbook)
        views.append(p)
    days = {w.effective for w in workbooks if w.effective}
    return Report(
        tool=Tool(version=VERSION),
        parameters=ParametersReport(
            release=VERSION,
            effective=question.effective or (days.pop() if len(days) == 1 else None),
            known=question.known,
            illustrative=_titles(view.illustrative for view in views),
            pending=_titles(map(_pending, workbooks, views)),
            transcribed=_titles(view.transcribed for view in views),
            used=tuple(dict.fromkeys(each for view in views for each in _used(view))),
        ),
        workbooks=tuple(workbooks),
        summary=summarise(tuple(workbooks)),
    )


def _titles(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(title for group in groups for title in group))


def _pending(workbook: WorkbookReport, p: Parameters) -> tuple[str, ...]:
    """Name what the workbook states and what is still under review for its day."""
    awards = {"award_outcome", "award_amount"}
    if not any(awards & sheet.places.keys() for sheet in workbook.sheets):
        return ()
    try:
        return () if decided_terms(p) is not None else (in_words("withholding-terms"),)
    except NotInForce:
        return ()  # before the framework nothing awaits a decision


def _used(p: Parameters) -> Iterator[UsedPublication]:
    for name, publication in sorted(p.used.items()):
        yield UsedPublication(
            name=name,
            publication=publication.key,
            title=p.store.series(name).title,
            effective_from=publication.effective_from,
            published=publication.published,
            certainty=publication.certainty,
            source=reference(Citation(publication.source, publication.locator), p),
        )
