"""A trust's own workbook, as somebody keeps it: two columns of salaries, pounds typed as text,
one director's contribution by last year's tier. The trust and its posts are invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl

HEADINGS = (
    *("Ref", "Director", "Annual salary", "Base salary", "WTE", "Pensionable pay"),
    *("Tier", "Rate", "Contribution", "Approved by", "Outcome"),
)
POSTS = (
    (1001, "Chief Executive", "£190,000", 190_000, 6, 0.125, 23_750, "NHS England"),
    (1002, "Director of Finance", "£132,000", 132_000, 5, 0.107, 14_124, "RemCo"),
    (1003, "Director of People", "£128,000 ", 128_000, 6, 0.125, 16_000, "RemCo"),
)
DETAILS = (
    ("Organisation:", "Northfell NHS Foundation Trust"),
    ("Organisation type:", "NHS foundation trust"),
    ("Annual turnover (£m):", 512.4),
    ("NHS Oversight Framework segment:", 2),
    ("Position as at:", date(2025, 9, 30)),
)
MENDS = {"G6": 6, "H6": 0.125, "I6": 16_500}
"""What stands in the wrong cells once they are mended: £132,000 is in tier 6, 12.5% from £66,078
(NHS Pension Scheme, 2025/26), and 12.5% of £132,000 is £16,500."""


def write(path: Path) -> Path:
    """Write the workbook, and return where it is."""
    book = openpyxl.Workbook()
    pay = book.active
    assert pay is not None
    pay.title = "Execs"
    pay["A1"] = "Northfell NHS Foundation Trust: executive pay, position as at 30 September 2025"
    for column, heading in enumerate(HEADINGS, start=1):
        pay.cell(4, column, heading)
    for row, (ref, post, typed, salary, tier, rate, contribution, by) in enumerate(POSTS, start=5):
        cells = (ref, post, typed, salary, 1, salary, tier, rate, contribution, by, None)
        for column, value in enumerate(cells, start=1):
            pay.cell(row, column, value)
        pay.cell(row, 8).number_format = "0.0%"
    details = book.create_sheet("About us")
    for row, (label, value) in enumerate(DETAILS, start=1):
        details.cell(row, 1, label)
        details.cell(row, 2, value)
    book.save(path)
    return path
