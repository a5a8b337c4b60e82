"""How the cells of the ready workbook look."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook

NHS_BLUE, PALE, GREY = "#005EB8", "#E8EDEE", "#425563"

_COLUMN = {
    "bold": True,
    "font_color": "white",
    "bg_color": NHS_BLUE,
    "text_wrap": True,
    "valign": "top",
}
# Not set to the right: an error is words, and shows from their beginning.
_ANSWER = {"bg_color": PALE}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": NHS_BLUE},
    "heading": {"bold": True, "font_size": 12, "font_color": NHS_BLUE, "valign": "top"},
    "column": _COLUMN,
    "number column": {**_COLUMN, "align": "right"},
    "kind column": {**_COLUMN, "align": "left", "indent": 1},
    "text": {"valign": "top"},
    "kind": {"valign": "top", "align": "left", "indent": 1},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "note": {"font_color": GREY, "text_wrap": True, "valign": "top"},
    "formula": {"font_name": "Consolas", "font_color": GREY},
    "money": {"num_format": "#,##0"},
    "pence": {**_ANSWER, "num_format": "#,##0.00"},
    "rate": {**_ANSWER, "num_format": "0.0%"},
    "whole": {**_ANSWER, "num_format": "0"},
    "answer": _ANSWER,
    "date": {"num_format": "dd/mm/yyyy", "align": "left", "indent": 1},
    "total": {"bold": True, "top": 1, "num_format": "#,##0.00"},
}


def add_styles(book: Workbook) -> dict[str, Any]:
    """Add the formats to a workbook, and return them by name."""
    return {name: book.add_format({"font_name": "Arial", **how}) for name, how in _STYLES.items()}
