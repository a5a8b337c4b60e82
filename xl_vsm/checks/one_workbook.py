"""Checking one workbook: every check on every post, and nothing passed over."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xl_vsm.checks.cannot import CannotCheck, NothingToCheck
from xl_vsm.checks.case import Case, label
from xl_vsm.checks.check import Fault, NotMade, PostCheck
from xl_vsm.checks.finding import finding
from xl_vsm.checks.registry import post_checks, whole_checks
from xl_vsm.checks.troubles import (
    crash,
    day_not_stated,
    is_about_the_day,
    of_file,
    of_reading,
)
from xl_vsm.checks.whole_report import workbook_report
from xl_vsm.findings import Finding, NotChecked, WorkbookReport
from xl_vsm.parameters import NotInForce, Parameters, Store
from xl_vsm.rules import OverLimit, Unanswerable
from xl_vsm.sheets import (
    Caps,
    Entry,
    Layout,
    Limits,
    Opened,
    PostRow,
    RefusedFile,
    Workbook,
    opened,
)
from xl_vsm.sheets.beside import kept_layout, saying_so

if TYPE_CHECKING:
    from xl_vsm.checks.at_once.settled import Settled
    from xl_vsm.sheets import Begun


@dataclass(frozen=True, slots=True)
class Question:
    """What a run asks of its workbooks: the days, where the figures and columns are, the limits."""

    today: date
    effective: date | None = None
    known: date | None = None
    layout: Layout | None = None
    store: Store | None = None
    limits: Limits = field(default_factory=Limits)
    caps: Caps = field(default_factory=Caps)
    apart: bool = True
    recalculate: bool = False
    begun: Begun | None = field(default=None, compare=False)
    """A workbook that is being opened already, if any is."""

    def parameters(self, stated: Entry[date] | None) -> Parameters:
        """Return the figures for the day asked for, else the day stated, else today."""
        day = self.effective or (stated.value if stated else None) or self.today
        return Parameters(day, self.known, self.store)


@dataclass(slots=True)
class _Found:
    findings: list[Finding] = field(default_factory=list)
    not_checked: list[NotChecked] = field(default_factory=list)
    crashed: bool = False


def check_workbook(path: Path, question: Question) -> tuple[WorkbookReport, Parameters]:
    """Read a workbook and check it.

    Returns:
        The report, and the parameters with every publication that was used. A file that cannot
        be read gives a report of one finding, which says so; nothing is raised.
    """
    try:
        layout, kept = _layout(path, question)
        file = _opened(path, question, keep_alike=not question.recalculate)
        if file.has_alike and (made := _at_once(file, layout, question)):
            return check_read(_said(made.workbook, path, kept), question, made)
        workbook = _said(file.understood(layout), path, kept)
    except RefusedFile as refused:
        return of_file(path, refused), question.parameters(None)
    return check_read(workbook, question)


def _at_once(file: Opened, layout: Layout | None, question: Question) -> Settled | None:
    from xl_vsm.checks.at_once.settled import settled  # noqa: PLC0415 - only for a long list

    return settled(file, layout, lambda of: question.parameters(of.particulars.effective))


def _opened(path: Path, question: Question, *, keep_alike: bool) -> Opened:
    return opened(
        path,
        limits=question.limits,
        caps=question.caps,
        apart=question.apart,
        keep_alike=keep_alike,
        begun=question.begun,
    )


def _layout(path: Path, question: Question) -> tuple[Layout | None, bool]:
    """Return the layout that was asked for, or else the one kept beside it, and if it is that."""
    kept = None if question.layout else kept_layout(path)
    return question.layout or kept, kept is not None


def _said(workbook: Workbook, path: Path, kept: bool) -> Workbook:
    return saying_so(workbook, path) if kept else workbook


def read_for(path: Path, question: Question) -> Workbook:
    """Read a workbook by the layout that was asked for, or else the one kept beside it.

    Raises:
        RefusedFile: the file cannot or must not be read.
    """
    layout, kept = _layout(path, question)
    return _said(_opened(path, question, keep_alike=False).understood(layout), path, kept)


def check_read(
    workbook: Workbook, question: Question, made: Settled | None = None
) -> tuple[WorkbookReport, Parameters]:
    """Check a workbook that has been read, from a file or from where it is open.

    Args:
        workbook: the workbook.
        question: what is asked of it.
        made: the posts of long lists that are not in rows, for nothing is to be said of them.

    Returns:
        The report, and the parameters with every publication that was used.
    """
    p = question.parameters(workbook.particulars.effective)
    if made:
        for name, publication in made.p.used.items():
            p.used.setdefault(name, publication)
    found = _Found(findings=[of_reading(fault) for fault in workbook.faults])
    if question.effective is None and any(map(is_about_the_day, workbook.faults)):
        _nothing_for_two_days(found)
        return _report(workbook, p, found, made), p
    if question.effective is None and not _states_a_day(workbook) and workbook.rows:
        found.findings.append(day_not_stated(p.effective))
    checks = post_checks()
    for row in workbook.rows:
        case = Case(row, workbook.particulars, p)
        for check in checks:
            _check_post(check, case, found)
    _columns_not_there(workbook, found)
    if question.recalculate:
        workbook = _recalculated(workbook, p)
    _check_whole(workbook, p, found)
    return _report(workbook, p, found, made), p


def _recalculated(workbook: Workbook, p: Parameters) -> Workbook:
    from xl_vsm.recalculation import recalculate  # noqa: PLC0415 - only where it is asked for

    return replace(workbook, recalculated=recalculate(workbook.cells, p))


def _states_a_day(workbook: Workbook) -> bool:
    stated = workbook.particulars.effective
    return stated is not None and stated.state == "stated"


def _nothing_for_two_days(found: _Found) -> None:
    """Check nothing by a day that the workbook itself disputes: the answer would be a guess."""
    for check in post_checks():
        found.not_checked.append(
            NotChecked(
                code=check.code,
                name=check.name,
                sheet=None,
                cell=None,
                reason="the workbook states two days: choose one with --effective",
            )
        )


def _check_post(check: PostCheck, case: Case, found: _Found) -> None:
    subject: Entry[Any] | None = None
    if check.subject:
        subject = getattr(case.row, check.subject)
        if subject is None:
            return  # said once for the sheet, by _columns_not_there
    try:
        for fault in check.faults(case):
            entry = _entry(case.row, fault)
            found.findings.append(finding(check, fault, case.p, entry, case.row))
    except NothingToCheck:
        return
    except (CannotCheck, Unanswerable, NotInForce, OverLimit) as reason:
        blocking = getattr(reason, "cell", None)
        cell = subject.cell if subject else blocking
        elsewhere = f" ({blocking})" if blocking and blocking != cell else ""
        found.not_checked.append(
            NotChecked(
                code=check.code,
                name=check.name,
                sheet=case.row.sheet,
                cell=cell,
                reason=f"{reason}{elsewhere}",
            )
        )
    except Exception as error:  # a crash in a check is a finding of its own
        found.crashed = True
        found.findings.append(crash(check, error, subject or _first(case.row), case.row.key))


def _entry(row: PostRow, fault: Fault) -> Entry[Any] | None:
    return getattr(row, fault.field) if fault.field else None


def _first(row: PostRow) -> Entry[Any]:
    return next(entry for _, entry in row.entries())


def _columns_not_there(workbook: Workbook, found: _Found) -> None:
    """Say once for each sheet what could not be checked because no column states it."""
    for sheet in workbook.sheets:
        if not sheet.has_table:
            continue
        what = "row" if sheet.header_column else "column"
        for check in post_checks():
            if check.subject and check.subject not in sheet.places:
                found.not_checked.append(
                    NotChecked(
                        code=check.code,
                        name=check.name,
                        sheet=sheet.name,
                        cell=None,
                        reason=f"the sheet has no {what} for the {label(check.subject)}",
                    )
                )


def _check_whole(workbook: Workbook, p: Parameters, found: _Found) -> None:
    for check in whole_checks():
        try:
            for each in check.function(workbook, p):
                if isinstance(each, NotMade):
                    found.not_checked.append(
                        NotChecked(
                            code=check.code,
                            name=check.name,
                            sheet=each.sheet,
                            cell=each.cell,
                            reason=each.reason,
                        )
                    )
                    continue
                figures = each.p or p
                found.findings.append(finding(check, each.fault, figures, each.entry, each.row))
        except Exception as error:  # a crash in a check is a finding of its own
            found.crashed = True
            found.findings.append(crash(check, error, None, None))


def _report(
    workbook: Workbook, p: Parameters, found: _Found, made: Settled | None
) -> WorkbookReport:
    return workbook_report(
        workbook,
        p,
        found.findings,
        found.not_checked,
        complete=not found.crashed,
        besides=made,
    )
