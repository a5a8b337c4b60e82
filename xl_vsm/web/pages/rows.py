"""The findings of a workbook by sheet and row, each row as its reader sees it in Excel.

Where posts stand in columns, a column is what a row is elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from xl_vsm.findings import SEVERITIES, Finding, SheetReport
from xl_vsm.sheets.addresses import a1, number, range_of
from xl_vsm.web.pages.looking import Seen
from xl_vsm.web.shown_sheets import KNOWN_BY, ShownLine, line_of

SHOWN: Final = 100
"""Findings of one workbook on the page: the gravest. The rest are in what can be taken away."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its address, the heading of its column, what it shows, what is wrong."""

    address: str
    heading: str
    text: str
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with findings, or one post's part of it where tables stand side by side.

    Attributes:
        place: its number, or its letter if it is a column; empty for what concerns the whole
            sheet or workbook.
        post: whose row it is.
        near: the wrong cells, what stands beside them, and by what the row is known.
        whole: every cell that shows anything, or the first of very many.
        cut: whether cells are left out of that.
        hidden: whether it is hidden in Excel.
        findings: what was found in it.
    """

    place: str
    post: str
    near: tuple[Cell, ...]
    whole: tuple[Cell, ...]
    cut: bool
    hidden: bool
    findings: tuple[Finding, ...]

    @property
    def kind(self) -> str:
        """What it is to its reader."""
        return "column" if self.place.isalpha() else "row"


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
    by_sheet: dict[str, list[Finding]] = {}
    for each in findings:
        by_sheet.setdefault(each.sheet or "", []).append(each)
    made = [Sheet(name, tuple(_rows(seen, name, found))) for name, found in by_sheet.items()]
    return sorted(made, key=lambda sheet: not sheet.name)


def _rows(seen: Seen, sheet: str, findings: Sequence[Finding]) -> Iterator[Row]:
    tables = [each for each in seen.looked.checked.workbook.sheets if each.name == sheet]
    shown = [each for each in seen.looked.sheets if each.name == sheet]
    lines = {line.place: line for each in shown for line in each.found}
    by_place: dict[str, list[Finding]] = {}
    for each in findings:
        by_place.setdefault(line_of(tables, each.cell), []).append(each)
    for place, found in by_place.items():
        keys = {each.row_key for each in found}
        if len(keys - {None}) < 2:
            yield _row(tables, lines.get(place), place, found)
            continue
        # Tables stand side by side: what is wrong with a post stands under that post alone.
        for key in dict.fromkeys(each.row_key for each in found):
            of_post = [each for each in found if each.row_key == key]
            yield _row(tables, lines.get(place), place, of_post)


def _row(
    tables: Sequence[SheetReport], line: ShownLine | None, place: str, found: Sequence[Finding]
) -> Row:
    post = next((_post(each) for each in found if each.row_key), "")
    if line is None:
        return Row(place, post, (), (), cut=False, hidden=False, findings=tuple(found))
    wrong: dict[int, str] = {}
    for each in sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)):
        wrong.setdefault(_along(place, each.cell or ""), each.severity)  # the gravest of a cell's
    headings, known_by = _headings(tables, _number(place), wrong, across=place.isalpha())
    texts = {_along(place, address): text for address, text in line.cells.items()}
    everything = sorted({*texts, *wrong})
    near = known_by.union(*(_beside(everything, each) for each in wrong))

    def cell(along: int) -> Cell:
        address = a1(along, number(place)) if place.isalpha() else a1(int(place), along)
        return Cell(address, headings.get(along, ""), texts.get(along, ""), wrong.get(along, ""))

    return Row(
        place=place,
        post=post,
        near=tuple(cell(along) for along in everything if along in near),
        whole=tuple(cell(along) for along in everything),
        cut=line.cut,
        hidden=line.hidden,
        findings=tuple(found),
    )


def _post(finding: Finding) -> str:
    return " ".join(filter(None, (finding.row_key, finding.post)))


def _along(place: str, address: str) -> int:
    """Return where a cell stands in its row, or in its column."""
    area = range_of(address) or (0, 0, 0, 0)
    return area[0] if place.isalpha() else area[1]


def _beside(columns: Sequence[int], column: int) -> list[int]:
    place = columns.index(column)
    return list(columns[max(0, place - 1) : place + 2])


def _headings(
    tables: Sequence[SheetReport], line: int, wrong: Collection[int], *, across: bool
) -> tuple[dict[int, str], set[int]]:
    """Return the heading of each cell of a row, and the cells by which its post is known.

    Args:
        tables: the tables of its sheet.
        line: the row, or the column.
        wrong: the cells that something is wrong with, by their place in it.
        across: whether it is a column.
    """
    above = [each for each in tables if 0 < _header(each, across=across) <= line]
    own = [each for each in above if _spans(each, wrong)] or above
    nearest = max((_header(each, across=across) for each in own), default=0)
    headings: dict[int, str] = {}
    known_by: set[int] = set()
    for each in above:
        if _header(each, across=across) != nearest:
            continue
        places = {name: _number(place) for name, place in each.places.items()}
        headings |= {_number(column.column): column.header for column in each.unknown}
        for name in each.reading.keys() & places.keys():
            headings[places[name]] = each.reading[name].heading
        if each in own:
            known_by |= {places[name] for name in KNOWN_BY if name in places}
    return headings, known_by


def _header(table: SheetReport, *, across: bool) -> int:
    """Return where the headings of a table stand, 0 where they do not run the same way."""
    if across:
        return number(table.header_column) if table.header_column else 0
    return table.header_row or 0


def _spans(table: SheetReport, wrong: Collection[int]) -> bool:
    """Say whether any of the cells lies between the first and the last that the table has."""
    places = [*table.places.values(), *(each.column for each in table.unknown)]
    spots = list(map(_number, places))
    return bool(spots) and any(min(spots) <= each <= max(spots) for each in wrong)


def _number(place: str) -> int:
    return number(place) if place.isalpha() else int(place)
