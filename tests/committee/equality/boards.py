"""Small boards made for the tests. Every post is invented."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

POSTS = ("Post", "Salary", "Turnover")
TURNOVER = 512_400_000
"""Band C of the made-up trust bands: directors' range is £120,000 to £140,000."""


def board(path: Path, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
    """Write a board's pay as at 30 September 2025.

    Args:
        path: where it goes.
        headings: those of the columns after post, salary and turnover.
        rows: for each post its title, its salary, and what stands in those columns.
    """
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Board pay"
    sheet.append(["Northmoor Vale NHS Foundation Trust"])
    sheet.append(["Position as at 30 September 2025"])
    sheet.append([*POSTS, *headings])
    for title, salary, *others in rows:
        sheet.append([title, salary, TURNOVER, *others])
    book.save(path)
    return path


def directors(salaries: Sequence[int], *columns: Sequence[object]) -> list[list[object]]:
    """Return a director for each salary, with a value of each column."""
    return [
        [f"Director of Matter {number}", salary, *(column[number - 1] for column in columns)]
        for number, salary in enumerate(salaries, 1)
    ]
