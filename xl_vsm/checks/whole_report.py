"""From a workbook that was read and what was found in it to its report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from xl_vsm.checks.pictured import pictured
from xl_vsm.findings import (
    ColumnReport,
    Finding,
    NotChecked,
    SheetReport,
    SkippedRow,
    UnknownColumn,
    WorkbookReport,
)
from xl_vsm.parameters import Parameters
from xl_vsm.sheets import Workbook
from xl_vsm.sheets.workbook import ColumnRead


def workbook_report(
    workbook: Workbook,
    p: Parameters,
    findings: Iterable[Finding],
    not_checked: Iterable[NotChecked],
    *,
    complete: bool,
) -> WorkbookReport:
    """Return everything about one workbook, its findings in the order of reading."""
    return WorkbookReport(
        path=workbook.path,
        sha256=workbook.sha256,
        organisation=_organisation(workbook),
        rows=len(workbook.rows),
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
        posts=tuple(pictured(workbook, p)),
        complete=complete,
    )


def _column(read: ColumnRead) -> ColumnReport:
    said = asdict(read)
    del said["place"]  # the report has it among the columns
    return ColumnReport(**said)


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
