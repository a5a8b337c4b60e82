"""From cells to what findings are about: the post and the field of a cell, and runs of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from string import ascii_uppercase
from typing import Any

from xl_vsm.checks.check import NotMade
from xl_vsm.sheets import Entry, PostRow, Workbook
from xl_vsm.sheets.addresses import letters
from xl_vsm.sheets.cells import Cell
from xl_vsm.sheets.shown import shown


class Posts:
    """The posts of a workbook by the cells that they stand in."""

    def __init__(self, workbook: Workbook) -> None:
        """Take the posts as read; they are looked through when the first is asked for."""
        self._workbook = workbook

    def of(self, sheet: str, cell: Cell) -> tuple[PostRow | None, str | None]:
        """Return the post whose cell it is, and the field; None where it is none's."""
        return self._fields.get((sheet, cell.address)) or (self._rows.get((sheet, cell.row)), None)

    @cached_property
    def _fields(self) -> dict[tuple[str, str], tuple[PostRow, str]]:
        return {
            (row.sheet, entry.cell): (row, name)
            for row in self._workbook.rows
            for name, entry in row.entries()
        }

    @cached_property
    def _rows(self) -> dict[tuple[str, int], PostRow]:
        return {(row.sheet, row.number): row for row in self._workbook.rows if not stands(row)}


def stands(row: PostRow) -> bool:
    """Say whether a post is a column of its sheet, as in board papers, and no row."""
    number = str(row.number)
    return any(entry.cell.lstrip(ascii_uppercase) != number for _, entry in row.entries())


def entry_of(sheet: str, cell: Cell) -> Entry[Any]:
    """Return any cell as an entry, so that a finding can be about it."""
    return Entry(
        sheet=sheet,
        cell=cell.address,
        state="error value" if cell.error else "stated",
        value=None if cell.error else shown(cell),
        raw=shown(cell),
        hidden=cell.hidden,
        formula=cell.formula,
    )


def by_column(reasons: Iterable[tuple[str, Cell, str]]) -> Iterator[NotMade]:
    """Say once for each column what could not be looked at in it for one reason."""
    runs: dict[tuple[str, int, str], list[Cell]] = {}
    for sheet, cell, reason in reasons:
        runs.setdefault((sheet, cell.column, reason), []).append(cell)
    for (sheet, column, reason), cells in runs.items():
        more = f"; so in {len(cells) - 1:,} more of column {letters(column)}" * (len(cells) > 1)
        yield NotMade(f"{reason}{more}", sheet, cells[0].address)
