"""A sheet of a paper as it is being written, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from xl_vsm.committee.writing.book_looks import Formats
from xl_vsm.reports.sheet_words import fitted

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NOTES: Final = "Rules and sources"
FACTS: Final = (34, 24, 56, 11, 14, 14)
"""How wide the columns of particulars are: what, the figure, why, the note."""
PLACES: Final = 6
"""Columns that a line of words goes over."""


@dataclass
class Page:
    """A sheet as it is being written.

    Attributes:
        sheet: the sheet.
        book: its workbook, which makes charts.
        looks: the formats.
        wide: how many signs of each column are seen.
        notes: the row of each note, by its number, on the sheet of notes; counted from 0.
        row: the next free row, counted from 0.
    """

    sheet: Worksheet
    book: Workbook
    looks: Formats
    wide: tuple[int, ...]
    notes: dict[int, int]
    row: int = 0

    def note(self, row: int, column: int, number: int | None) -> None:
        """Write a link to a note; nothing for none."""
        if number is None:
            return
        where = f"internal:'{NOTES}'!A{self.notes[number] + 1}"
        self.sheet.write_url(row, column, where, self.looks["link"], f"[{number}]")

    def line(self, text: str, look: str, high: float = 15.0) -> None:
        """Write a line of words over the sheet's first columns."""
        said = fitted(text)
        self.sheet.set_row(self.row, high * (1 + len(said) // sum(self.wide[:PLACES])))
        self.sheet.merge_range(self.row, 0, self.row, PLACES - 1, "", self.looks[look])
        self.sheet.write_string(self.row, 0, said, self.looks[look])
        self.row += 1


def page_of(
    book: Workbook,
    looks: Formats,
    name: str,
    notes: dict[int, int],
    wide: tuple[int, ...],
) -> Page:
    """Return a new sheet.

    Args:
        book: its workbook.
        looks: the formats.
        name: what its tab says.
        notes: the row of each note on the sheet of notes.
        wide: how many signs of each column are seen.
    """
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RPage &P of &N")
    for column, signs in enumerate(wide):
        sheet.set_column(column, column, signs)
    return Page(sheet, book, looks, wide, notes)
