"""The sheet of rules and sources, which every workbook of papers ends with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from xl_vsm.committee.paper import Note, Paper, Source
from xl_vsm.committee.writing.book_looks import Formats
from xl_vsm.committee.writing.sheet import FACTS, NOTES, Page, page_of
from xl_vsm.reports.sheet_words import fitted

if TYPE_CHECKING:
    from xlsxwriter import Workbook

LONGEST_LINK: Final = 2_000
"""Signs that Excel allows in a link, less a few."""


def places(papers: Sequence[Paper]) -> list[dict[int, int]]:
    """Return for each paper the row of each of its notes, by its number; counted from 0."""
    row, found = 1 + len(_banners(papers)), []
    for paper in papers:
        row += 1
        of_paper = {}
        for note in paper.notes:
            of_paper[note.number] = row
            row += 1 + len(note.sources)
        row += 1
        found.append(of_paper)
    return found


def write(book: Workbook, looks: Formats, papers: Sequence[Paper]) -> None:
    """Write the sheet.

    Args:
        book: the workbook.
        looks: its formats.
        papers: whose notes they are.
    """
    page = page_of(book, looks, NOTES, {}, FACTS)
    page.line(NOTES, "title", 28)
    for banner in _banners(papers):
        page.line(banner, "banner")
    for paper in papers:
        page.line(paper.title, "heading", 22)
        for note in paper.notes:
            _note(page, note)
        page.row += 1


def _banners(papers: Sequence[Paper]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(banner for paper in papers for banner in paper.opening.banners))


def _note(page: Page, note: Note) -> None:
    title = fitted(f"[{note.number}] {note.title}")
    page.sheet.write_string(page.row, 0, title, page.looks["label"])
    page.sheet.merge_range(page.row, 1, page.row, 5, "", page.looks["words"])
    page.sheet.write_string(page.row, 1, fitted(note.says), page.looks["words"])
    page.sheet.set_row(page.row, 15.0 * (1 + len(note.says) // 110))
    page.row += 1
    for source in note.sources:
        _source(page, source)
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
