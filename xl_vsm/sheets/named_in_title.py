"""The organisation that a workbook names in its title, where no label does."""

from __future__ import annotations

import re
from typing import Final

from xl_vsm.sheets.cells import Book, Cell, Grid
from xl_vsm.sheets.entry import Entry
from xl_vsm.sheets.headers import words
from xl_vsm.sheets.tables import Table

TITLE_ROWS: Final = 10  # on a sheet without a table, a title stands among these
NAME: Final = re.compile(
    r"(?!(?:Annex|Annual|Appendix|Board|Executive|Pay|Remuneration|Report|Salar|Table|Title|VSM|Very))"
    r"((?:(?:[A-Z][\w'\u2019.-]*|of|and|the|for|on|upon|in|at|&),?\s+){0,11}?"
    r"[A-Z][\w'\u2019.-]*,?\s+"
    r"(?:(?:NHS\s+)?Foundation\s+Trust|NHS\s+Trust|Integrated\s+Care\s+Board))\b"
)
"""A name at the beginning of a text: words with capitals, up to what kind of body it is."""


def organisation_in_title(book: Book, tables: list[Table]) -> Entry[str] | None:
    """Return the one organisation named above the tables; None where there is none, or several."""
    found: dict[str, Entry[str]] = {}
    for grid in book.sheets:
        own = [table.first_row for table in tables if table.is_on(grid)]
        last = min(own) - 1 if own else TITLE_ROWS
        for row in grid.rows():
            if row > last:
                break
            for cell in grid.row(row).values():
                entry = organisation_of(grid, cell)
                if entry is not None and entry.value is not None:
                    found.setdefault(words(entry.value), entry)
    return next(iter(found.values())) if len(found) == 1 else None


def organisation_of(grid: Grid, cell: Cell) -> Entry[str] | None:
    """Return the organisation that a title begins with, or None."""
    said = NAME.match(cell.text)
    if said is None:
        return None
    name = " ".join(said[1].split())
    return Entry(
        sheet=grid.name,
        cell=cell.address,
        state="stated",
        value=name,
        raw=cell.text,
        read_as=f'title "{cell.text}" read as the organisation {name}',
        hidden=cell.hidden,
        formula=cell.formula,
    )
