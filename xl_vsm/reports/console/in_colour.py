"""The page printed by `rich`: in colour, and as wide as the terminal is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from xl_vsm.findings import AnyReport
from xl_vsm.reports.console.parts import Across, Box, Grid, Line, Part
from xl_vsm.reports.console.words import parts_of
from xl_vsm.reports.terminal import WIDTH


class ConsoleReport:
    """A report that `rich` can print, on a terminal or into a picture."""

    def __init__(self, report: AnyReport) -> None:
        """Take the report."""
        self.report = report

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the whole report."""
        yield from map(renderable, parts_of(self.report))


def write_in_colour(parts: Iterable[Part], out: TextIO) -> None:
    """Print the parts, one by one, as there may be thousands."""
    console = console_on(out)
    for part in parts:
        console.print(renderable(part))


def console_on(out: TextIO) -> Console:
    """Return what prints: in colour and as wide as it is on a terminal, else plainly."""
    return Console(file=out, width=None if out.isatty() else WIDTH, highlight=False)


def renderable(part: Part) -> RenderableType:
    """Return what `rich` prints a part as."""
    match part:
        case Across():
            return Rule(style=part.style)
        case Grid():
            return Padding(_table(part), (0, 0, 1, 2))
        case Box():
            lines = Group(*map(_text, part.lines))
            return Panel(lines, title=part.title, border_style="yellow")
    return _text(part)


def _table(grid: Grid) -> Table:
    table = Table.grid(padding=(0, 2))
    columns = len(grid.rows[0])
    for number in range(columns):
        last = number == columns - 1
        table.add_column(no_wrap=number < grid.kept, style=grid.style if last else None)
    for row in grid.rows:
        table.add_row(*(Group(*map(_text, cell)) for cell in row))
    return table


def _text(line: Line) -> Text:
    return Text.assemble(*line, overflow="fold")
