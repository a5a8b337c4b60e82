"""The formula that gives the same answer in Excel."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_vsm.excel import ExcelFunction
from xl_vsm.sheets.exact import plain
from xl_vsm.web.pages.calculator_fields import Field

DAY = "effective"
"""The argument that stands for today where it is blank."""


def formula(function: ExcelFunction, fields: list[Field], effective: date | None) -> str:
    """Return a formula without the blanks at its end.

    Args:
        function: the function.
        fields: its arguments, as they were read.
        effective: the day of the answer, which is written where none was given: the formula would
            otherwise answer for another day tomorrow.
    """
    cells = [_cell(_value(field, effective)) for field in fields]
    while cells and not cells[-1]:
        cells.pop()
    return f"={function.name}({', '.join(cells)})"


def _value(field: Field, effective: date | None) -> object:
    """Return what a field says; nothing where that is what a blank stands for."""
    if field.id == DAY and field.value is None:
        return effective
    return None if field.value == field.default else field.value


def _cell(value: object) -> str:
    """Return a value as it is typed into a formula, whatever the country of the PC."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        return f"DATE({value.year}, {value.month}, {value.day})"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, int):
        return str(value)
    return '"' + str(value).replace('"', '""') + '"'
