"""A sheet with a table in it: columns with headings, formats and formulas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

BLUE, PALE = "#005EB8", "#E8EDEE"
MADE = datetime(2026, 1, 1)  # noqa: DTZ001 - Excel's own dates have no zone
FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": BLUE},
    "subtitle": {"italic": True, "font_color": "#425563"},
    "group": {
        "bold": True,
        "align": "center",
        "bg_color": BLUE,
        "font_color": "white",
        "border": 1,
    },
    "heading": {
        "bold": True,
        "text_wrap": True,
        "valign": "top",
        "bg_color": PALE,
        "border": 1,
    },
    "section": {"bold": True, "font_color": BLUE},
    "note": {"italic": True, "font_color": "#425563"},
    "label": {"bold": True},
    "text": {"indent": 1},
    "money": {"num_format": "£#,##0;[Red]-£#,##0"},
    "pence": {"num_format": "£#,##0.00;[Red]-£#,##0.00"},
    "rate": {"num_format": "0.0%"},
    "date": {"num_format": "dd/mm/yyyy", "align": "left", "indent": 1},
    "number": {"num_format": "0.0"},
    "whole": {"num_format": "#,##0"},
    "total": {"num_format": "£#,##0", "bold": True, "top": 1},
    "total label": {"bold": True, "top": 1},
}


@dataclass(frozen=True)
class Formula:
    """A formula, with the value that a spreadsheet program would store beside it."""

    text: str
    value: Decimal | int


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    key: str
    heading: str
    format: str = "text"
    width: float = 12
    group: str = ""
    hidden: bool = False
    formula: Callable[[str, dict[str, str], dict[str, Any]], Formula] | None = None
    """Makes the cell from its row, the addresses of the row's cells, and the row's values."""


def penny(amount: Decimal) -> Decimal:
    """Round to the penny as ROUND(..., 2) does."""
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass
class Sheet:
    """A worksheet being written."""

    book: xlsxwriter.Workbook
    sheet: Any
    formats: dict[str, Any]
    columns: list[Column] = field(default_factory=list)
    first_column: int = 0

    def write(self, row: int, column: int, value: Any, form: str = "text") -> None:
        """Write one value in its own type; nothing for None."""
        style = self.formats[form]
        if isinstance(value, Formula):
            self.sheet.write_formula(row, column, value.text, style, float(value.value))
        elif isinstance(value, Decimal):
            self.sheet.write_number(row, column, float(value), style)
        elif isinstance(value, bool):
            self.sheet.write_boolean(row, column, value, style)
        elif isinstance(value, date):
            self.sheet.write_datetime(row, column, value, self.formats["date"])
        elif isinstance(value, str):
            self.sheet.write_string(row, column, value, style)
        elif value is not None:
            self.sheet.write_number(row, column, value, style)

    def head(self, row: int, columns: list[Column], first_column: int = 0) -> None:
        """Write the headings, with the merged group headings above them where there are any."""
        self.columns, self.first_column = columns, first_column
        self.sheet.set_row(row, 46)
        for offset, column in enumerate(columns):
            place = first_column + offset
            self.sheet.set_column(place, place, column.width, None, {"hidden": column.hidden})
            self.write(row, place, column.heading, "heading")
        groups = [column.group for column in columns]
        start = 0
        while start < len(groups):
            end = start
            while end + 1 < len(groups) and groups[end + 1] == groups[start]:
                end += 1
            span = (row - 1, first_column + start, row - 1, first_column + end)
            if groups[start] and end > start:
                self.sheet.merge_range(*span, groups[start], self.formats["group"])
            elif groups[start]:
                self.write(row - 1, first_column + start, groups[start], "group")
            start = end + 1

    def row(self, row: int, values: dict[str, Any]) -> None:
        """Write a row of the table; formulas where the row does not give a value itself."""
        addresses = {
            column.key: xl_rowcol_to_cell(row, self.first_column + offset)
            for offset, column in enumerate(self.columns)
        }
        for offset, column in enumerate(self.columns):
            value = values.get(column.key)
            if column.formula and column.key not in values:
                value = column.formula(addresses[column.key], addresses, values)
                values[column.key] = value.value
            self.write(row, self.first_column + offset, value, column.format)

    def address(self, row: int, key: str) -> str:
        """Return the address of a field in a row, in Excel's terms."""
        place = next(i for i, column in enumerate(self.columns) if column.key == key)
        return xl_rowcol_to_cell(row, self.first_column + place)

    def total(self, row: int, label: str, key: str, rows: list[int], amount: Decimal) -> None:
        """Write a total of one column over rows."""
        place = next(i for i, column in enumerate(self.columns) if column.key == key)
        letter = xl_col_to_name(self.first_column + place)
        for offset in range(len(self.columns)):
            self.write(row, self.first_column + offset, "", "total label")
        self.write(row, self.first_column + 1, label, "total label")
        cells = f"{letter}{rows[0] + 1}:{letter}{rows[-1] + 1}"
        self.write(
            row, self.first_column + place, Formula(f"=SUBTOTAL(9,{cells})", amount), "total"
        )


class Book:
    """A workbook being written, the same each time."""

    def __init__(self, path: Path, title: str) -> None:
        """Begin a workbook at a path."""
        self.book = xlsxwriter.Workbook(str(path))
        self.book.set_properties({"title": title, "author": "xl_vsm examples", "created": MADE})
        self.formats = {name: self.book.add_format(form) for name, form in FORMATS.items()}

    def sheet(self, name: str) -> Sheet:
        """Add a worksheet, set to print on one page's width."""
        made = self.book.add_worksheet(name)
        made.set_landscape()
        made.set_paper(9)
        made.fit_to_pages(1, 0)
        return Sheet(self.book, made, self.formats)

    def close(self) -> None:
        """Write the file."""
        self.book.close()
