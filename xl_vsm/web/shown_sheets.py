"""What a user sees of a workbook: how its sheets begin, and the lines that findings are in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from xl_vsm.findings import SEVERITIES, Finding, SheetReport, WorkbookReport
from xl_vsm.findings.frozen import Frozen
from xl_vsm.sheets import Workbook
from xl_vsm.sheets.addresses import letters, number, range_of
from xl_vsm.sheets.cells import Cell, Grid
from xl_vsm.sheets.shown import shown
from xl_vsm.sheets.views import turned

PREVIEW: Final = 6  # rows of a sheet that are shown where columns are chosen
WIDEST: Final = 60  # columns
LONGEST: Final = 120  # signs of one cell that are shown at first
LONG: Final = 2_000  # signs of one cell that are kept, to be unfolded
TOGETHER: Final = 500_000  # signs of all the long texts of a workbook that are kept
MOST: Final = 2_000  # rows of a sheet with findings that are kept whole: those of the gravest
KNOWN_BY: Final = ("reference", "post", "role")
"""The fields by which a reader knows whose row it is."""
UNCALCULATED: Final = "not calculated"  # what a formula shows whose value was never stored


class ShownRow(Frozen):
    """A row as the user sees it: its number, and what each column shows, by its letter."""

    number: int
    cells: dict[str, str]
    hidden: bool = False


class ShownLine(Frozen):
    """A row with findings, or a column where posts stand in columns.

    Attributes:
        place: the row's number, or the column's letter.
        cells: what cells show, by address: one that is wrong, beside it, or known by is kept.
        hidden: whether it is hidden.
        cut: whether other cells that hold something are left out.
    """

    place: str
    cells: dict[str, str]
    hidden: bool = False
    cut: bool = False


class ShownSheet(Frozen):
    """A sheet as the user sees it, in part.

    Attributes:
        name: its name.
        hidden: whether it is hidden.
        first: the first rows that hold anything, from the headings on where there are any.
        found: the rows or columns that findings are in.
    """

    name: str
    hidden: bool
    first: tuple[ShownRow, ...]
    found: tuple[ShownLine, ...]


def beginning(text: str) -> str:
    """Return a text as it is shown at first: a long one with a sign that there is more of it."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


class _Texts:
    """Keeps the texts of cells, of long ones as much as there is room for."""

    def __init__(self) -> None:
        self._room = TOGETHER

    def of(self, cell: Cell) -> str:
        text = shown(cell)
        most = min(LONG, self._room)
        if len(text) <= LONGEST or most <= LONGEST:
            return beginning(text)
        kept = text if len(text) <= most else f"{text[: most - 1]}…"
        self._room -= len(kept)
        return kept


def shown_sheets(read: Workbook, judged: WorkbookReport) -> tuple[ShownSheet, ...]:
    """Return what a user sees of each sheet: how it begins, and the lines that findings are in.

    Args:
        read: the workbook.
        judged: what was found in it, as grave as its purpose makes it: the gravest come first.
    """
    texts = _Texts()
    headings: dict[str, int] = {}
    for sheet in read.sheets:  # where a sheet has several tables, from the first on
        first = sheet.header_row or 1
        headings[sheet.name] = min(first, headings.get(sheet.name, first))
    found: dict[str, list[Finding]] = {}
    for each in sorted(judged.findings, key=lambda finding: SEVERITIES.index(finding.severity)):
        found.setdefault(each.sheet or "", []).append(each)
    sheets = []
    for grid in read.cells.sheets:
        tables = [each for each in judged.sheets if each.name == grid.name]
        filled = [row for row in grid.rows() if row >= headings.get(grid.name, 1)]
        lines = tuple(_found(grid, tables, found.get(grid.name, ()), texts))
        rows = tuple(_shown(grid, row, texts) for row in filled[:PREVIEW])
        sheets.append(ShownSheet(name=grid.name, hidden=grid.hidden, first=rows, found=lines))
    return tuple(sheets)


def _shown(grid: Grid, row: int, said: _Texts) -> ShownRow:
    """Return a row as Excel shows it, the first of its many columns."""
    columns = sorted(grid.row(row))[:WIDEST]
    texts = {letters(column): said.of(grid.at(row, column)) for column in columns}
    return ShownRow(
        number=row,
        cells={column: text for column, text in texts.items() if text},
        hidden=grid.hidden or row in grid.hidden_rows,
    )


def _found(
    grid: Grid, tables: Sequence[SheetReport], findings: Iterable[Finding], texts: _Texts
) -> Iterator[ShownLine]:
    """Give each line of a sheet that findings are in, as they come: the gravest first."""
    wrong: dict[str, set[tuple[int, int, int, int]]] = {}
    for each in findings:
        if area := range_of(each.cell or ""):
            wrong.setdefault(line_of(tables, each.cell), set()).add(area)
    known_by = {table.places.get(name, "") for table in tables for name in KNOWN_BY}
    rows = {int(each) for each in known_by if each.isdigit()}
    columns = {number(each) for each in known_by if each.isalpha()}
    across = turned(grid) if any(map(str.isalpha, wrong)) else grid
    for count, (place, areas) in enumerate(wrong.items()):
        whole = count < MOST
        if place.isalpha():
            wanted = rows.union(row for row, *_ in areas)
            yield _line(across, place, wanted, texts, whole=whole)
        else:
            wanted = columns.union(area[1] for area in areas)
            yield _line(grid, place, wanted, texts, whole=whole)


def _line(grid: Grid, place: str, wanted: set[int], texts: _Texts, *, whole: bool) -> ShownLine:
    """Return a line as Excel shows it.

    Args:
        grid: the sheet, turned where the line is a column.
        place: the line.
        wanted: the cells of it that are shown in any case, with what stands beside them.
        texts: keeps what its cells show.
        whole: whether the first of its many other cells are shown.
    """
    line = number(place) if place.isalpha() else int(place)
    filled = [each for each, cell in sorted(grid.row(line).items()) if not cell.empty]
    kept = {*wanted, *(filled[:WIDEST] if whole else ())}
    for each in wanted:
        before = bisect_left(filled, each)
        kept.update(filled[max(0, before - 1) : before + 2])
    seen = (_as_seen(grid, line, each, texts) for each in sorted(kept))
    return ShownLine(
        place=place,
        cells={address: text for address, text in seen if text},
        hidden=grid.hidden or line in grid.hidden_rows,
        cut=not kept.issuperset(filled),
    )


def _as_seen(grid: Grid, line: int, place: int, texts: _Texts) -> tuple[str, str]:
    """Return a cell's address and what is seen there: a merged area shows its first cell."""
    cell = seen = grid.at(line, place)
    if cell.empty and (merge := grid.merge_at(line, place)):
        seen = grid.at(merge.top, merge.left)
    text = texts.of(seen)
    return cell.address, text or ("" if seen.empty else UNCALCULATED)


def line_of(tables: Iterable[SheetReport], cell: str | None) -> str:
    """Return the line that a cell's post stands in: its row, or its column in a turned table.

    Args:
        tables: how the cell's sheet was read.
        cell: the cell's address; the line is empty without one.
    """
    area = range_of(cell or "")
    if area is None:
        return ""
    row, column, *_ = area
    for each in tables:
        read = each.rows.values() or (0,)
        beside = each.header_column and number(each.header_column) < column
        if beside and min(read) <= row <= max(read):
            return letters(column)
    return str(row)
