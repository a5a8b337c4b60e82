"""What may be told to anybody: where and which rule, without the figures or whose post."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from xl_vsm.findings import (
    Finding,
    NotChecked,
    SheetReport,
    WorkbookReport,
    address,
)

LEFT_OUT: Final = "the figures are left out"
OF_THE_SHEET: Final = re.compile(r"the sheet has no (?:row|column) for the [A-Za-z ]+")
REASON: Final = "the reason is left out, as it may quote the workbook"


def redacted(workbook: WorkbookReport, holds: Mapping[str, str]) -> WorkbookReport:
    """Return a workbook's report without figures, titles of posts or texts of the workbook.

    What stays: the path, the organisation, sheets' names, addresses, codes, rules and sources.

    Args:
        workbook: its report.
        holds: what each code holds to be true, in words that quote no workbook.
    """
    return workbook.model_copy(
        update={
            "findings": tuple(_finding(each, holds) for each in workbook.findings),
            "not_checked": tuple(map(_not_checked, workbook.not_checked)),
            "sheets": tuple(map(_sheet, workbook.sheets)),
            "posts": (),
        }
    )


def _finding(each: Finding, holds: Mapping[str, str]) -> Finding:
    name = each.name.replace("-", " ")
    figures = each.stated is not None or each.expected is not None
    said = f"{name} ({LEFT_OUT})" if figures else name
    where = f"{address(each.sheet, each.cell)} " if each.sheet else ""
    return each.model_copy(
        update={
            "row_key": None,
            "post": None,
            "stated": None,
            "expected": None,
            "message": f"{where}{said}",
            "why": holds.get(each.code, name),
        }
    )


def _not_checked(each: NotChecked) -> NotChecked:
    """Keep what is said of a whole sheet: that it has no such column. The rest may quote a cell."""
    if each.cell is None and OF_THE_SHEET.fullmatch(each.reason):
        return each
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
