"""Rectangles of cells, and what their cells share, asked of Excel in few questions.

Every question to Excel is a call to another program. A column of a pay table mostly has one
number format from top to bottom, so a rectangle is asked about as a whole, and halved only where
its cells differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from xl_vsm.sheets.cells import Merge


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells by the numbers of its first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, cells: Any) -> Area:
        """Return the rectangle of an xlwings Range."""
        rows, columns = cells.shape
        return cls(cells.row, cells.column, cells.row + rows - 1, cells.column + columns - 1)

    @property
    def size(self) -> int:
        """How many cells it has."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def on(self, sheet: Any) -> Any:
        """Return the rectangle on a sheet as an xlwings Range."""
        return sheet.range((self.top, self.left), (self.bottom, self.right))

    def halves(self) -> tuple[Area, Area]:
        """Split it: by columns while there are several, for a column is most often of one kind."""
        if self.right > self.left:
            middle = (self.left + self.right) // 2
            return (
                Area(self.top, self.left, self.bottom, middle),
                Area(self.top, middle + 1, self.bottom, self.right),
            )
        middle = (self.top + self.bottom) // 2
        return (
            Area(self.top, self.left, middle, self.right),
            Area(middle + 1, self.left, self.bottom, self.right),
        )


def in_common(sheet: Any, area: Area, ask: Callable[[Any], Any]) -> Iterator[tuple[Area, str]]:
    """Split an area into parts of which all cells give one text for an answer.

    Args:
        sheet: the xlwings Sheet.
        area: the cells.
        ask: what to ask of an xlwings Range; anything but a text means that its cells differ.
    """
    waiting = [area]
    while waiting:
        part = waiting.pop()
        answer = ask(part.on(sheet))
        if isinstance(answer, str):
            yield part, answer
        elif part.size > 1:
            waiting += part.halves()


def merged(sheet: Any, area: Area) -> tuple[Merge, ...]:
    """Return the merged areas on a sheet, in reading order."""
    found: set[Area] = set()
    waiting = [area]
    while waiting:
        part = waiting.pop()
        state = part.on(sheet).merge_cells
        if state is False:
            continue
        if state is True:
            corner = Area.of(sheet.range((part.top, part.left)).merge_area)
            found.add(corner)
            if corner.bottom >= part.bottom and corner.right >= part.right:
                continue
        if part.size > 1:
            waiting += part.halves()
    ordered = sorted(found, key=lambda each: (each.top, each.left))
    return tuple(Merge(each.top, each.left, each.bottom, each.right) for each in ordered)
