"""Workbook files whose formulas have stored values, as a spreadsheet program leaves them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.posts import DAY, TRUST
from tests.replay.books import NOT_CALCULATED, F
from xl_vsm.sheets.addresses import range_of
from xl_vsm.sheets.fields import FIELDS

HEADER = 6
FIRST = HEADER + 1
"""The row of the first post."""
PLACES = {"organisation_type": "$B$1", "turnover": "$B$2", "segment": "$B$3", "day": "$B$4"}

Post = Mapping[str, Any]


def write(path: Path, *posts: Post, extra: Mapping[str, Any] | None = None) -> Path:
    """Write posts under their headings; a value may be a formula with what is stored for it.

    In a formula `{row}` is the post's row, and a field's name in braces is its column.
    """
    fields = list(dict.fromkeys(name for post in posts for name in post))
    letters = {name: chr(65 + place) for place, name in enumerate(fields)} | PLACES
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("Pay")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for row, (name, value) in enumerate(TRUST.items()):
        page.write(row, 0, FIELDS[name].label)
        page.write(row, 1, value)
    page.write(3, 0, "Position as at")
    page.write_datetime(3, 1, DAY, day)
    for column, name in enumerate(fields):
        page.write(HEADER - 1, column, FIELDS[name].label)
    for row, post in enumerate(posts, FIRST):
        for column, name in enumerate(fields):
            _put(page, row - 1, column, post.get(name), {**letters, "row": row})
    for address, value in (extra or {}).items():
        top, left, *_ = range_of(address) or (1, 1)
        _put(page, top - 1, left - 1, value, letters)
    book.close()
    return path


def _put(page: Any, row: int, column: int, value: Any, places: Mapping[str, Any]) -> None:
    if isinstance(value, F):
        text = value.text.format_map(places)
        stored = "" if value.stored is NOT_CALCULATED else value.stored
        if value.area:
            page.write_dynamic_array_formula(value.area.format_map(places), text, None, stored)
        else:
            page.write_formula(row, column, text, None, stored)
    elif value is not None:
        page.write(row, column, value)
