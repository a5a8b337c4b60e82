"""Cells as Excel writes them, and whole blocks of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
_CELL: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


class Cell(NamedTuple):
    """A cell by its numbers, from 1."""

    row: int
    column: int

    def __str__(self) -> str:
        return f"{column_letters(self.column)}{self.row}"


class Block(NamedTuple):
    """A rectangle of cells, by its first and its last."""

    first: Cell
    last: Cell

    def holds(self, cell: Cell) -> bool:
        """Say whether a cell lies in it."""
        return (
            self.first.row <= cell.row <= self.last.row
            and self.first.column <= cell.column <= self.last.column
        )


def cell_of(words: str) -> Cell | None:
    """Return the cell that is written so; None where that is no cell within Excel's grid."""
    found = _CELL.fullmatch(words)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    cell = Cell(int(found[2]), column)
    return cell if cell.row <= LAST_ROW and column <= LAST_COLUMN else None


def block_of(words: str) -> Block | None:
    """Return the block that is written so: B2, or B2:D4."""
    first, _, last = words.partition(":")
    begin, end = cell_of(first), cell_of(last or first)
    return Block(begin, end) if begin and end else None


def column_letters(number: int) -> str:
    """Return the letters of a column: 28 is AB."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def together(cells: Iterable[Cell]) -> list[str]:
    """Write cells as few references as possible: those one below the other as one, B2:B9."""
    columns: dict[int, list[int]] = defaultdict(list)
    for cell in sorted(set(cells)):
        columns[cell.column].append(cell.row)
    written = []
    for column, rows in sorted(columns.items()):
        start = before = rows[0]
        for row in [*rows[1:], LAST_ROW + 2]:
            if row == before + 1:
                before = row
                continue
            first, last = Cell(start, column), Cell(before, column)
            written.append(str(first) if first == last else f"{first}:{last}")
            start = before = row
    return written
