"""A trust's board pay workbook, as a trust really keeps it: correct, or with sixteen faults."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from making.board_posts import FAULTS, POSTS
from making.formulas import actual_pay, contribution, pensionable_pay
from making.published import AWARD_2025, TIERS_2025, tier
from making.sheet import Book, Column, Formula, Sheet, penny

SHEET = "Board pay 2025-26"
HEADINGS = 4  # the row, counted from 0
DEFAULTS: dict[str, Any] = {
    "band": "C",
    "position": "In range",
    "objectives": "Yes",
    "management": "No",
    "outcome": "Award",
    "left": None,
    "approval": "Remuneration committee",
    "reference": None,
    "notes": None,
    "ground": None,
    "premium_rate": None,
    "start": None,
    "end": None,
    "turnover": None,
}


def _columns() -> list[Column]:
    def premium(_: str, at: dict[str, str], row: dict[str, Any]) -> Formula:
        amount = penny(row["salary"] * row["premium_rate"])
        return Formula(f"=ROUND({at['salary']}*{at['premium_rate']},2)", amount)

    def award(_: str, at: dict[str, str], row: dict[str, Any]) -> Formula:
        amount = penny(row["salary"] * AWARD_2025)
        return Formula(f"=ROUND({at['salary']}*'Trust details'!$B$12,2)", amount)

    return [
        Column("ref", "Ref", width=7, group="Post"),
        Column("title", "Title", width=34, group="Post"),
        Column("role", "Role", width=14, group="Post", hidden=True),
        Column("contract", "Contract", width=19, group="Post"),
        Column("from", "In post from", "date", 12, "Post"),
        Column("left", "Left", "date", 11, "Post"),
        Column("wte", "WTE", "number", 6, "Post"),
        Column("salary", "Salary (full time)", "money", 12, "Base pay"),
        Column("actual", "Actual pay", "money", 12, "Base pay", formula=actual_pay),
        Column("turnover", "Combined turnover*", width=12, group="Base pay"),
        Column("band", "VSM band", width=8, group="Base pay"),
        Column("position", "Position in range", width=15, group="Base pay"),
        Column("ground", "Ground", width=25, group="Pay premium"),
        Column("premium_rate", "Rate", "rate", 7, "Pay premium"),
        Column("premium", "£ a year", "pence", 12, "Pay premium", formula=premium),
        Column("start", "Start", "date", 12, "Pay premium"),
        Column("end", "End", "date", 12, "Pay premium"),
        Column("objectives", "Objectives met?", width=11, group="Annual award 2025/26"),
        Column(
            "management", "Formal performance management?", width=14, group="Annual award 2025/26"
        ),
        Column("outcome", "Outcome", width=34, group="Annual award 2025/26"),
        Column("award", "Award £", "pence", 11, "Annual award 2025/26", formula=award),
        Column(
            "pensionable",
            "Pensionable pay",
            "money",
            13,
            "NHS Pension Scheme",
            formula=pensionable_pay,
        ),
        Column("tier", "Tier", "whole", 12, "NHS Pension Scheme"),
        Column("rate", "Rate", "rate", 12, "NHS Pension Scheme"),
        Column(
            "contribution", "Contribution", "pence", 13, "NHS Pension Scheme", formula=contribution
        ),
        Column("approval", "Approved by", width=24, group="Approval"),
        Column("reference", "Reference", width=11, group="Approval"),
        Column("notes", "Notes", width=48),
    ]


def _whole(post: dict[str, Any]) -> dict[str, Any]:
    """Fill in what goes without saying, and the figures that are typed and not calculated."""
    row = {**DEFAULTS, **post}
    if row["premium_rate"] is None:
        row.setdefault("premium", None)
    pay = row.get("pensionable", row.get("actual"))
    if pay is None:
        pay = row["salary"] * row["wte"]
    if isinstance(pay, Decimal):
        number, rate = tier(pay, TIERS_2025)
        row.setdefault("tier", number)
        row.setdefault("rate", rate)
    return row


def write_board_pay(path: Path, faults: Path | None = None) -> None:
    """Write the workbook; with the faults, and a list of them, where a path is given for it."""
    changed: dict[str, dict[str, Any]] = {}
    for fault in FAULTS if faults else []:
        changed.setdefault(fault.ref, {}).update(fault.change)
    book = Book(path, "Board remuneration")
    sheet = book.sheet(SHEET)
    sheet.sheet.merge_range(
        0, 0, 0, 11, "Northmoor Vale NHS Foundation Trust", book.formats["title"]
    )
    sheet.sheet.merge_range(
        1,
        0,
        1,
        11,
        "Board remuneration: position as at 30 September 2025",
        book.formats["subtitle"],
    )
    sheet.head(HEADINGS, _columns())
    rows = _posts(sheet, changed)
    sheet.sheet.freeze_panes(HEADINGS + 1, 2)
    _details(book)
    book.close()
    if faults:
        with faults.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["sheet", "cell", "code", "what"])
            for fault in FAULTS:
                cell = sheet.address(rows[fault.ref], fault.field)
                writer.writerow([SHEET, cell, fault.code, fault.what])


def _posts(sheet: Sheet, changed: dict[str, dict[str, Any]]) -> dict[str, int]:
    """Write the posts by section, each with its subtotal, and return the row of each."""
    at: dict[str, int] = {}
    row, total = HEADINGS + 1, Decimal(0)
    sections = list(dict.fromkeys(section for section, _ in POSTS))
    for section in sections:
        sheet.write(row, 0, section, "section")
        row += 1
        posts = [
            _whole({**post, **changed.get(post["ref"], {})})
            for name, post in POSTS
            if name == section
        ]
        begun, subtotal = row, Decimal(0)
        for post in posts:
            at[post["ref"]] = row
            sheet.row(row, post)
            subtotal += post["actual"]
            row += 1
        sheet.total(row, f"Subtotal: {section}", "actual", list(range(begun, row)), subtotal)
        total += subtotal
        row += 2
    sheet.total(row, "Total board pay", "actual", list(range(HEADINGS + 2, row)), total)
    for offset, note in enumerate(
        [
            "* Only for posts shared with another organisation.",
            "Note 1: salaries are full-time equivalents on 30 September 2025, before the award.",
            "Note 2: the interim is paid through an agency; the figure is an annual equivalent.",
        ]
    ):
        sheet.write(row + 2 + offset, 0, note, "note")
    return at


def _details(book: Book) -> None:
    sheet = book.sheet("Trust details")
    sheet.sheet.set_column(0, 0, 34)
    sheet.sheet.set_column(1, 1, 38)
    sheet.write(0, 0, "Trust details", "title")
    details: list[tuple[str, Any, str]] = [
        ("Organisation:", "Northmoor Vale NHS Foundation Trust", "text"),
        ("Organisation type:", "NHS foundation trust", "text"),
        ("Annual turnover (£m):", Decimal("512.4"), "text"),
        ("NHS Oversight Framework segment:", 3, "text"),
        ("Recovery support programme:", "No", "text"),
        ("Position as at:", date(2025, 9, 30), "date"),
    ]
    for offset, (label, value, form) in enumerate(details):
        sheet.write(2 + offset, 0, label, "label")
        sheet.write(2 + offset, 1, value, form)
    sheet.write(11, 0, "Annual award 2025/26, of base salary", "label")
    sheet.sheet.write_number(
        11, 1, float(AWARD_2025), book.book.add_format({"num_format": "0.00%", "align": "left"})
    )
