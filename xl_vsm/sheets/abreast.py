"""Tables that stand side by side on a sheet, told apart by their columns."""

from __future__ import annotations

from itertools import pairwise

from xl_vsm.sheets.bands import Band
from xl_vsm.sheets.cells import Grid, Merge
from xl_vsm.sheets.columns import Column
from xl_vsm.sheets.views import within

Columns = tuple[Column, ...]


def side_by_side(grid: Grid, bands: tuple[Band, ...]) -> list[Grid]:
    """Return each table's part of a sheet, from the left, or nothing where there is one table.

    Args:
        grid: the sheet.
        bands: the headings found on it.
    """
    for band in bands:
        if len(band.fields) == len(band.claims):
            continue
        for parts in (_between_gaps(grid, band), _repeated(band)):
            if len(parts) > 1 and all(_heads_its_own(part) for part in parts):
                return _cut(grid, parts)
    return []


def _heads_its_own(columns: Columns) -> bool:
    band = Band(0, columns, 0)
    return band.heads_posts and "post" in band.fields


def _between_gaps(grid: Grid, band: Band) -> list[Columns]:
    """Divide headings where a column between them is blank from top to bottom."""
    used = {column for row in grid.rows() if row >= band.row for column in grid.row(row)}
    parts: list[list[Column]] = [[]]
    for before, column in pairwise((None, *band.columns)):
        assert column is not None
        gap = before and any(n not in used for n in range(before.number + 1, column.number))
        if gap:
            parts.append([])
        parts[-1].append(column)
    return [tuple(part) for part in parts]


def _repeated(band: Band) -> list[Columns]:
    """Divide headings where the first of them comes again."""
    first = next((column.name for column in band.columns if column.name), "")
    parts: list[list[Column]] = [[]]
    for column in band.columns:
        if column.name == first and any(each.name for each in parts[-1]):
            parts.append([])
        parts[-1].append(column)
    return [tuple(part) for part in parts]


def _cut(grid: Grid, parts: list[Columns]) -> list[Grid]:
    starts = [1, *(part[0].number for part in parts[1:])]
    last_row = max(grid.cells)
    last = max(column for row in grid.cells.values() for column in row)
    ends = [*(start - 1 for start in starts[1:]), last]
    return [
        within(grid, Merge(1, start, last_row, end))
        for start, end in zip(starts, ends, strict=True)
    ]
