"""Papers as a workbook: a sheet for each section of a long one, or one for each paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from xl_vsm.committee.paper import Facts, Note, Opening, Paper, Section, Source, Table
from xl_vsm.committee.writing import book_blocks
from xl_vsm.committee.writing.book_looks import Formats, formats
from xl_vsm.committee.writing.looks import IN_MEMORY
from xl_vsm.reports.annotated.own_workbook import MADE
from xl_vsm.reports.plain import inert
from xl_vsm.reports.sheet_words import fitted

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NOTES: Final = "Rules and sources"
LONGEST: Final = 31
"""Signs that Excel allows in a sheet's name."""
LONGEST_LINK: Final = 2_000
"""Signs that Excel allows in a link, less a few."""
FORBIDDEN: Final = str.maketrans("[]:*?/\\", "(); .--")
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


def write(papers: Sequence[Paper], out: BinaryIO) -> None:
    """Write papers as one workbook.

    Args:
        papers: one or more. Each gets a sheet, but a single one that is long a sheet a section.
        out: where the workbook goes.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - slow to bring in, and rarely needed

    book = Workbook(out, IN_MEMORY)
    title = papers[0].title if len(papers) == 1 else papers[0].opening.organisation
    book.set_properties({"author": "xl-vsm", "title": inert(title), "created": MADE})
    looks = formats(book)
    taken: set[str] = {NOTES.casefold()}
    row = 1
    for paper in papers:
        places = _places(paper.notes, row + 1)
        row += 2 + sum(1 + len(note.sources) for note in paper.notes)
        if paper.by_section and len(papers) == 1:
            _by_section(book, looks, paper, taken, places)
        else:
            _on_one_sheet(book, looks, paper, taken, places)
    _notes(_page(book, looks, NOTES, {}, FACTS), papers)
    book.close()


def _by_section(
    book: Workbook, looks: Formats, paper: Paper, taken: set[str], places: dict[int, int]
) -> None:
    for number, section in enumerate(paper.sections):
        name = sheet_name(section.heading, taken)
        page = _page(book, looks, name, places, widths(section))
        if number == 0:
            page.line(paper.title, "title", 28)
            _opening(page, paper.opening)
        _section(page, section)
        if number:
            _banners(page, paper.opening)


def _on_one_sheet(
    book: Workbook, looks: Formats, paper: Paper, taken: set[str], places: dict[int, int]
) -> None:
    page = _page(book, looks, sheet_name(paper.name, taken), places, FACTS)
    page.line(paper.title, "title", 28)
    _opening(page, paper.opening)
    for section in paper.sections:
        _section(page, section)


def widths(section: Section) -> tuple[int, ...]:
    """Return how wide the columns of a section's own sheet are: as its tables need them."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    wide = list(FACTS) if any(isinstance(each, Facts) for each in section.blocks) else [12] * PLACES
    for table in tables:
        wide += [12] * (len(table.columns) - len(wide))
        for place, column in enumerate(table.columns):
            wide[place] = max(wide[place], column.wide)
    return tuple(wide) if tables else FACTS


def _page(
    book: Workbook,
    looks: Formats,
    name: str,
    notes: dict[int, int],
    wide: tuple[int, ...],
) -> Page:
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RPage &P of &N")
    for column, signs in enumerate(wide):
        sheet.set_column(column, column, signs)
    return Page(sheet, book, looks, wide, notes)


def _opening(page: Page, opening: Opening) -> None:
    page.line(opening.organisation, "strong")
    page.line(f"{opening.asked} {opening.from_workbook}", "small")
    _banners(page, opening)
    page.row += 1


def _banners(page: Page, opening: Opening) -> None:
    """Say on each sheet what must be known: one of them may be printed alone."""
    for banner in opening.banners:
        page.line(banner, "banner")


def _section(page: Page, section: Section) -> None:
    page.line(section.heading, "heading", 22)
    for block in section.blocks:
        book_blocks.add(page, block)
    page.row += 1


def _places(notes: Sequence[Note], first: int) -> dict[int, int]:
    """Return the row of each note on the sheet of notes, where the first stands on `first`."""
    places, row = {}, first
    for note in notes:
        places[note.number] = row
        row += 1 + len(note.sources)
    return places


def _notes(page: Page, papers: Sequence[Paper]) -> None:
    page.line(NOTES, "title", 28)
    for paper in papers:
        page.line(paper.title, "heading", 22)
        for note in paper.notes:
            title = fitted(f"[{note.number}] {note.title}")
            page.sheet.write_string(page.row, 0, title, page.looks["label"])
            page.sheet.merge_range(page.row, 1, page.row, 5, "", page.looks["words"])
            page.sheet.write_string(page.row, 1, fitted(note.says), page.looks["words"])
            page.sheet.set_row(page.row, 15.0 * (1 + len(note.says) // 110))
            page.row += 1
            for source in note.sources:
                _source(page, source)
                page.row += 1
        page.row += 1


def _source(page: Page, source: Source) -> None:
    cited, places = source.reference, "; ".join(source.places)
    told = f"{cited.publisher}, {cited.title}" if cited.publisher else cited.title
    page.sheet.write_string(page.row, 1, fitted(places), page.looks["small"])
    if cited.url and len(cited.url) < LONGEST_LINK:
        look = page.looks["wrapped link"]
        page.sheet.write_url(page.row, 2, cited.url, look, fitted(told), cited.url)
    else:
        page.sheet.write_string(page.row, 2, fitted(told), page.looks["words"])
    page.sheet.merge_range(page.row, 3, page.row, 5, "", page.looks["small"])
    page.sheet.write_string(page.row, 3, fitted(source.dates), page.looks["small"])
    lines = max(len(told) // 54, len(places) // 25, len(source.dates) // 38)
    page.sheet.set_row(page.row, 15.0 * (1 + lines))


def sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a sheet's name that Excel allows and that no other sheet has, and take it."""
    plain = inert(wanted).translate(FORBIDDEN).strip("' ") or "Sheet"
    name, number = plain[:LONGEST].strip("' "), 2
    while name.casefold() in taken:
        end = f" ({number})"
        name, number = f"{plain[: LONGEST - len(end)]}{end}", number + 1
    taken.add(name.casefold())
    return name
