"""What may be told to anybody: where and which rule, without the figures or whose post."""

from __future__ import annotations

from typing import Final

from xl_vsm.findings import (
    Finding,
    NotChecked,
    SheetReport,
    WorkbookReport,
    address,
)

LEFT_OUT: Final = "the figures are left out"
REASON: Final = "the reason is left out, as it may quote the workbook"


def redacted(workbook: WorkbookReport) -> WorkbookReport:
    """Return a workbook's report without figures, titles of posts or texts of the workbook.

    What stays: the path, the organisation, sheets' names, addresses, codes, rules and sources.
    """
    return workbook.model_copy(
        update={
            "findings": tuple(map(_finding, workbook.findings)),
            "not_checked": tuple(map(_not_checked, workbook.not_checked)),
            "sheets": tuple(map(_sheet, workbook.sheets)),
            "posts": (),
        }
    )


def _finding(each: Finding) -> Finding:
    where = address(each.sheet, each.cell)
    return each.model_copy(
        update={
            "row_key": None,
            "post": None,
            "stated": None,
            "expected": None,
            "message": f"{where} {each.name.replace('-', ' ')} ({LEFT_OUT})",
            "why": each.source.title if each.source else each.name.replace("-", " "),
        }
    )


def _not_checked(each: NotChecked) -> NotChecked:
    return each.model_copy(update={"reason": REASON})


def _sheet(each: SheetReport) -> SheetReport:
    """Leave out headings, too: where posts stand in columns they are the titles of posts."""
    return each.model_copy(
        update={
            "reading": {},
            "notes": (),
            "skipped": tuple(s.model_copy(update={"reason": REASON}) for s in each.skipped),
            "unknown": tuple(u.model_copy(update={"header": ""}) for u in each.unknown),
        }
    )
