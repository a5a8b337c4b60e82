"""Rows of a long list that differ in their values alone, kept as columns instead of as cells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

BETWEEN: Final = "\n"
"""No value that is kept so has one in it."""


@dataclass(slots=True)
class Alike:
    """Rows in which the same columns are filled, with the same kinds, formats and formulas.

    Attributes:
        example: the number of a row of this form that the sheet holds as cells.
        numbers: the rows' own numbers, from the top.
        columns: the columns that hold a value.
        kinds: what the file says each is: a number, a text, yes or no.
        formats: how each is shown.
        values: the values of each, as the file has them.
        texts: the texts that the values of kind "s" stand for.
        date1904: whether days are counted from 1904.
    """

    example: int
    numbers: str
    columns: tuple[int, ...]
    kinds: tuple[str, ...]
    formats: tuple[str, ...]
    values: tuple[str, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    date1904: bool = False

    _rows: list[int] = field(default_factory=list, compare=False, repr=False)
    _columns: dict[int, list[str]] = field(default_factory=dict, compare=False, repr=False)

    def rows(self) -> list[int]:
        """Return the rows' numbers."""
        if not self._rows:
            self._rows = list(map(int, self.numbers.split(BETWEEN)))
        return self._rows

    def place(self, row: int) -> int | None:
        """Return where among the rows one is; None where it is none of them."""
        rows = self.rows()
        at = bisect_left(rows, row)
        return at if at < len(rows) and rows[at] == row else None

    def column(self, number: int) -> list[str] | None:
        """Return what a column holds, as the file has it; None where it holds nothing."""
        if number not in self.columns:
            return None
        if number not in self._columns:
            self._columns[number] = self.values[self.columns.index(number)].split(BETWEEN)
        return self._columns[number]

    def shown(self, number: int) -> tuple[str, str]:
        """Return what kind the file says a column's values are, and how they are shown."""
        at = self.columns.index(number)
        return self.kinds[at], self.formats[at]

    def texts_of(self, number: int) -> list[str] | None:
        """Return a column's texts; None where it holds none."""
        said, (kind, _) = self.column(number), self.shown(number)
        if said is None or kind in ("n", "b"):
            return None
        return [self.texts[each] for each in said] if kind == "s" else said
