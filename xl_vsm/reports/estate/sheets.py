"""The sheets of the summary's workbook: their columns, and their rows one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from xl_vsm.reports.estate.model import Counts, Estate
from xl_vsm.reports.estate.words import NUMBERS, asked, banner, left_out, numbers, outcome, owner

Cell = str | int | None
SUMMARY: Final = "Summary"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, how many signs wide it is, and what is in it."""

    heading: str
    signs: int
    kind: Literal["words", "number", "severity"] = "words"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with one table, whose first row has the headings.

    Attributes:
        name: what its tab says.
        columns: from left to right.
        rows: gives the cells of each row, in order.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Estate], Iterator[tuple[Cell, ...]]]


def _counted(*headings: str) -> tuple[Column, ...]:
    # Beside the heading stands the button of the filter.
    return tuple(Column(heading, max(10, len(heading) + 5), "number") for heading in headings)


def _organisations(estate: Estate) -> Iterator[tuple[Cell, ...]]:
    for line in estate.organisations:
        yield (line.name, *numbers(line))


def _codes(estate: Estate) -> Iterator[tuple[Cell, ...]]:
    for line in estate.codes:
        counts = (line.findings, line.workbooks, line.organisations)
        yield (line.severity, line.code, line.name, *counts)


def _gaps(estate: Estate) -> Iterator[tuple[Cell, ...]]:
    for line in estate.gaps:
        yield (line.code, line.name, line.times, line.workbooks)


def _workbooks(estate: Estate) -> Iterator[tuple[Cell, ...]]:
    for line in estate.workbooks:
        counts = (line.posts, line.error, line.warning, line.note, line.not_checked)
        done = "yes" if line.complete else "in part" if line.read else "no"
        yield (line.path, owner(line), *counts, done, line.code, line.message)


_CODE: Final = (Column("Code", 10), Column("Name", 40))
TABLES: Final = (
    Sheet("By organisation", (Column("Organisation", 48), *_counted(*NUMBERS)), _organisations),
    Sheet(
        "By code",
        (
            Column("Severity", 12, "severity"),
            *_CODE,
            *_counted("Findings", "Workbooks", "Organisations"),
        ),
        _codes,
    ),
    Sheet("Not checked", (*_CODE, *_counted("Times", "Workbooks")), _gaps),
    Sheet(
        "By workbook",
        (
            Column("Workbook", 46),
            Column("Organisation", 32),
            *_counted("Posts", "Errors", "Warnings", "Notes", "Not checked"),
            Column("Read", 10),
            Column("Code", 10),
            Column("Why not", 56),
        ),
        _workbooks,
    ),
)
"""The sheets after the first, in their order."""


def summary_lines(estate: Estate) -> Iterator[tuple[str, str]]:
    """Give each line of words of the first sheet: the name of its look, and the words."""
    yield "title", "VSM pay: the estate"
    yield ("bad" if estate.totals.findings else "good"), outcome(estate)
    for said in left_out(estate):
        yield "plain", said
    yield "plain", asked(estate)
    for mark, names, meaning in banner(estate):
        yield "banner", f"{mark}: {names}: {meaning}"


def summary_counts(estate: Estate) -> Iterable[tuple[str, int]]:
    """Give the counts of the first sheet, each with what it counts."""
    totals: Counts = estate.totals
    yield "Organisations named", estate.named
    yield from zip(NUMBERS, numbers(totals), strict=True)
    yield "Accepted before", totals.accepted
