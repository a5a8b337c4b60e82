"""The sheet by which a workbook tells xlwings how to run it; it goes before any xlwings.conf."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

NAME = "xlwings.conf"

SETTINGS: dict[str, str | bool] = {
    "UDF Modules": "udfs",
    # A stray udfs.py beside somebody's workbook should not be run in the place of ours.
    "ADD_WORKBOOK_TO_PYTHONPATH": False,
}
"""Where Python is, is not among them: that is in the xlwings.conf of the computer's user."""

_NOTE = (
    "These settings are read by xlwings and are the same on every computer. Which Python to use "
    "is in the file .xlwings\\xlwings.conf in the user's folder, which the installer writes."
)


def write_settings(sheet: Worksheet, style: dict[str, Any]) -> None:
    """Fill the sheet: names in the first column from the first row, as xlwings reads them."""
    sheet.set_column(0, 0, 34, style["text"])
    sheet.set_column(1, 1, 30, style["text"])
    for row, (name, value) in enumerate(SETTINGS.items()):
        sheet.write(row, 0, name, style["text"])
        sheet.write(row, 1, value, style["text"])
    sheet.merge_range(len(SETTINGS) + 1, 0, len(SETTINGS) + 1, 3, _NOTE, style["note"])
    sheet.set_row(len(SETTINGS) + 1, 48)
