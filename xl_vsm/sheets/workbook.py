"""What reading a workbook gives: rows, how they were found, and what stood in the way."""

from __future__ import annotations

from typing import Final

from pydantic import BaseModel, ConfigDict

from xl_vsm.sheets.post import Particulars, PostRow

FAULTS: Final = {
    "WBK201": "no-pay-table-found",
    "WBK202": "ambiguous-column",
    "WBK203": "ambiguous-particular",
    "WBK204": "layout-does-not-fit",
}
"""Every code of a fault in how a workbook is laid out, and its name."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReadFault(_Frozen):
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


class SheetRead(_Frozen):
    """How one table of a sheet was read; a sheet without a table has no header row.

    Attributes:
        name: the sheet's name.
        hidden: whether the sheet is hidden.
        header_row: the row of the columns' own headings.
        columns: the column letter of each field.
        unknown: columns that hold values but mean no field, with their headings.
        skipped: rows that hold something but no post, and why each was passed over.
    """

    name: str
    hidden: bool
    header_row: int | None = None
    columns: dict[str, str] = {}
    unknown: tuple[tuple[str, str], ...] = ()
    skipped: tuple[tuple[int, str], ...] = ()


class Workbook(_Frozen):
    """A workbook as typed rows in which every value knows its cell."""

    path: str
    sha256: str | None
    sheets: tuple[SheetRead, ...] = ()
    particulars: Particulars = Particulars()
    rows: tuple[PostRow, ...] = ()
    faults: tuple[ReadFault, ...] = ()
