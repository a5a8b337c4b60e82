"""What the findings sheet says, row by row: words and their looks, and no Excel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from xl_vsm.findings import Finding, NotChecked, Report, Severity, WorkbookReport, address
from xl_vsm.open_book.reading import MEANS
from xl_vsm.reports.plain import count, day, inert

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

LONGEST: Final = 4_000  # signs in one cell: more is not read there, and Excel ends at 32,767
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
        Line("plain", (_asked(report, workbook),)),
        *_banner(report),
        *_outcome(report, workbook),
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


def _asked(report: Report, workbook: WorkbookReport) -> str:
    figures = report.parameters
    asked = f"For {day(workbook.effective)}; " if workbook.effective else ""
    known = f"as known on {day(figures.known)}" if figures.known else "with everything known"
    return f"{asked}{known} in release {report.tool.version} of {report.tool.name}"


def _banner(report: Report) -> Iterator[Line]:
    for mark, meaning in RELY:
        names = getattr(report.parameters, mark)
        if names:
            yield Line("banner", (f"{mark.upper()}: {', '.join(names)}: {meaning}",))


def _outcome(report: Report, workbook: WorkbookReport) -> Iterator[Line]:
    found = report.summary
    counts = [count(getattr(found, name), name) for name in ("error", "warning", "note")]
    left = f"{count(len(workbook.not_checked), 'check')} could not be made"
    if workbook.findings:
        look: Look = "bad" if found.error else "plain"
        yield Line(look, (f"{', '.join(counts)} in {count(found.rows, 'post')}; {left}",))
        return
    tables = [sheet for sheet in workbook.sheets if sheet.headings]
    where = " and ".join(inert(sheet.name) for sheet in tables)
    yield Line("good", (f"Nothing wrong found in {count(found.rows, 'post')} on {where}; {left}",))


def _findings(workbook: WorkbookReport) -> Iterator[Line]:
    if not workbook.findings:
        return
    yield Line("plain", ())
    yield Line("header", tuple(name for name, _ in COLUMNS))
    for each in workbook.findings:
        place = (each.sheet, each.cell) if each.sheet and each.cell else None
        texts = (
            each.severity,
            f"{each.code} {each.name}",
            each.sheet or "",
            each.cell or "",
            " ".join(name for name in (each.row_key, each.post) if name),
            each.stated or "",
            each.expected or "",
            _sentence(each),
            each.why if each.why not in each.message else "",
            _source(each),
        )
        url = (each.source.url if each.source else None) or ""
        yield Line("finding", tuple(map(_fit, texts)), each.severity, place, url)


def _sentence(each: Finding) -> str:
    text = each.text if each.sheet else each.message
    hidden = " (the cell is hidden)" if each.hidden else ""
    return f"{text[:1].upper()}{text[1:]}{hidden}"


def _source(each: Finding) -> str:
    if each.source is None:
        return ""
    parts = (each.source.publisher, each.source.title, each.source.locator)
    return ", ".join(part for part in parts if part)


def _left_out(workbook: WorkbookReport, unseen: dict[str, list[str]]) -> Iterator[Line]:
    columns = [
        f"{address(sheet.name, each.column)} ({each.header})"
        for sheet in workbook.sheets
        for each in sheet.unknown
    ]
    skipped = list(_not_checked(workbook.not_checked))
    if not (columns or skipped or unseen):
        return
    yield Line("plain", ())
    yield Line("heading", ("What was not checked, and why",))
    for what, sheets in unseen.items():
        where = f" on {' and '.join(map(inert, sheets))}" if sheets else ""
        yield Line("plain", (_fit(f"The {what}{where} were not looked at here: {MEANS[what]}."),))
    if columns:
        named = ", ".join(columns)
        yield Line("plain", (_fit(f"No field was found for these columns: {named}."),))
    for reason, where in skipped:
        yield Line("plain", (_fit(f"{reason[:1].upper()}{reason[1:]}: {where}"),))


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
    yield Line("plain", ())
    yield Line("heading", ("How the sheets were read",))
    for sheet in workbook.sheets:
        hidden = ", a hidden sheet" if sheet.hidden else ""
        said = "no table of posts"
        if sheet.headings:
            columns = ", ".join(f"{name} {place}" for name, place in sheet.places.items())
            said = f"{sheet.headings}; {columns}"
        yield Line("plain", (_fit(f"{sheet.name}{hidden}: {said}"),))


def _figures(report: Report) -> Iterator[Line]:
    if not report.parameters.used:
        return
    yield Line("plain", ())
    yield Line("heading", ("Figures used",))
    for each in report.parameters.used:
        since = f", from {day(each.effective_from)}" if each.effective_from else ""
        published = f", published {day(each.published)}" if each.published else ""
        yield Line("plain", (f"{each.title}{since}{published}, {each.certainty}",))


def _fit(text: str) -> str:
    text = inert(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
