"""What every sheet of findings says in the same words, wherever it is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from xl_vsm.findings import (
    AnyReport,
    Finding,
    NotChecked,
    ParametersReport,
    Report,
    SheetReport,
    WorkbookReport,
    address,
)
from xl_vsm.reports.plain import count, day, inert

LONGEST: Final = 4_000  # signs in one cell: more is not read there
CELLS_NAMED: Final = 8

Rely = tuple[str, tuple[str, ...], str]

RELY: Final = (
    ("illustrative", "made-up figures: no answer that rests on them is a real one"),
    ("pending", "under review: nobody can say yet"),
    ("transcribed", "only secondary copies were seen: compare with the published table"),
)
"""What goes with an answer before anybody relies on it, and what that means."""


def rely(figures: ParametersReport) -> tuple[Rely, ...]:
    """Give each mark that concerns something: the mark, what it concerns, and what it means."""
    marks = ((mark, getattr(figures, mark), meaning) for mark, meaning in RELY)
    return tuple(each for each in marks if each[1])


def fitted(text: str) -> str:
    """Return a text for one cell: inert, and cut where nobody would read on."""
    text = inert(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def asked(report: Report, workbook: WorkbookReport) -> str:
    """Say for which day the answers are, and by what was known."""
    figures = report.parameters
    asked = f"For {day(workbook.effective)}; " if workbook.effective else ""
    known = f"as known on {day(figures.known)}" if figures.known else "with everything known"
    return f"{asked}{known} in release {report.tool.version} of {report.tool.name}"


def banner(report: AnyReport) -> Iterator[str]:
    """Give each thing to know before anybody relies on an answer."""
    for mark, names, meaning in rely(report.parameters):
        yield fitted(f"{mark.upper()}: {', '.join(names)}: {meaning}")


def outcome(report: Report, workbook: WorkbookReport) -> str:
    """Say in one line what was found, or that nothing was, and where was looked."""
    found = report.summary
    posts = count(found.rows, "post")
    left = f"{count(len(workbook.not_checked), 'check')} could not be made"
    if workbook.findings:
        counts = [count(getattr(found, name), name) for name in ("error", "warning", "note")]
        return f"{', '.join(counts)} in {posts}; {left}"
    where = " and ".join(inert(sheet.name) for sheet in workbook.sheets if sheet.headings)
    return fitted(f"Nothing wrong found in {posts} on {where}; {left}")


def left_out(report: AnyReport) -> Iterator[str]:
    """Say what the report does not have: what was not reached, known already, or not to be told."""
    summary = report.summary
    if report.interrupted:
        reached = count(summary.workbooks, "workbook")
        yield f"The run was stopped after {reached}: the rest was not checked."
    if summary.accepted:
        known = count(summary.accepted, "finding")
        yield f"{known} that an accepted run had already are not shown or counted."
    if report.redacted:
        yield "Figures and the titles of posts are left out."


def cells_of(each: Finding) -> tuple[str, ...]:
    """Give a finding's texts, from its severity to its source."""
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
        source(each),
    )
    return tuple(map(fitted, texts))


def what_is_wrong(each: Finding) -> str:
    """Return a finding's sentence, which says so where its cell is hidden."""
    text = each.text if each.sheet else each.message
    hidden = " (the cell is hidden)" if each.hidden else ""
    return f"{text[:1].upper()}{text[1:]}{hidden}"


def source(each: Finding) -> str:
    """Name the document that a finding rests on, and the place in it."""
    if each.source is None:
        return ""
    parts = (each.source.publisher, each.source.title, each.source.locator)
    return ", ".join(part for part in parts if part)


def unknown_columns(workbook: WorkbookReport) -> list[str]:
    """Name the columns that no field was found for."""
    return [
        f"{address(sheet.name, each.column)} ({each.header})"
        for sheet in workbook.sheets
        for each in sheet.unknown
    ]


def not_checked(skipped: tuple[NotChecked, ...]) -> Iterator[tuple[str, str]]:
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


def how_read(sheet: SheetReport) -> str:
    """Say where a sheet's headings are, and which column is read as what."""
    hidden = ", a hidden sheet" if sheet.hidden else ""
    said = "no table of posts"
    if sheet.headings:
        columns = ", ".join(f"{name} {place}" for name, place in sheet.places.items())
        said = f"{sheet.headings}; {columns}"
    return f"{sheet.name}{hidden}: {said}"


def figures_used(report: Report) -> Iterator[str]:
    """Name each publication that the answers rest on, with its dates."""
    for each in report.parameters.used:
        since = f", from {day(each.effective_from)}" if each.effective_from else ""
        published = f", published {day(each.published)}" if each.published else ""
        yield fitted(f"{each.title}{since}{published}, {each.certainty}")
