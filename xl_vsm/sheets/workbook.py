"""What reading a workbook gives: rows, how they were found, and what stood in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from xl_vsm.sheets.cells import Book
from xl_vsm.sheets.post import Particulars, PostRow

Confidence = Literal["certain", "likely", "unsure"]
"""How sure it is that a column is the field it was taken for."""

FAULTS: Final = {
    "WBK201": "no-pay-table-found",
    "WBK202": "ambiguous-column",
    "WBK203": "ambiguous-particular",
    "WBK204": "layout-does-not-fit",
    "WBK205": "several-pay-years",
    "WBK206": "layout-file-used",
}
"""Every code of a fault in how a workbook is laid out, and its name."""


@dataclass(frozen=True, slots=True)
class ReadFault:
    """Why part of a workbook could not be used.

    Attributes:
        code: three letters and three digits.
        name: the code's name.
        sheet: the sheet, or None for the whole workbook.
        cell: the cell, or None for the whole sheet.
        message: what is wrong and what to do, in words.
        field: the field it is about, where it is one.
    """

    code: str
    name: str
    sheet: str | None
    cell: str | None
    message: str
    field: str | None = None


def read_fault(
    code: str, sheet: str | None, cell: str | None, message: str, field: str | None = None
) -> ReadFault:
    """Return a fault by its code."""
    return ReadFault(
        code=code, name=FAULTS[code], sheet=sheet, cell=cell, message=message, field=field
    )


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """How one column was read, or one row where posts stand in columns.

    Attributes:
        heading: its heading.
        place: the column's letter, or the row's number.
        confidence: how sure it is that it is the field.
        why: what tells.
        stated: how many posts have a value in it.
        blank: how many have none.
        blank_means: what a blank is taken for.
        converted: how many values were not taken as they are, such as amounts typed as text.
        example: how the first of those was read.
    """

    heading: str
    place: str
    confidence: Confidence
    why: str
    stated: int = 0
    blank: int = 0
    blank_means: str = ""
    converted: int = 0
    example: str = ""


@dataclass(frozen=True, slots=True)
class SheetRead:
    """How one table of a sheet was read; a sheet without a table has no header row or column.

    Attributes:
        name: the sheet's name.
        hidden: whether the sheet is hidden.
        header_row: the row of the columns' own headings.
        columns: the column letter of each field.
        unknown: columns that hold values but mean no field, with their headings.
        skipped: rows that hold something but no post, and why each was passed over.
        header_column: the column of the headings, where posts stand in columns.
        rows: the row of each field, where posts stand in columns.
        reading: how sure each field's column is, and how its values were read.
        notes: what else was understood of the table, in words.
    """

    name: str
    hidden: bool
    header_row: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[tuple[str, str], ...] = ()
    skipped: tuple[tuple[int, str], ...] = ()
    header_column: str | None = None
    rows: Mapping[str, int] = field(default_factory=dict)
    reading: Mapping[str, ColumnRead] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def has_table(self) -> bool:
        """Whether a table of posts was found here."""
        return self.header_row is not None or self.header_column is not None

    @property
    def places(self) -> dict[str, str]:
        """Where each field stands: its column's letter, or its row's number."""
        return {**self.columns, **{name: str(row) for name, row in self.rows.items()}}


@dataclass(frozen=True, slots=True)
class Recalculated:
    """A workbook's cells as another program works them out.

    Attributes:
        cells: what they come to.
        doubts: cells that were not worked out, or rest on one, and why: by sheet in small
            letters, row and column.
        failed: why there are none; empty where there are.
    """

    cells: Book = field(default_factory=lambda: Book(()))
    doubts: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as typed rows in which every value knows its cell.

    Attributes:
        path: what it is called: its path, or the name of an open book.
        sha256: what the file's bytes come to, where there is a file.
        sheets: how each table was read.
        particulars: what it says of the organisation.
        rows: the posts.
        faults: what stood in the way of reading it.
        cells: every cell as it is stored, for what is checked of the formulas themselves.
        recalculated: the same cells as another program works them out, where that was asked for.
    """

    path: str
    sha256: str | None
    sheets: tuple[SheetRead, ...] = ()
    particulars: Particulars = field(default_factory=Particulars)
    rows: tuple[PostRow, ...] = ()
    faults: tuple[ReadFault, ...] = ()
    cells: Book = field(default_factory=lambda: Book(()), repr=False)
    recalculated: Recalculated | None = field(default=None, repr=False)
