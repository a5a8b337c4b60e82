"""Small workbooks of posts, made for one test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook

ORGANISATION = {
    "Organisation": "Eastmere Community NHS Trust",
    "Organisation type": "NHS trust",
    "Annual turnover": 512_400_000,
    "NHS Oversight Framework segment": 3,
    "Recovery support programme": "No",
}
POST = {
    "Post": "Director of Estates",
    "Role": "Director",
    "In post from": "01/04/2020",
    "WTE": 1,
    "Salary": 130_000,
    "Objectives met": "Yes",
    "Performance management": "No",
}


def book_of(
    folder: Path, *posts: dict[str, Any], day: str = "30 September 2025", **organisation: Any
) -> Path:
    """Write a workbook of posts; what a post leaves out is as in `POST`."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Pay"
    sheet["A1"] = f"Very senior managers' pay as at {day}"
    headings = list(dict.fromkeys([*POST, *(name for post in posts for name in post)]))
    sheet.append([])
    sheet.append(headings)
    for number, post in enumerate(posts):
        row = {**POST, "Post": f"Director {number + 1}", **post}
        sheet.append([row.get(name) for name in headings])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # words, whatever they begin with
    about = book.create_sheet("About")
    for label, value in {**ORGANISATION, **organisation}.items():
        about.append([label, value])
    path = folder / "pay.xlsx"
    book.save(path)
    return path
