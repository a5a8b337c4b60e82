"""The estate summary on a terminal: what to look at first, by organisation and by code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TextIO

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from xl_vsm.reports.console.in_colour import console_on, renderable
from xl_vsm.reports.console.words import before_you_rely
from xl_vsm.reports.estate.model import CodeLine, Estate, OrganisationLine, WorkbookLine
from xl_vsm.reports.estate.words import (
    NUMBERS,
    asked,
    left_out,
    numbers,
    outcome,
    state,
)
from xl_vsm.reports.plain import inert
from xl_vsm.reports.terminal import COLOUR

SHOWN: Final = 20
"""How many lines of each table: a terminal is for what to look at first."""


class EstateSummary:
    """A summary that `rich` can print, on a terminal or into a picture."""

    def __init__(self, estate: Estate, *, alone: bool = True) -> None:
        """Take the summary.

        Args:
            estate: the summary.
            alone: whether nothing above it says what not to rely on.
        """
        self.estate = estate
        self.alone = alone

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the summary from top to bottom: what was found, then where."""
        estate = self.estate
        yield Rule("The estate", style="blue")
        yield Text(f"  {outcome(estate)}", style="bold")
        for said in left_out(estate):
            yield Text(f"  {said}", style="yellow")
        yield Text(f"  {asked(estate)}\n", style="dim")
        yield from _table("By organisation", _organisations(estate), len(estate.organisations))
        yield from _table("By code", _codes(estate), len(estate.codes))
        unread = [line for line in estate.workbooks if not line.complete]
        yield from _table("Workbooks not checked", _unread(unread), len(unread))
        if self.alone:
            yield from map(renderable, before_you_rely(estate.parameters))


def _table(heading: str, table: Table, lines: int) -> Iterator[RenderableType]:
    if not lines:
        return
    yield Text.assemble("  ", (heading, "bold underline"))
    yield Padding(table, (0, 0, 0, 2))
    yield Text(f"  and {lines - SHOWN:,} more\n" if lines > SHOWN else "", style="dim")


def _organisations(estate: Estate) -> Table:
    table = _columns("Organisation", *NUMBERS)
    for line in estate.organisations[:SHOWN]:
        table.add_row(*_organisation(line))
    return table


def _organisation(line: OrganisationLine) -> Iterator[Text]:
    yield Text(inert(line.name), style="" if line.stated else "dim italic")
    for heading, number in zip(NUMBERS, numbers(line), strict=True):
        colour = COLOUR.get(heading.lower().removesuffix("s"), "")
        yield Text(f"{number:,}", style=colour if number else "dim")


def _codes(estate: Estate) -> Table:
    table = _columns("Code", "Findings", "Workbooks", "Organisations")
    for line in estate.codes[:SHOWN]:
        table.add_row(*_code(line))
    return table


def _code(line: CodeLine) -> Iterator[Text]:
    severity = (line.severity.ljust(8), COLOUR[line.severity])
    yield Text.assemble(severity, (f" {inert(line.code)}", "bold"), f" {inert(line.name)}")
    for number in (line.findings, line.workbooks, line.organisations):
        yield Text(f"{number:,}")


def _unread(lines: list[WorkbookLine]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(ratio=2, overflow="fold")
    table.add_column(ratio=3)
    for line in lines[:SHOWN]:
        table.add_row(Text(inert(line.path), style="bold"), Text(inert(state(line))))
    return table


def _columns(first: str, *others: str) -> Table:
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="dim")
    table.add_column(first, ratio=1)
    for heading in others:
        table.add_column(heading, justify="right")
    return table


def print_estate(estate: Estate, file: TextIO, *, alone: bool = True) -> None:
    """Print the summary: in colour and as wide as it is on a terminal, else plain.

    Args:
        estate: the summary.
        file: where it goes.
        alone: whether nothing above it says what not to rely on.
    """
    console_on(file).print(EstateSummary(estate, alone=alone))
