"""How Excel shows a value, near enough for a message."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from xl_vsm.sheets.cells import Cell, CellValue
from xl_vsm.sheets.exact import exact, plain


def shown(cell: Cell) -> str:
    """Return what a cell shows, in words: "£171,250", "10.7%", "1 April 2025", "#REF!"."""
    if cell.error:
        return cell.error
    return in_words(cell.value, cell.number_format)


def in_words(value: CellValue | Decimal, number_format: str = "General") -> str:
    """Return a value as Excel shows it under a number format."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, date):
        return long_date(value.date() if isinstance(value, datetime) else value)
    if isinstance(value, time | timedelta):
        return str(value)
    number = exact(value)
    return _number(number, number_format) if number is not None else str(value)


def long_date(day: date) -> str:
    """Return a day as it is written: 1 April 2025."""
    return f"{day.day} {day:%B} {day.year}"


def _number(number: Decimal, number_format: str) -> str:
    if "%" in number_format:
        return f"{plain(number * 100)}%"
    text = f"{number:,f}" if "," in number_format else plain(number)
    if number_format == "0" * len(number_format) and number == int(number):
        # An identifier that is stored as a number and shown with leading zeros.
        return str(int(number)).zfill(len(number_format))
    if "£" not in number_format:
        return text
    if re.search(r"\.\d$", text):
        text += "0"  # pence have two digits
    return f"-£{text[1:]}" if text.startswith("-") else f"£{text}"
