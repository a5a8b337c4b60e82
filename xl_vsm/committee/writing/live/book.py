"""A live workbook, written: each formula beside the figure that Python worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from xl_vsm.committee.paper import Paper
from xl_vsm.committee.paper.figure import with_marks
from xl_vsm.committee.writing import notes_sheet
from xl_vsm.committee.writing.book_looks import NUMBERS, Formats, formats, saying
from xl_vsm.committee.writing.live.drawing import draw
from xl_vsm.committee.writing.live.page import Cell, Page
from xl_vsm.committee.writing.looks import CREAM, FONT, IN_MEMORY, LINE
from xl_vsm.committee.writing.sheet import NOTES
from xl_vsm.reports.annotated.own_workbook import MADE
from xl_vsm.reports.plain import inert
from xl_vsm.reports.sheet_words import fitted

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

A3: Final = 8
A4: Final = 9
WIDEST_ON_A4: Final = 200
"""Signs that can still be read where they stand side by side on a page of A4."""
_LINE: Final = 14.5
_NARROWER: Final = 1.02
"""How many letters stand where a spreadsheet, which measures in digits, says one."""
_LEAST_WIDE: Final = 90
"""Signs that a line of words has room for at least."""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook.

    Attributes:
        paper: whose title, opening and notes it has.
        pages: its sheets, in their order; the notes come last.
    """

    paper: Paper
    pages: Sequence[Page]

    def write(self, out: BinaryIO) -> None:
        """Write it. The same pages give the same bytes.

        Args:
            out: where the workbook goes.
        """
        from xlsxwriter import Workbook  # noqa: PLC0415 - slow to bring in, and rarely needed

        # No formula or link is made of words from a workbook, whatever they begin with.
        book = Workbook(out, IN_MEMORY)
        title = inert(self.paper.title)
        book.set_properties({"author": "xl-vsm", "title": title, "created": MADE})
        looks = _looks(book)
        (places,) = notes_sheet.places([self.paper])
        for page in self.pages:
            _Sheet(book, book.add_worksheet(page.name), page, looks, places).write()
        notes_sheet.write(book, looks, [self.paper])
        book.close()


def opened(paper: Paper, name: str) -> Page:
    """Return a new sheet that begins as each does: what it is, of whom, and what must be known.

    Each begins so, as any of them may be printed alone.
    """
    page = Page(name)
    page.say(f"{paper.title}: {name}", "title")
    page.say(paper.opening.organisation, "strong")
    page.say(paper.opening.asked, "small")
    for banner in paper.opening.banners:
        page.say(banner, "banner")
    page.space()
    return page


def _looks(book: Workbook) -> Formats:
    looks = formats(book)
    base = {"font_name": FONT, "font_size": 10, "valign": "top", "border": 1}
    for kind, number in NUMBERS.items():
        given = base | {"border_color": f"#{LINE}", "bg_color": f"#{CREAM}", "num_format": number}
        looks[f"{kind} changeable"] = book.add_format(given | {"locked": False})
        placed = base | {"border_color": f"#{LINE}", "num_format": number, "align": "left"}
        looks[f"{kind} place"] = book.add_format(placed)
    return looks


@dataclass
class _Sheet:
    book: Workbook
    sheet: Worksheet
    page: Page
    looks: Formats
    notes: dict[int, int]

    def write(self) -> None:
        self._print()
        for column, signs in self.page.wide.items():
            self.sheet.set_column(column, column, signs)
        for row, (text, look) in self.page.lines.items():
            self._line(row - 1, text, look)
        tall: dict[int, int] = {}
        for (row, column), cell in self.page.cells.items():
            self._cell(row - 1, column, cell)
            if isinstance(cell.value, str):
                words = with_marks(cell.value, cell.said)
                lines = _lines(words, self.page.wide.get(column, 12))
                tall[row] = max(tall.get(row, 1), lines)
        for row, lines in tall.items():
            self.sheet.set_row(row - 1, _LINE * lines)
        for chart in self.page.charts:
            draw(self.book, self.sheet, chart)

    def _print(self) -> None:
        self.sheet.hide_gridlines(2)
        self.sheet.set_landscape()
        wide = sum(self.page.wide.values()) > WIDEST_ON_A4
        self.sheet.set_paper(A3 if wide else A4)
        self.sheet.fit_to_pages(1, int(self.page.one_page))
        if self.page.breaks:
            self.sheet.set_h_pagebreaks(self.page.breaks)
        if self.page.repeated is not None:
            self.sheet.repeat_rows(self.page.repeated - 1)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.sheet.set_footer("&L&A&RPage &P of &N")

    def _line(self, row: int, text: str, look: str) -> None:
        """Write words over as many columns as they need to be read."""
        last, room = 0, self.page.wide.get(0, 8)
        while room < _LEAST_WIDE or last == 0:
            last += 1
            room += self.page.wide.get(last, 8)
        said = fitted(text)
        size = 2.0 if look == "title" else 1.0
        self.sheet.set_row(row, _LINE * size * _lines(said, int(room / size)))
        self.sheet.merge_range(row, 0, row, last, "", self.looks[look])
        self.sheet.write_string(row, 0, said, self.looks[look])

    def _cell(self, row: int, column: int, cell: Cell) -> None:
        if cell.note is not None:
            where = f"internal:'{NOTES}'!A{self.notes[cell.note] + 1}"
            self.sheet.write_url(row, column, where, self.looks["link"], f"[{cell.note}]")
            return
        look = self._look(cell, self.page.cells.get((row + 1, column - 1)))
        if cell.name:
            at = f"='{self.page.name}'!${chr(ord('A') + column)}${row + 1}"
            self.book.define_name(cell.name, at)
        if cell.formula:
            stored = float(cell.value) if isinstance(cell.value, Decimal) else cell.value
            stored = _serial(stored) if isinstance(stored, date) else stored
            self.sheet.write_formula(row, column, f"={cell.formula}", look, stored)
        elif isinstance(cell.value, Decimal | int):
            self.sheet.write_number(row, column, float(cell.value), look)
        elif isinstance(cell.value, date):
            self.sheet.write_datetime(row, column, cell.value, look)
        else:
            self.sheet.write_string(row, column, fitted(cell.value or ""), look)

    def _look(self, cell: Cell, before: Cell | None) -> Any:
        # Words in a column of amounts are still words.
        kind = "text" if isinstance(cell.value, str) else cell.kind
        if cell.look in ("changeable", "place"):
            return self.looks[f"{kind} {cell.look}"]
        marked = " marked" if cell.marks else ""
        if cell.look == "total":
            return self._saying(f"{kind} total{marked}", cell)
        number = before is not None and isinstance(before.value, Decimal | int)
        apart = " apart" if kind == "text" and number and not cell.look else ""
        if cell.look:
            return self.looks[cell.look]
        return self._saying(f"{kind}{apart}{marked}", cell)

    def _saying(self, name: str, cell: Cell) -> Any:
        if not cell.said:
            return self.looks[name]
        return saying(self.book, self.looks, name, with_marks("", cell.said).strip())


def _serial(day: date) -> int:
    """Return a day as a spreadsheet counts it."""
    return (day - datetime(1899, 12, 30).date()).days  # noqa: DTZ001 - a day, no time of it


def _lines(text: str, wide: int) -> int:
    return sum(
        1 + int(max(len(line) - 1, 0) / max(wide * _NARROWER, 1)) for line in text.split("\n")
    )
