"""Papers as a workbook: a sheet for each section of a long one, or one for each paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO, Final

from xl_vsm.committee.paper import Facts, Opening, Paper, Section, Table
from xl_vsm.committee.writing import book_blocks, notes_sheet
from xl_vsm.committee.writing.book_looks import Formats, formats
from xl_vsm.committee.writing.looks import IN_MEMORY
from xl_vsm.committee.writing.sheet import FACTS, NOTES, PLACES, Page, page_of
from xl_vsm.reports.annotated.own_workbook import MADE
from xl_vsm.reports.plain import inert

if TYPE_CHECKING:
    from xlsxwriter import Workbook

LONGEST: Final = 31
"""Signs that Excel allows in a sheet's name."""
FORBIDDEN: Final = str.maketrans("[]:*?/\\", "(); .--")


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
    for paper, places in zip(papers, notes_sheet.places(papers), strict=True):
        if paper.by_section and len(papers) == 1:
            _by_section(book, looks, paper, taken, places)
        else:
            _on_one_sheet(book, looks, paper, taken, places)
    notes_sheet.write(book, looks, papers)
    book.close()


def _by_section(
    book: Workbook, looks: Formats, paper: Paper, taken: set[str], places: dict[int, int]
) -> None:
    for number, section in enumerate(paper.sections):
        name = sheet_name(section.heading, taken)
        page = page_of(book, looks, name, places, widths(section))
        if number == 0:
            page.line(paper.title, "title", 28)
            _opening(page, paper.opening)
        _section(page, section)
        if number:
            _banners(page, paper.opening)


def _on_one_sheet(
    book: Workbook, looks: Formats, paper: Paper, taken: set[str], places: dict[int, int]
) -> None:
    page = page_of(book, looks, sheet_name(paper.name, taken), places, FACTS)
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


def sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a sheet's name that Excel allows and that no other sheet has, and take it."""
    plain = inert(wanted).translate(FORBIDDEN).strip("' ") or "Sheet"
    name, number = plain[:LONGEST].strip("' "), 2
    while name.casefold() in taken:
        end = f" ({number})"
        name, number = f"{plain[: LONGEST - len(end)]}{end}", number + 1
    taken.add(name.casefold())
    return name
