"""What a workbook's cells mean: its tables of posts, and what it says of the organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from xl_vsm.sheets.bands import FEWEST, nearest
from xl_vsm.sheets.cells import Book
from xl_vsm.sheets.confidence import Tally
from xl_vsm.sheets.fields import ESSENTIAL, catalogue
from xl_vsm.sheets.finding_tables import find_tables
from xl_vsm.sheets.laid_out import particulars_laid_out, tables_laid_out
from xl_vsm.sheets.layout import Layout
from xl_vsm.sheets.post import Particulars
from xl_vsm.sheets.refused import RefusedFile
from xl_vsm.sheets.rows import read_rows
from xl_vsm.sheets.statements import find_particulars
from xl_vsm.sheets.table_read import several_years, sheets_read
from xl_vsm.sheets.tables import Table
from xl_vsm.sheets.views import with_names
from xl_vsm.sheets.workbook import ReadFault, Workbook, read_fault

Tallies = Mapping[str, Mapping[str, Tally]]
"""For each sheet and field, what was counted of the posts that are in no row of cells."""
NONE: Final[Tallies] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Understood:
    """A workbook's tables, before its posts are read.

    Attributes:
        book: its cells.
        tables: its tables of posts.
        particulars: what it says of the organisation.
        faults: what could not be used.
    """

    book: Book
    tables: tuple[Table, ...]
    particulars: Particulars
    faults: tuple[ReadFault, ...]

    def workbook(self, name: str, sha256: str | None, besides: Tallies = NONE) -> Workbook:
        """Return the workbook with its posts.

        Args:
            name: what it is called in the report.
            sha256: what the file's bytes come to, where there is a file.
            besides: what was counted of posts that are in no row of cells.
        """
        read = [
            (table, read_rows(table, date1904=self.book.date1904))
            for grid in self.book.sheets
            for table in self.tables
            if table.is_on(grid)
        ]
        return Workbook(
            path=name,
            sha256=sha256,
            sheets=tuple(sheets_read(self.book, read, besides)),
            particulars=self.particulars,
            rows=tuple(row for _, rows in read for row in rows),
            faults=self.faults,
            cells=self.book,
        )


def understand(book: Book, name: str, layout: Layout | None = None) -> Understood:
    """Find a workbook's tables, and what it says of the organisation.

    Args:
        book: the cells.
        name: what the workbook is called.
        layout: which column is which field, where the headings do not say it.

    Raises:
        RefusedFile: the workbook has no worksheet.
    """
    if not book.sheets:
        raise RefusedFile(
            "WBK003", f"{Path(name).name} has no worksheet in it: check that it is the right file"
        )
    layout, book = layout or Layout(), with_names(book)
    tables, faults = tables_laid_out(book, layout)
    given, misfits = particulars_laid_out(book, layout)
    faults += misfits
    settled = {plan.sheet.casefold() for plan in layout.tables}
    settled |= {table.grid.name.casefold() for table in tables}
    found: list[Table] = []
    for grid in book.sheets:
        if grid.name.casefold() not in settled:
            found += find_tables(grid, [each for each in book.tables if each.sheet == grid.name])
    tables += found
    particulars, conflicts = find_particulars(book, tables, given)
    if particulars.effective and (day := particulars.effective.value):
        for table in found:
            table.in_pay_year(day)
    faults += [fault for table in found for fault in table.faults()]
    if not tables:
        faults.append(_no_table(book))
    faults += several_years(tables)
    return Understood(book, tuple(tables), particulars, (*faults, *conflicts))


def _no_table(book: Book) -> ReadFault:
    needed = " or ".join(catalogue().rows[name].label for name in ESSENTIAL)
    words = f"no sheet has a row of headings with {needed} and at least two more known columns"
    bands = [(grid, band) for grid in book.sheets if (band := nearest(grid))]
    if not bands:
        return read_fault("WBK201", None, None, f"{words}: say in a layout file where they are")
    grid, band = max(bands, key=lambda found: len(found[1].claims))
    labels = ", ".join(catalogue().rows[name].label for name in band.claims)
    if len(band.claims) >= FEWEST and band.heads_rates:
        return read_fault(
            "WBK201",
            None,
            None,
            f"no sheet has a table of posts; row {band.row} of {grid.name} has headings for "
            f"{labels}, which looks like a table of rates rather than of posts: give the posts' "
            "table a column with the post, or say in a layout file what the columns are",
        )
    return read_fault(
        "WBK201",
        None,
        None,
        f"{words}; the nearest is row {band.row} of {grid.name}, where only {labels} can be "
        "told: rename the headings, or say in a layout file what the columns are",
    )
