"""What a sheet of findings says, row by row: words and their looks, and no Excel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from xl_vsm.findings import Finding, Report, WorkbookReport
from xl_vsm.reports import sheet_words as words
from xl_vsm.reports.plain import inert

Look = Literal["title", "plain", "banner", "heading", "header", "finding", "good", "bad"]

COLUMNS: Final = (
    ("Severity", 10),
    ("Check", 20),
    ("Sheet", 16),
    ("Cell", 8),
    ("Post", 22),
    ("Stated", 14),
    ("Expected", 16),
    ("What is wrong", 54),
    ("Why", 38),
    ("Source", 36),
    ("Read it", 8),
)
"""The columns of the table of findings, and how many signs wide each is."""

CELL: Final = [name for name, _ in COLUMNS].index("Cell")
READ: Final = [name for name, _ in COLUMNS].index("Read it")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet.

    Attributes:
        look: how it looks.
        cells: its texts, from the first column.
        finding: what it is about, if it is one of the findings.
    """

    look: Look
    cells: tuple[str, ...] = ()
    finding: Finding | None = None


def page(report: Report, notes: tuple[str, ...] = ()) -> list[Line]:
    """Return the sheet of findings of one checked workbook.

    Args:
        report: the report of one workbook.
        notes: what else its reader must know, such as how to get from a finding to its cell.
    """
    (workbook,) = report.workbooks
    return [
        Line("title", (f"Pay check of {file_name(workbook)}",)),
        Line("plain", (words.asked(report, workbook),)),
        *(Line("banner", (text,)) for text in words.banner(report)),
        _outcome(report, workbook),
        *(Line("plain", (words.fitted(note),)) for note in notes),
        *_findings(workbook),
        *_left_out(workbook),
        *_how_read(workbook),
        *_figures(report),
    ]


def file_name(workbook: WorkbookReport) -> str:
    """Return the workbook's name without its folders, which may be nobody else's business."""
    return inert(re.split(r"[\\/]", workbook.path)[-1])


def web_address(each: Finding) -> str:
    """Return where a finding's source can be read; nothing where that is no page."""
    url = (each.source.url if each.source else None) or ""
    return url if url.startswith(("https://", "http://")) else ""


def _outcome(report: Report, workbook: WorkbookReport) -> Line:
    look: Look = "good"
    if workbook.findings:
        look = "bad" if report.summary.error else "plain"
    return Line(look, (words.outcome(report, workbook),))


def _findings(workbook: WorkbookReport) -> Iterator[Line]:
    if not workbook.findings:
        return
    yield Line("plain")
    yield Line("header", tuple(name for name, _ in COLUMNS))
    for each in workbook.findings:
        read = "open" if web_address(each) else ""
        yield Line("finding", (*words.cells_of(each), read), each)


def _left_out(workbook: WorkbookReport) -> Iterator[Line]:
    columns = words.unknown_columns(workbook)
    skipped = list(words.not_checked(workbook.not_checked))
    if not (columns or skipped):
        return
    yield Line("plain")
    yield Line("heading", ("What was not checked, and why",))
    if columns:
        yield Line("plain", (words.fitted(f"No field was found for: {', '.join(columns)}."),))
    for reason, where in skipped:
        yield Line("plain", (words.fitted(f"{reason[:1].upper()}{reason[1:]}: {where}"),))


def _how_read(workbook: WorkbookReport) -> Iterator[Line]:
    if not workbook.sheets:
        return
    yield Line("plain")
    yield Line("heading", ("How the sheets were read",))
    for sheet in workbook.sheets:
        rows = ", ".join(f"row {each.row} ({each.reason})" for each in sheet.skipped)
        passed = f"; passed over: {rows}" if rows else ""
        yield Line("plain", (words.fitted(f"{words.how_read(sheet)}{passed}"),))


def _figures(report: Report) -> Iterator[Line]:
    if not report.parameters.used:
        return
    yield Line("plain")
    yield Line("heading", ("Figures used",))
    yield from (Line("plain", (text,)) for text in words.figures_used(report))
