"""Going through a report once, keeping only counts."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from xl_vsm.findings import SEVERITIES, AnyReport, Finding, NotChecked, Severity, WorkbookReport
from xl_vsm.reports.estate.model import (
    NOT_STATED,
    CodeLine,
    Counts,
    Estate,
    GapLine,
    OrganisationLine,
    WorkbookLine,
)

_CRASH: Final = "RUN"
"""What the codes of this tool's own failures begin with."""


def estate_of(report: AnyReport) -> Estate:
    """Count what a report holds, one workbook at a time.

    Args:
        report: any report. Its workbooks are gone through once, and none is kept.

    Returns:
        The summary: one line for each organisation, code and workbook.
    """
    tally = _Tally()
    for workbook in report.workbooks:
        tally.add(workbook)
    return Estate(
        tool=report.tool,
        profile=report.profile,
        redacted=report.redacted,
        interrupted=report.interrupted,
        parameters=report.parameters,
        totals=Counts(**tally.totals),
        organisations=tally.organisation_lines(),
        codes=tally.code_lines(),
        gaps=tally.gap_lines(),
        workbooks=tuple(tally.workbooks),
    )


@dataclass(slots=True)
class _Code:
    name: str
    severity: Severity
    findings: int = 0
    workbooks: int = 0
    organisations: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Gap:
    name: str
    times: int = 0
    workbooks: int = 0


@dataclass(slots=True)
class _Tally:
    totals: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    """How each organisation is shown, by what makes two spellings of it one."""
    organisations: dict[str, Counter[str]] = field(default_factory=dict)
    codes: dict[str, _Code] = field(default_factory=dict)
    gaps: dict[str, _Gap] = field(default_factory=dict)
    workbooks: list[WorkbookLine] = field(default_factory=list)

    def add(self, workbook: WorkbookReport) -> None:
        shown = " ".join((workbook.organisation or "").split())
        key = unicodedata.normalize("NFKC", shown).casefold()
        if key:
            self.names.setdefault(key, shown)
        counts = _counts(workbook)
        self.totals.update(counts)
        self.organisations.setdefault(key, Counter()).update(counts)
        self._codes(workbook.findings, key)
        self._gaps(workbook.not_checked)
        self.workbooks.append(_line(workbook, counts, self.names.get(key)))

    def _codes(self, findings: tuple[Finding, ...], organisation: str) -> None:
        for each in findings:
            code = self.codes.setdefault(each.code, _Code(each.name, each.severity))
            code.findings += 1
            code.severity = min(code.severity, each.severity, key=SEVERITIES.index)
        for named in {each.code for each in findings}:
            code = self.codes[named]
            code.workbooks += 1
            if organisation:
                code.organisations.add(organisation)

    def _gaps(self, skipped: tuple[NotChecked, ...]) -> None:
        for each in skipped:
            self.gaps.setdefault(each.code, _Gap(each.name)).times += 1
        for named in {each.code for each in skipped}:
            self.gaps[named].workbooks += 1

    def organisation_lines(self) -> tuple[OrganisationLine, ...]:
        lines = [
            OrganisationLine(name=self.names.get(key, NOT_STATED), stated=bool(key), **counts)
            for key, counts in self.organisations.items()
        ]
        return tuple(sorted(lines, key=_worst_first))

    def code_lines(self) -> tuple[CodeLine, ...]:
        lines = [
            CodeLine(
                code=code,
                name=each.name,
                severity=each.severity,
                findings=each.findings,
                workbooks=each.workbooks,
                organisations=len(each.organisations),
            )
            for code, each in self.codes.items()
        ]
        key = lambda line: (SEVERITIES.index(line.severity), -line.findings, line.code)  # noqa: E731
        return tuple(sorted(lines, key=key))

    def gap_lines(self) -> tuple[GapLine, ...]:
        lines = [
            GapLine(code=code, name=each.name, times=each.times, workbooks=each.workbooks)
            for code, each in self.gaps.items()
        ]
        return tuple(sorted(lines, key=lambda line: (-line.times, line.code)))


def _counts(workbook: WorkbookReport) -> Counter[str]:
    counts: Counter[str] = Counter(each.severity for each in workbook.findings)
    read = _was_read(workbook)
    counts.update(
        workbooks=1,
        unread=int(not read),
        in_part=read and not workbook.complete,
        posts=workbook.rows,
        not_checked=len(workbook.not_checked),
        accepted=workbook.accepted,
    )
    return counts


def _was_read(workbook: WorkbookReport) -> bool:
    """Say whether a file was read: one that was has its sheets, whatever crashed afterwards."""
    return workbook.complete or bool(workbook.sheets)


def _line(workbook: WorkbookReport, counts: Counter[str], organisation: str | None) -> WorkbookLine:
    why = None if workbook.complete else _why(workbook)
    return WorkbookLine(
        path=workbook.path,
        organisation=organisation,
        posts=counts["posts"],
        error=counts["error"],
        warning=counts["warning"],
        note=counts["note"],
        not_checked=counts["not_checked"],
        accepted=counts["accepted"],
        read=_was_read(workbook),
        complete=workbook.complete,
        code=why.code if why else None,
        message=why.message if why else None,
    )


def _why(workbook: WorkbookReport) -> Finding | None:
    """Return what stopped the work: the crash where there was one, else the fault of the file."""
    crashes = (each for each in workbook.findings if each.code.startswith(_CRASH))
    return next(crashes, next(iter(workbook.findings), None))


def _worst_first(line: OrganisationLine) -> tuple[int, int, int, int, int, str]:
    return (-line.error, -line.unread, -line.warning, -line.note, -line.not_checked, line.name)
