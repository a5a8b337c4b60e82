"""A messy workbook being written, and beside it what each cell means to a person."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol, xl_rowcol_to_cell

from making.sheet import MADE

REFUSED: Final = "refused"
"""The answer for a cell that nobody can read for certain, so that it must not be read at all."""
ASK: Final = "ask"
"""The answer's field where a person too would ask which column is meant; its value is the field."""
APRIL: Final = date(2025, 4, 1)
"""The first day of the pay year 2025/26, which is what a title that names the year means."""
FORMATS: Final = {
    "bold": {"bold": True},
    "money": {"num_format": "£#,##0"},
    "rate": {"num_format": "0.0%"},
    "date": {"num_format": "dd/mm/yyyy"},
    "us date": {"num_format": "mm/dd/yyyy"},
}


@dataclass(frozen=True)
class As:
    """A cell that is written in one way and means another."""

    written: Any
    means: Any


@dataclass(frozen=True)
class Calculated:
    """A formula with its stored value."""

    formula: str
    value: Any


@dataclass(frozen=True)
class H:
    """A heading, the field it means to a person, and the unit of the figures under it."""

    text: str
    field: str = ""
    unit: Decimal = Decimal(1)
    form: str = ""


def thousands(text: str, meant: str) -> H:
    """Return a heading of figures in thousands."""
    return H(text, meant, Decimal(1000))


def hundredths(text: str, meant: str) -> H:
    """Return a heading of percentages that are typed as 12.5."""
    return H(text, meant, Decimal("0.01"))


class Messy:
    """A workbook and its answers."""

    def __init__(self, path: Path, *, date1904: bool = False) -> None:
        """Begin a workbook at a path."""
        self.path = path
        self.book = xlsxwriter.Workbook(str(path), {"date_1904": date1904})
        self.book.set_properties({"author": "xl_vsm messy layouts", "created": MADE})
        self.formats = {name: self.book.add_format(form) for name, form in FORMATS.items()}
        self.answers: list[tuple[str, str, str, str]] = []

    def sheet(self, name: str) -> Page:
        """Add a sheet."""
        return Page(self, name, self.book.add_worksheet(name))

    def close(self) -> None:
        """Write the workbook, and its answers as a CSV file of the same name."""
        self.book.close()
        with self.path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(("sheet", "cell", "field", "value"))
            out.writerows(self.answers)


@dataclass
class Page:
    """A sheet being written."""

    book: Messy
    name: str
    sheet: Any

    def put(self, cell: str, value: Any, meant: str = "", form: str = "", unit: Any = 1) -> None:
        """Write a cell, and answer for it where it means a field."""
        if isinstance(value, As):
            value, means = value.written, value.means
        else:
            means = _means(value, Decimal(unit))
        self._write(cell, value, form)
        if meant and means is not None:
            self.book.answers.append((self.name, cell, meant, str(means)))

    def lines(self, cell: str, *texts: str | None) -> None:
        """Write texts under each other that mean nothing here, such as titles and notes."""
        row, column = xl_cell_to_rowcol(cell)
        for offset, text in enumerate(texts):
            if text is not None:
                self._write(xl_rowcol_to_cell(row + offset, column), text, "")

    def table(self, cell: str, headings: list[H], *rows: list[Any]) -> None:
        """Write headings along a row, and a post in each row below."""
        row, column = xl_cell_to_rowcol(cell)
        for across, heading in enumerate(headings):
            self._write(xl_rowcol_to_cell(row, column + across), heading.text or None, "bold")
        self.posts(xl_rowcol_to_cell(row + 1, column), headings, *rows)

    def posts(self, cell: str, headings: list[H], *rows: list[Any]) -> None:
        """Write posts under headings that stand already."""
        row, column = xl_cell_to_rowcol(cell)
        for down, values in enumerate(rows):
            for across, (heading, value) in enumerate(zip(headings, values, strict=False)):
                place = xl_rowcol_to_cell(row + down, column + across)
                self.put(place, value, heading.field, heading.form, heading.unit)

    def across(self, cell: str, headings: list[H], *posts: list[Any], gap: int = 0) -> None:
        """Write headings down a column, and a post in each column to the right."""
        row, column = xl_cell_to_rowcol(cell)
        for down, heading in enumerate(headings):
            self._write(xl_rowcol_to_cell(row + down, column), heading.text or None, "bold")
            for right, values in enumerate(posts):
                place = xl_rowcol_to_cell(row + down, column + 1 + gap + right)
                value = values[down] if down < len(values) else None
                self.put(place, value, heading.field, heading.form, heading.unit)

    def _write(self, cell: str, value: Any, form: str) -> None:
        style = self.book.formats.get(form)
        if isinstance(value, Calculated):
            self.sheet.write_formula(cell, value.formula, style, value.value)
        elif isinstance(value, bool):
            self.sheet.write_boolean(cell, value, style)
        elif isinstance(value, date):
            self.sheet.write_datetime(cell, value, style or self.book.formats["date"])
        elif isinstance(value, str):
            self.sheet.write_string(cell, value, style)
        elif value is not None:
            self.sheet.write_number(cell, float(value), style)


def _means(value: Any, unit: Decimal) -> Any:
    if isinstance(value, Calculated):
        value = value.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float | Decimal):
        return f"{(Decimal(str(value)) * unit).normalize():f}"
    return value.strip() if isinstance(value, str) else value
