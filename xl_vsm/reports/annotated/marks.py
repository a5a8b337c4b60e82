"""Which cells get a mark, and what their notes say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from xl_vsm.findings import SEVERITIES, Finding, Severity
from xl_vsm.reports.annotated.addresses import Cell, cell_of
from xl_vsm.reports.annotated.page import Line
from xl_vsm.reports.sheet_words import what_is_wrong

LONGEST_NOTE: Final = 4_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A wrong cell.

    Attributes:
        cell: where.
        severity: of the gravest of its findings.
        row: the row of the first of them on the sheet of findings.
        note: what is wrong, in words.
    """

    cell: Cell
    severity: Severity
    row: int
    note: str


def marks_by_sheet(lines: list[Line], findings_sheet: str) -> dict[str, list[Mark]]:
    """Return the marks of each sheet, by its name in small letters.

    Args:
        lines: the rows of the sheet of findings.
        findings_sheet: what that sheet is called.
    """
    found: dict[str, dict[Cell, list[tuple[int, Finding]]]] = defaultdict(lambda: defaultdict(list))
    for row, line in enumerate(lines, start=1):
        each = line.finding
        cell = cell_of(each.cell.partition(":")[0]) if each and each.cell else None
        if each and each.sheet and cell:
            found[each.sheet.casefold()][cell].append((row, each))
    return {
        sheet: [_mark(cell, about, findings_sheet) for cell, about in sorted(cells.items())]
        for sheet, cells in found.items()
    }


def _mark(cell: Cell, about: list[tuple[int, Finding]], findings_sheet: str) -> Mark:
    said = [f"{each.severity.upper()} {each.code}: {what_is_wrong(each)}" for _, each in about]
    rows = [str(row) for row, _ in about]
    which = f"row {rows[0]}" if len(rows) == 1 else f"rows {', '.join(rows[:-1])} and {rows[-1]}"
    text = "\n".join(said)
    if len(text) > LONGEST_NOTE:
        text = f"{text[: LONGEST_NOTE - 1]}…"
    return Mark(
        cell=cell,
        severity=min((each.severity for _, each in about), key=SEVERITIES.index),
        row=about[0][0],
        note=f"{text}\nMore in {which} of the sheet {findings_sheet}.",
    )
