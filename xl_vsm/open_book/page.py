"""What the findings sheet says, row by row: words and their looks, and no Excel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from xl_vsm.findings import Report, Severity, WorkbookReport
from xl_vsm.open_book.reading import MEANS
from xl_vsm.reports import sheet_words as words
from xl_vsm.reports.plain import inert

Look = Literal["title", "plain", "banner", "heading", "header", "finding", "good", "bad"]

COLUMNS: Final = (
    ("Severity", 10),
    ("Check", 20),
    ("Sheet", 14),
    ("Cell", 7),
    ("Post", 22),
    ("Stated", 13),
    ("Expected", 15),
    ("What is wrong", 54),
    ("Why", 38),
    ("Source", 36),
)
"""The columns of the table of findings, and how many signs wide each is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet.

    Attributes:
        look: how it looks.
        cells: its texts, from the first column.
        severity: how much the finding weighs, if it is one.
        place: the sheet and cell that the row is about, to be linked.
        url: where the source in its last column can be read, to be linked.
    """

    look: Look
    cells: tuple[str, ...]
    severity: Severity | None = None
    place: tuple[str, str] | None = None
    url: str = ""


def page(report: Report, unseen: dict[str, list[str]], notes: tuple[str, ...] = ()) -> list[Line]:
    """Return the findings sheet of one checked workbook.

    Args:
        report: the report of one workbook.
        unseen: what could not be seen here, and on which sheets; on all where none is named.
        notes: what else the reader must know, such as why the sheet has another name.
    """
    (workbook,) = report.workbooks
    return [
        Line("title", (f"Pay check of {inert(workbook.path)}",)),
        Line("plain", (words.asked(report, workbook),)),
        *(Line("banner", (text,)) for text in words.banner(report)),
        _outcome(report, workbook),
        *(Line("plain", (note,)) for note in notes),
        *_findings(workbook),
        *_left_out(workbook, unseen),
        *_how_read(workbook),
        *_figures(report),
    ]


def failed(name: str, words: str) -> list[Line]:
    """Return the sheet for a check that could not be made at all."""
    return [
        Line("title", (f"Pay check of {inert(name)}",)),
        Line("bad", (f"Nothing was checked: {words}",)),
    ]


def _outcome(report: Report, workbook: WorkbookReport) -> Line:
    look: Look = "good"
    if workbook.findings:
        look = "bad" if report.summary.error else "plain"
    return Line(look, (words.outcome(report, workbook),))


def _findings(workbook: WorkbookReport) -> Iterator[Line]:
    if not workbook.findings:
        return
    yield Line("plain", ())
    yield Line("header", tuple(name for name, _ in COLUMNS))
    for each in workbook.findings:
        place = (each.sheet, each.cell) if each.sheet and each.cell else None
        url = (each.source.url if each.source else None) or ""
        yield Line("finding", words.cells_of(each), each.severity, place, url)


def _left_out(workbook: WorkbookReport, unseen: dict[str, list[str]]) -> Iterator[Line]:
    columns = words.unknown_columns(workbook)
    skipped = list(words.not_checked(workbook.not_checked))
    if not (columns or skipped or unseen):
        return
    yield Line("plain", ())
    yield Line("heading", ("What was not checked, and why",))
    for what, sheets in unseen.items():
        where = f" on {' and '.join(map(inert, sheets))}" if sheets else ""
        said = f"The {what}{where} were not looked at here: {MEANS[what]}."
        yield Line("plain", (words.fitted(said),))
    if columns:
        named = ", ".join(columns)
        yield Line("plain", (words.fitted(f"No field was found for these columns: {named}."),))
    for reason, where in skipped:
        yield Line("plain", (words.fitted(f"{reason[:1].upper()}{reason[1:]}: {where}"),))


def _how_read(workbook: WorkbookReport) -> Iterator[Line]:
    if not workbook.sheets:
        return
    yield Line("plain", ())
    yield Line("heading", ("How the sheets were read",))
    for sheet in workbook.sheets:
        yield Line("plain", (words.fitted(words.how_read(sheet)),))


def _figures(report: Report) -> Iterator[Line]:
    if not report.parameters.used:
        return
    yield Line("plain", ())
    yield Line("heading", ("Figures used",))
    yield from (Line("plain", (text,)) for text in words.figures_used(report))
