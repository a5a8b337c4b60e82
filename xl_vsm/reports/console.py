"""The report on a terminal: grouped by sheet, with what, why, and on whose authority."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import TextIO

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from xl_vsm.findings import (
    AnyReport,
    Finding,
    NotChecked,
    ParametersReport,
    UnknownColumn,
    WorkbookReport,
    address,
)
from xl_vsm.reports.plain import count, day, inert
from xl_vsm.reports.sheet_words import left_out
from xl_vsm.reports.terminal import COLOUR, WIDTH

_SHOWN_CELLS = 6


class ConsoleReport:
    """A report that `rich` can print, on a terminal or into a picture."""

    def __init__(self, report: AnyReport) -> None:
        """Take the report."""
        self.report = report

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the whole report."""
        yield from self.parts()

    def parts(self) -> Iterator[RenderableType]:
        """Give the report from top to bottom: workbooks, figures used, what not to rely on."""
        skipped = 0
        for workbook in self.report.workbooks:
            yield from _workbook(workbook)
            skipped += len(workbook.not_checked)
        yield from _figures(self.report.parameters)
        yield from _banner(self.report.parameters)
        yield _summary(self.report, skipped)
        for words in left_out(self.report):
            yield Text(f"  {words}", style="bold yellow")


def _workbook(workbook: WorkbookReport) -> Iterator[RenderableType]:
    asof = f" for {day(workbook.effective)}" if workbook.effective else ""
    yield Rule(style="blue")
    posts = f"  {count(workbook.rows, 'post')}{asof}"
    yield Text.assemble((inert(workbook.path), "bold"), posts, overflow="fold")
    for sheet in workbook.sheets:
        if sheet.headings:
            columns = count(len(sheet.places), "row" if sheet.header_column else "column")
            hidden = ", hidden" if sheet.hidden else ""
            name = inert(sheet.name)
            read = f"{sheet.headings}, {columns} read"
            yield Text(f"  {name}{hidden}: {read}", style="dim")
    yield Text()
    for sheet_name, found in groupby(workbook.findings, key=lambda f: f.sheet):
        heading = inert(sheet_name) if sheet_name else "The workbook as a whole"
        yield _heading(heading)
        yield Padding(_findings(list(found)), (0, 0, 1, 2))
    if not workbook.findings:
        yield Text("  Nothing wrong found.\n", style="bold green")
    unread = [(sheet.name, each) for sheet in workbook.sheets for each in sheet.unknown]
    if unread:
        yield _heading("Columns not read")
        yield Padding(_unread(unread), (0, 0, 1, 2))
    if workbook.not_checked:
        yield _heading("Not checked")
        yield Padding(_not_checked(workbook.not_checked), (0, 0, 1, 2))


def _heading(words: str) -> Text:
    return Text.assemble("  ", (words, "bold underline"))


def _findings(findings: list[Finding]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for each in findings:
        post = "   " + " ".join(inert(name) for name in (each.row_key, each.post) if name)
        hidden = "   (hidden)" if each.hidden else ""
        table.add_row(
            Text(each.severity, style=COLOUR[each.severity]),
            Text(each.cell or "", style="bold"),
            Group(
                Text.assemble((f"{each.code} {each.name}", "bold"), (f"{post}{hidden}", "dim")),
                Text(_sentence(inert(each.text)) if each.sheet else _whole(inert(each.message))),
                *_authority(each),
            ),
        )
    return table


def _authority(each: Finding) -> Iterator[Text]:
    if each.source:
        place = f", {each.source.locator}" if each.source.locator else ""
        publisher = f"{each.source.publisher}: " if each.source.publisher else ""
        yield Text(f"{publisher}{each.source.title}{place}", style="dim italic")
    elif each.why not in each.message:
        yield Text(inert(each.why), style="dim italic")


def _unread(unread: list[tuple[str, UnknownColumn]]) -> Text:
    """Name the columns that no check looked at, as a layout file could tell what they are."""
    named = [f"{address(sheet, each.column)} {each.header!r}" for sheet, each in unread]
    return Text(
        inert(", ".join(named)) + ": no field was found for them, so nothing in them was checked"
    )


def _not_checked(skipped: tuple[NotChecked, ...]) -> Table:
    """Show each reason once, with the checks and cells that it concerns."""
    by_reason: dict[str, list[NotChecked]] = defaultdict(list)
    for each in skipped:
        by_reason[each.reason].append(each)
    sheets = {each.sheet for each in skipped}
    table = Table.grid(padding=(0, 2))
    table.add_column(ratio=3)
    table.add_column(ratio=2, style="dim")
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
        table.add_row(Text(_sentence(inert(reason))), Text(f"{', '.join(codes)}{where}"))
    return table


def _figures(parameters: ParametersReport) -> Iterator[RenderableType]:
    if not parameters.used:
        return
    known = day(parameters.known) if parameters.known else "everything in this release"
    yield Text.assemble(_heading("Figures used"), (f"  as known: {known}", "dim"))
    table = Table.grid(padding=(0, 2))
    for each in parameters.used:
        published = f"published {each.published:%B %Y}" if each.published else ""
        since = f"from {day(each.effective_from)}" if each.effective_from else ""
        table.add_row(each.title, since, published, Text(each.certainty, style="dim"))
    yield Padding(table, (0, 0, 1, 2))


def _banner(parameters: ParametersReport) -> Iterator[RenderableType]:
    lines = [
        (
            "ILLUSTRATIVE",
            parameters.illustrative,
            "made-up figures: no answer that rests on them is a real one",
        ),
        ("PENDING", parameters.pending, "under review: nobody can say yet"),
        (
            "TRANSCRIBED",
            parameters.transcribed,
            "only secondary copies were seen: compare with the published table",
        ),
    ]
    said = [
        Text.assemble((f"{mark}  ", "bold yellow"), (", ".join(names), "bold"), f": {meaning}")
        for mark, names, meaning in lines
        if names
    ]
    if said:
        yield Panel(Group(*said), title="Before you rely on this", border_style="yellow")


def _summary(report: AnyReport, skipped: int) -> Text:
    summary = report.summary
    parts = [
        (count(getattr(summary, severity), severity), COLOUR[severity])
        for severity in ("error", "warning", "note")
    ]
    text = Text("  ")
    for number, (words, colour) in enumerate(parts):
        text.append(", " if number else "")
        text.append(words, style=colour)
    purpose = f"; severities by profile {inert(report.profile)}" if report.profile else ""
    text.append(
        f" in {count(summary.rows, 'post')} of {count(summary.workbooks, 'workbook')};"
        f" {count(skipped, 'check')} could not be made{purpose}"
    )
    return text


def _whole(text: str) -> str:
    """Begin a sentence about the workbook; one about a file begins with the file's own name."""
    return _sentence(text) if text.startswith("the workbook") else text


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def write(report: AnyReport, out: TextIO) -> None:
    """Print the report: in colour and as wide as it is on a terminal, else plain."""
    console = Console(file=out, width=None if out.isatty() else WIDTH, highlight=False)
    for part in ConsoleReport(report).parts():  # one by one, as there may be thousands
        console.print(part)
