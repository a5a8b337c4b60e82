"""What a sheet of findings says, row by row: words and their looks, and no Excel."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from xl_vsm.findings import Finding, NotChecked, Report, WorkbookReport, address
from xl_vsm.reports.plain import count, day, inert

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
LONGEST: Final = 4_000  # signs in one cell: more is not read there
CELLS_NAMED: Final = 8

RELY: Final = (
    ("illustrative", "made-up figures: no answer that rests on them is a real one"),
    ("pending", "under review: nobody can say yet"),
    ("transcribed", "only secondary copies were seen: compare with the published table"),
)
"""What goes with an answer before anybody relies on it, and what that means."""


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
        Line("plain", (_asked(report, workbook),)),
        *_banner(report),
        *_outcome(report, workbook),
        *(Line("plain", (fitted(note),)) for note in notes),
        *_findings(workbook),
        *_left_out(workbook),
        *_how_read(workbook),
        *_figures(report),
    ]


def file_name(workbook: WorkbookReport) -> str:
    """Return the workbook's name without its folders, which may be nobody else's business."""
    return inert(re.split(r"[\\/]", workbook.path)[-1])


def what_is_wrong(each: Finding) -> str:
    """Return a finding's sentence, which says so where its cell is hidden."""
    text = each.text if each.sheet else each.message
    hidden = " (the cell is hidden)" if each.hidden else ""
    return f"{text[:1].upper()}{text[1:]}{hidden}"


def web_address(each: Finding) -> str:
    """Return where a finding's source can be read; nothing where that is no page."""
    url = (each.source.url if each.source else None) or ""
    return url if url.startswith(("https://", "http://")) else ""


def fitted(text: str) -> str:
    """Return a text for one cell: inert, and cut where nobody would read on."""
    text = inert(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _asked(report: Report, workbook: WorkbookReport) -> str:
    figures = report.parameters
    asked = f"For {day(workbook.effective)}; " if workbook.effective else ""
    known = f"as known on {day(figures.known)}" if figures.known else "with everything known"
    return f"{asked}{known} in release {report.tool.version} of {report.tool.name}"


def _banner(report: Report) -> Iterator[Line]:
    for mark, meaning in RELY:
        names = getattr(report.parameters, mark)
        if names:
            yield Line("banner", (fitted(f"{mark.upper()}: {', '.join(names)}: {meaning}"),))


def _outcome(report: Report, workbook: WorkbookReport) -> Iterator[Line]:
    found = report.summary
    left = f"{count(len(workbook.not_checked), 'check')} could not be made"
    if workbook.findings:
        counts = [count(getattr(found, name), name) for name in ("error", "warning", "note")]
        look: Look = "bad" if found.error else "plain"
        yield Line(look, (f"{', '.join(counts)} in {count(found.rows, 'post')}; {left}",))
        return
    tables = [sheet for sheet in workbook.sheets if sheet.header_row is not None]
    where = " and ".join(inert(sheet.name) for sheet in tables)
    said = f"Nothing wrong found in {count(found.rows, 'post')} on {where}; {left}"
    yield Line("good", (fitted(said),))


def _findings(workbook: WorkbookReport) -> Iterator[Line]:
    if not workbook.findings:
        return
    yield Line("plain")
    yield Line("header", tuple(name for name, _ in COLUMNS))
    for each in workbook.findings:
        texts = (
            each.severity,
            f"{each.code} {each.name}",
            each.sheet or "",
            each.cell or "",
            " ".join(name for name in (each.row_key, each.post) if name),
            each.stated or "",
            each.expected or "",
            what_is_wrong(each),
            each.why if each.why not in each.message else "",
            _source(each),
            "open" if web_address(each) else "",
        )
        yield Line("finding", tuple(map(fitted, texts)), each)


def _source(each: Finding) -> str:
    if each.source is None:
        return ""
    parts = (each.source.publisher, each.source.title, each.source.locator)
    return ", ".join(part for part in parts if part)


def _left_out(workbook: WorkbookReport) -> Iterator[Line]:
    columns = [
        f"{address(sheet.name, each.column)} ({each.header})"
        for sheet in workbook.sheets
        for each in sheet.unknown
    ]
    skipped = list(_not_checked(workbook.not_checked))
    if not (columns or skipped):
        return
    yield Line("plain")
    yield Line("heading", ("What was not checked, and why",))
    if columns:
        yield Line("plain", (fitted(f"No field was found for: {', '.join(columns)}."),))
    for reason, where in skipped:
        yield Line("plain", (fitted(f"{reason[:1].upper()}{reason[1:]}: {where}"),))


def _not_checked(skipped: tuple[NotChecked, ...]) -> Iterator[tuple[str, str]]:
    """Give each reason once, with the checks and cells that it concerns."""
    by_reason: dict[str, list[NotChecked]] = defaultdict(list)
    for each in skipped:
        by_reason[each.reason].append(each)
    for reason, group in by_reason.items():
        codes = ", ".join(sorted({each.code for each in group}))
        cells = list(dict.fromkeys(address(e.sheet, e.cell) for e in group if e.cell))
        more = len(cells) - CELLS_NAMED
        shown = ", ".join(cells[:CELLS_NAMED]) + (f" and {more} more" if more > 0 else "")
        yield reason, f"{codes}{f' at {shown}' if cells else ''}"


def _how_read(workbook: WorkbookReport) -> Iterator[Line]:
    if not workbook.sheets:
        return
    yield Line("plain")
    yield Line("heading", ("How the sheets were read",))
    for sheet in workbook.sheets:
        hidden = ", a hidden sheet" if sheet.hidden else ""
        if sheet.header_row is None:
            said = "no table of posts"
        else:
            columns = ", ".join(f"{name} {column}" for name, column in sheet.columns.items())
            said = f"headings in row {sheet.header_row}; {columns}"
        rows = ", ".join(f"row {each.row} ({each.reason})" for each in sheet.skipped)
        passed = f"; passed over: {rows}" if rows else ""
        yield Line("plain", (fitted(f"{sheet.name}{hidden}: {said}{passed}"),))


def _figures(report: Report) -> Iterator[Line]:
    if not report.parameters.used:
        return
    yield Line("plain")
    yield Line("heading", ("Figures used",))
    for each in report.parameters.used:
        since = f", from {day(each.effective_from)}" if each.effective_from else ""
        published = f", published {day(each.published)}" if each.published else ""
        yield Line("plain", (fitted(f"{each.title}{since}{published}, {each.certainty}"),))
