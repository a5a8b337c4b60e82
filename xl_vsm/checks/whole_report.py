"""From a workbook that was read and what was found in it to its report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from xl_vsm.checks.pictured import MOST, Shown, pictured
from xl_vsm.findings import (
    ColumnReport,
    Finding,
    NotChecked,
    PostReport,
    SheetReport,
    SkippedRow,
    UnknownColumn,
    WorkbookReport,
)
from xl_vsm.parameters import Parameters
from xl_vsm.sheets import Workbook
from xl_vsm.sheets.workbook import ColumnRead


class Besides(Protocol):
    """Posts that are not among the rows of a workbook."""

    @property
    def count(self) -> int:
        """How many they are."""

    def posts(self, p: Parameters) -> tuple[list[Shown], int]:
        """Return those that are pictured, as many as can be, and how many there are."""


def workbook_report(
    workbook: Workbook,
    p: Parameters,
    findings: Iterable[Finding],
    not_checked: Iterable[NotChecked],
    *,
    complete: bool,
    besides: Besides | None = None,
) -> WorkbookReport:
    """Return everything about one workbook, its findings in the order of reading.

    Args:
        workbook: as it was read.
        p: the figures for its day.
        findings: what was found.
        not_checked: what could not be looked at.
        complete: whether no check ended before its time.
        besides: posts that are not among its rows, for nothing is to be said of them.
    """
    posts, more_posts = _posts(workbook, p, besides)
    return WorkbookReport(
        path=workbook.path,
        sha256=workbook.sha256,
        organisation=_organisation(workbook),
        rows=len(workbook.rows) + (besides.count if besides else 0),
        effective=p.effective,
        sheets=tuple(
            SheetReport(
                name=sheet.name,
                header_row=sheet.header_row,
                columns=dict(sheet.columns),
                header_column=sheet.header_column,
                rows=dict(sheet.rows),
                reading={name: _column(read) for name, read in sheet.reading.items()},
                notes=sheet.notes,
                hidden=sheet.hidden,
                skipped=tuple(SkippedRow(row=row, reason=why) for row, why in sheet.skipped),
                unknown=tuple(
                    UnknownColumn(column=column, header=text) for column, text in sheet.unknown
                ),
            )
            for sheet in workbook.sheets
        ),
        findings=tuple(sorted(findings, key=_place(workbook))),
        not_checked=tuple(not_checked),
        posts=posts,
        more_posts=more_posts,
        complete=complete,
    )


def _posts(
    workbook: Workbook, p: Parameters, besides: Besides | None
) -> tuple[tuple[PostReport, ...], int]:
    """Return the posts that are pictured, and how many more there are."""
    found = list(pictured(workbook, p))
    count = len(found)
    if besides:
        order = {sheet.name: number for number, sheet in enumerate(workbook.sheets)}
        others, more = besides.posts(p)
        found, count = found + others, count + more
        # Where nothing is put in between, posts that stand side by side stay in their order.
        long = {sheet for (sheet, _), _ in others}
        found.sort(key=lambda at: (order[at[0][0]], at[0][1] if at[0][0] in long else 0))
    made = tuple(make() for _, make in found[:MOST])
    return made, count - len(made)


def _column(read: ColumnRead) -> ColumnReport:
    return ColumnReport(**{name: getattr(read, name) for name in ColumnReport.model_fields})


def _organisation(workbook: Workbook) -> str | None:
    stated = workbook.particulars.organisation
    return stated.value if stated is not None else None


def _place(workbook: Workbook) -> Any:
    """Return the order of reading: by sheet, row, column; findings on the whole file last."""
    sheets = {sheet.name: number for number, sheet in enumerate(workbook.sheets)}

    def place(each: Finding) -> tuple[int, int, int, str, str]:
        if each.sheet is None or each.cell is None:
            return (len(sheets), 0, 0, "", each.code)
        column = each.cell.rstrip("0123456789")
        row = int(each.cell[len(column) :])
        return (sheets.get(each.sheet, len(sheets)), row, len(column), column, each.code)

    return place
