"""The findings of a workbook by sheet and row, each row as its reader sees it in Excel."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from xl_vsm.findings import SEVERITIES, Finding, SheetReport
from xl_vsm.sheets.addresses import letters, number
from xl_vsm.web.pages.looking import Seen
from xl_vsm.web.work import ShownRow

SHOWN: Final = 100
"""Findings of one workbook on the page: the gravest. The rest are in what can be taken away."""

KNOWN_BY: Final = ("reference", "post", "role")
"""The fields by which a reader knows whose row it is."""

_CELL: Final = re.compile(r"([A-Z]{1,3})([0-9]+)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its address, what stands over its column, what it shows, what is wrong."""

    address: str
    heading: str
    text: str
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with findings.

    Attributes:
        number: its number; None for what concerns the whole sheet or workbook.
        post: whose row it is.
        near: the wrong cells, what stands beside them, and by what the row is known.
        whole: every cell that shows anything.
        hidden: whether it is hidden in Excel.
        findings: what was found in it.
    """

    number: int | None
    post: str
    near: tuple[Cell, ...]
    whole: tuple[Cell, ...]
    hidden: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The findings of one sheet; of the workbook as a whole where it has no name."""

    name: str
    rows: tuple[Row, ...]

    @property
    def number(self) -> int:
        """How many findings it has here."""
        return sum(len(row.findings) for row in self.rows)


def gravest(findings: Sequence[Finding], most: int = SHOWN) -> list[Finding]:
    """Return so many findings, the gravest, in their own order."""
    if len(findings) <= most:
        return list(findings)
    places = sorted(range(len(findings)), key=lambda n: (SEVERITIES.index(findings[n].severity), n))
    return [findings[place] for place in sorted(places[:most])]


def sheets(seen: Seen, findings: Sequence[Finding]) -> list[Sheet]:
    """Return findings by sheet and row, the workbook as a whole last."""
    by_sheet: dict[str, dict[int | None, list[Finding]]] = {}
    for each in findings:
        rows = by_sheet.setdefault(each.sheet or "", {})
        rows.setdefault(_place(each)[1], []).append(each)
    made = [
        Sheet(name, tuple(_row(seen, name, place, found) for place, found in rows.items()))
        for name, rows in by_sheet.items()
    ]
    return sorted(made, key=lambda sheet: not sheet.name)


def _row(seen: Seen, sheet: str, place: int | None, found: Sequence[Finding]) -> Row:
    post = next((_post(each) for each in found if each.row_key), "")
    if place is None:
        return Row(None, post, (), (), hidden=False, findings=tuple(found))
    shown = _shown(seen, sheet, place)
    reports = [each for each in seen.looked.checked.workbook.sheets if each.name == sheet]
    headings, known_by = _headings(reports, place)
    wrong: dict[str, str] = {}
    for each in sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)):
        wrong.setdefault(_place(each)[0], each.severity)  # the gravest of several at one cell
    texts = {number(column): text for column, text in (shown.cells if shown else {}).items()}
    everything = sorted({*texts, *map(number, wrong)})
    near = {number(column) for column in (*wrong, *known_by)}
    for column in map(number, wrong):
        near |= set(_beside(everything, column))

    def cell(column: int) -> Cell:
        name = letters(column)
        return Cell(
            f"{name}{place}", headings.get(name, ""), texts.get(column, ""), wrong.get(name, "")
        )

    return Row(
        number=place,
        post=post,
        near=tuple(cell(column) for column in everything if column in near),
        whole=tuple(cell(column) for column in everything),
        hidden=bool(shown and shown.hidden),
        findings=tuple(found),
    )


def _post(finding: Finding) -> str:
    return " ".join(filter(None, (finding.row_key, finding.post)))


def _beside(columns: Sequence[int], column: int) -> list[int]:
    place = columns.index(column)
    return list(columns[max(0, place - 1) : place + 2])


def _shown(seen: Seen, sheet: str, place: int) -> ShownRow | None:
    for each in seen.looked.sheets:
        if each.name == sheet:
            return next((row for row in each.found if row.number == place), None)
    return None


def _headings(reports: Sequence[SheetReport], place: int) -> tuple[dict[str, str], list[str]]:
    """Return what stands over each column at a row, and the columns by which a row is known."""
    above = [each.header_row for each in reports if each.header_row and each.header_row <= place]
    if not above:
        return {}, []
    headings: dict[str, str] = {}
    known_by: list[str] = []
    for each in reports:
        if each.header_row != max(above):
            continue
        headings |= {column.column: column.header for column in each.unknown}
        for name, column in each.columns.items():
            if name in each.reading:
                headings[column] = each.reading[name].heading
        known_by += [each.columns[name] for name in KNOWN_BY if name in each.columns]
    return headings, known_by


def _place(finding: Finding) -> tuple[str, int | None]:
    """Return the column and the row of a finding; none for one about more than a cell."""
    found = _CELL.fullmatch(finding.cell or "")
    return (found.group(1), int(found.group(2))) if found else ("", None)
