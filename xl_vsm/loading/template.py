"""The empty pay-range table, to be filled in from the published document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from xl_vsm.loading.cells import ENDINGS
from xl_vsm.loading.entries import AMOUNTS, BANDS, FROM, HEADINGS, ROLES
from xl_vsm.loading.faults import Fault, LoadingError
from xl_vsm.rules.words import OrganisationType

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

TITLE: Final = "Very senior manager pay ranges, as published"
SHEET, NOTES_SHEET = "Pay ranges", "What goes where"
NOTES: Final = """\
Copy every figure from the document itself: NHS very senior manager pay framework: NHS provider \
and ICB pay ranges (NHS England). Work nothing out: an uplift is a new document, loaded as a new \
table.
One row for each organisation, band and role: five bands for trusts, four for ICBs. Leave the \
headings as they are.
From: where the band begins. For a trust the annual turnover in £, for an ICB the weighted \
population. The first band begins at 0. Put the same figure in both rows of a band.
Minimum, operational maximum, exception zone maximum: £ a year, full time, in whole pounds.
Where the document prints thousands or millions, type the figures out, or say it in the heading: \
Minimum (£000).
Have a second person compare the table with the document. A post title or initials will do as the \
record of who did; a name is not needed.
Then load it: xl-vsm rates import FILE --name pay-ranges --source URL --published DATE \
--effective-from DATE --checked-by "POST TITLE"
"""

_BLUE, _PALE = "005EB8", "E8EDEE"
_POUNDS, _PEOPLE = "£#,##0", "#,##0"
_WIDTHS = (14, 8, 18, 17, 15, 22, 25)
_HEADING_ROW = 4


def write_template(path: Path) -> None:
    """Write the empty table as .csv or .xlsx.

    Raises:
        LoadingError: the file is of another kind, is there already, or cannot be written.
    """
    if path.suffix.lower() not in ENDINGS:
        do = "Give it a name such as pay-ranges.xlsx"
        raise LoadingError(Fault(path.name, "is of another kind", " or ".join(ENDINGS), do))
    data = _as_xlsx() if path.suffix.lower() == ".xlsx" else _as_csv()
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        wrong, do = "is there already, perhaps filled in", "Choose another name"
        raise LoadingError(Fault(str(path), wrong, "the name of a new file", do)) from None
    except OSError as error:
        wrong = f"cannot be written: {error.strerror}"
        do = "Choose another folder"
        raise LoadingError(Fault(str(path), wrong, "a place to write to", do)) from error


def _headings() -> list[str]:
    return [name.capitalize() for name in HEADINGS]


def _rows() -> Iterator[list[str | int | None]]:
    for organisation in OrganisationType:
        for band in BANDS[organisation]:
            for role in ROLES:
                starts = 0 if band == "A" else None
                yield [organisation.value, band, starts, role.value, *[None] * len(AMOUNTS)]


def _as_csv() -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_headings())
    writer.writerows(_rows())
    # The mark at the front tells Excel that the £ signs typed later are to be kept as UTF-8.
    return text.getvalue().encode("utf-8-sig")


def _as_xlsx() -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = SHEET
    _table(sheet)
    _notes(workbook)
    data = io.BytesIO()
    workbook.save(data)
    return data.getvalue()


def _table(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    sheet["A1"] = TITLE
    sheet["A1"].font = Font(bold=True, size=16, color=_BLUE)
    sheet["A2"] = f"Fill in the shaded cells from the published document. See {NOTES_SHEET}."
    sheet["A2"].font = Font(italic=True)
    side = Side("thin", "999999")
    line = Border(left=side, right=side, top=side, bottom=side)
    for column, (name, width) in enumerate(zip(_headings(), _WIDTHS, strict=True), 1):
        cell = sheet.cell(_HEADING_ROW, column, name)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", _BLUE)
        cell.alignment, cell.border = Alignment(wrap_text=True, vertical="top"), line
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(_rows(), _HEADING_ROW + 1):
        measure = _POUNDS if row[0] == OrganisationType.TRUST else _PEOPLE
        for column, (name, value) in enumerate(zip(HEADINGS, row, strict=True), 1):
            cell = sheet.cell(number, column, value)
            cell.border = line
            if name == FROM or name in AMOUNTS:
                cell.number_format = measure if name == FROM else _POUNDS
            if value is None:
                cell.fill = PatternFill("solid", _PALE)
    sheet.freeze_panes = f"A{_HEADING_ROW + 1}"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _notes(workbook: Workbook) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    sheet = workbook.create_sheet(NOTES_SHEET)
    sheet.column_dimensions["A"].width = 100
    sheet["A1"] = NOTES_SHEET
    sheet["A1"].font = Font(bold=True, size=16, color=_BLUE)
    for number, words in enumerate(NOTES.splitlines(), 3):
        cell = sheet.cell(number, 1, words)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
