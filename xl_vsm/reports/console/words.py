"""What the page says: grouped by sheet, with what, why, and on whose authority."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from xl_vsm.findings import (
    AnyReport,
    Finding,
    NotChecked,
    ParametersReport,
    UnknownColumn,
    WorkbookReport,
    address,
)
from xl_vsm.reports.console.parts import (
    EMPTY,
    Across,
    Box,
    Cell,
    Grid,
    Line,
    Part,
    cell,
    line,
)
from xl_vsm.reports.plain import count, day, inert
from xl_vsm.reports.sheet_words import left_out, rely
from xl_vsm.reports.terminal import COLOUR

_SHOWN_CELLS = 6


def parts_of(report: AnyReport) -> Iterator[Part]:
    """Give the report from top to bottom: workbooks, figures used, what not to rely on."""
    skipped = 0
    for workbook in report.workbooks:
        yield from _workbook(workbook)
        skipped += len(workbook.not_checked)
    yield from _figures(report.parameters)
    yield from before_you_rely(report.parameters)
    yield _summary(report, skipped)
    for words in left_out(report):
        yield line(f"  {words}", "bold yellow")


def _workbook(workbook: WorkbookReport) -> Iterator[Part]:
    asof = f" for {day(workbook.effective)}" if workbook.effective else ""
    yield Across("blue")
    yield ((inert(workbook.path), "bold"), (f"  {count(workbook.rows, 'post')}{asof}", ""))
    for sheet in workbook.sheets:
        if sheet.headings:
            columns = count(len(sheet.places), "row" if sheet.header_column else "column")
            hidden = ", hidden" if sheet.hidden else ""
            name = inert(sheet.name)
            yield line(f"  {name}{hidden}: {sheet.headings}, {columns} read", "dim")
    yield EMPTY
    for sheet_name, found in groupby(workbook.findings, key=lambda f: f.sheet):
        yield _heading(inert(sheet_name) if sheet_name else "The workbook as a whole")
        yield Grid(tuple(map(_finding, found)), kept=2)
    if not workbook.findings:
        yield line("  Nothing wrong found.", "bold green")
        yield EMPTY
    unread = [(sheet.name, each) for sheet in workbook.sheets for each in sheet.unknown]
    if unread:
        yield _heading("Columns not read")
        yield Grid(((cell(_unread(unread)),),))
    if workbook.not_checked:
        yield _heading("Not checked")
        yield Grid(tuple(_not_checked(workbook.not_checked)), style="dim")


def _heading(words: str) -> Line:
    return (("  ", ""), (words, "bold underline"))


def _finding(each: Finding) -> tuple[Cell, ...]:
    post = "   " + " ".join(inert(name) for name in (each.row_key, each.post) if name)
    hidden = "   (hidden)" if each.hidden else ""
    said = _sentence(inert(each.text)) if each.sheet else _whole(inert(each.message))
    return (
        cell(each.severity, COLOUR[each.severity]),
        cell(each.cell or "", "bold"),
        (
            ((f"{each.code} {each.name}", "bold"), (f"{post}{hidden}", "dim")),
            line(said),
            *_authority(each),
        ),
    )


def _authority(each: Finding) -> Iterator[Line]:
    if each.source:
        place = f", {each.source.locator}" if each.source.locator else ""
        publisher = f"{each.source.publisher}: " if each.source.publisher else ""
        yield line(inert(f"{publisher}{each.source.title}{place}"), "dim italic")
    elif each.why not in each.message:
        yield line(inert(each.why), "dim italic")


def _unread(unread: list[tuple[str, UnknownColumn]]) -> str:
    """Name the columns that no check looked at, as a layout file could tell what they are."""
    named = [f"{address(sheet, each.column)} {each.header!r}" for sheet, each in unread]
    names = inert(", ".join(named))
    return f"{names}: no field was found for them, so nothing in them was checked"


def _not_checked(skipped: tuple[NotChecked, ...]) -> Iterator[tuple[Cell, ...]]:
    """Give each reason once, with the checks and cells that it concerns."""
    by_reason: dict[str, list[NotChecked]] = defaultdict(list)
    for each in skipped:
        by_reason[each.reason].append(each)
    sheets = {each.sheet for each in skipped}
    for reason, group in by_reason.items():
        codes = sorted({each.code for each in group})
        cells = list(
            dict.fromkeys(
                e.cell if len(sheets) == 1 else address(e.sheet, e.cell) for e in group if e.cell
            )
        )
        shown = ", ".join(map(inert, cells[:_SHOWN_CELLS]))
        more = f" and {len(cells) - _SHOWN_CELLS} more" if len(cells) > _SHOWN_CELLS else ""
        where = f": {shown}{more}" if cells else ""
        yield cell(_sentence(inert(reason))), cell(f"{', '.join(codes)}{where}")


def _figures(parameters: ParametersReport) -> Iterator[Part]:
    if not parameters.used:
        return
    known = day(parameters.known) if parameters.known else "everything in this release"
    yield (*_heading("Figures used"), (f"  as known: {known}", "dim"))
    rows = []
    for each in parameters.used:
        published = f"published {each.published:%B %Y}" if each.published else ""
        since = f"from {day(each.effective_from)}" if each.effective_from else ""
        rows.append(tuple(map(cell, (inert(each.title), since, published, each.certainty))))
    yield Grid(tuple(rows), style="dim")


def before_you_rely(parameters: ParametersReport) -> Iterator[Box]:
    """Give the marks to know before anybody relies on an answer, where there are any."""
    said = [
        (
            (f"{mark.upper()}  ", "bold yellow"),
            (", ".join(map(inert, names)), "bold"),
            (f": {meaning}", ""),
        )
        for mark, names, meaning in rely(parameters)
    ]
    if said:
        yield Box("Before you rely on this", tuple(said))


def _summary(report: AnyReport, skipped: int) -> Line:
    summary = report.summary
    parts = [
        (count(getattr(summary, severity), severity), COLOUR[severity])
        for severity in ("error", "warning", "note")
    ]
    spans = [("  ", "")]
    for number, part in enumerate(parts):
        spans += [(", " if number else "", ""), part]
    purpose = f"; severities by profile {inert(report.profile)}" if report.profile else ""
    rest = (
        f" in {count(summary.rows, 'post')} of {count(summary.workbooks, 'workbook')};"
        f" {count(skipped, 'check')} could not be made{purpose}"
    )
    return (*spans, (rest, ""))


def _whole(text: str) -> str:
    """Begin a sentence about the workbook; one about a file begins with the file's own name."""
    return _sentence(text) if text.startswith("the workbook") else text


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
