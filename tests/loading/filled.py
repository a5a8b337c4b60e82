"""Filled-in pay-range tables for the tests. Every figure is made up, and odd on purpose."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from xl_vsm.loading import Document
from xl_vsm.loading.template import SHEET, write_template

HEADINGS = (
    "organisation",
    "band",
    "from",
    "role",
    "minimum",
    "operational maximum",
    "exception zone maximum",
)
STEP = {"trust": 200_000_001, "ICB": 1_000_001}
TODAY = date(2026, 6, 1)

Line = list[Any]


def line(organisation: str, band: str, role: str) -> Line:
    """One row: a few pounds from round figures, so that it is neither real nor a stand-in."""
    number = "ABCDE".index(band)
    starts = STEP[organisation] * number
    low = (139_993 + 20_000 * number) if role == "chief executive" else (99_993 + 10_000 * number)
    if organisation == "ICB":
        low += 9_000
    return [organisation, band, starts, role, low, low + 20_011, low + 30_013]


def lines() -> list[Line]:
    return [
        line(organisation, band, role)
        for organisation, bands in (("trust", "ABCDE"), ("ICB", "ABCD"))
        for band in bands
        for role in ("chief executive", "director")
    ]


def row_of(table: list[Line], organisation: str, band: str, role: str) -> Line:
    return next(each for each in table if (each[0], each[1], each[3]) == (organisation, band, role))


def as_csv(path: Path, table: Iterable[Line], headings: Iterable[str] = HEADINGS) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([list(headings), *table])
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def as_xlsx(path: Path, table: Iterable[Line], headings: Iterable[str] = HEADINGS) -> Path:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Ranges"
    for each in [list(headings), *table]:
        sheet.append(each)
    workbook.save(path)
    return path


def filled_template(path: Path) -> Path:
    """Write the template and fill it in, as somebody with the document would."""
    write_template(path)
    workbook = load_workbook(path)
    sheet = workbook[SHEET]
    for cells in sheet.iter_rows(min_row=5):
        values = line(str(cells[0].value), str(cells[1].value), str(cells[3].value))
        for cell, value in zip(cells, values, strict=True):
            if cell.value is None:
                cell.value = value
    workbook.save(path)
    return path


def document(**changes: Any) -> Document:
    facts: dict[str, Any] = {
        "title": "Pay ranges of a test",
        "publisher": "a test",
        "url": "https://www.example.org/ranges",
        "published": date(2025, 5, 15),
        "effective_from": date(2025, 4, 1),
        "checked_by": "Head of Reward",
    }
    return Document(**facts | changes)
