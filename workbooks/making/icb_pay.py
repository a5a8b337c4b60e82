"""An integrated care board's executive pay on 1 April 2026, while the award is pending."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from pathlib import Path
from typing import Any

from making.formulas import actual_pay, contribution, pensionable_pay
from making.published import TIERS_2026, tier
from making.sheet import Book, Column

# fmt: off
POSTS: list[dict[str, Any]] = [
    {"number": "ICB-01", "title": "Chief Executive", "wte": D(1), "salary": D(186000),
     "from": date(2022, 7, 1), "approval": "Remuneration committee"},
    {"number": "ICB-02", "title": "Chief Finance Officer", "wte": D(1), "salary": D(139500),
     "from": date(2022, 7, 1), "approval": "Remuneration committee"},
    {"number": "ICB-03", "title": "Chief Nursing Officer", "wte": D(1), "salary": D(131200),
     "from": date(2024, 10, 7), "approval": "Remuneration committee"},
    {"number": "ICB-04", "title": "Chief Medical Officer", "wte": D("0.5"), "salary": D(134000),
     "from": date(2023, 1, 9), "approval": "Remuneration committee"},
    {"number": "ICB-05", "title": "Director of Commissioning", "wte": D("0.8"),
     "salary": D(122400), "from": date(2025, 11, 3), "approval": "Remuneration committee"},
]
# fmt: on


def _columns() -> list[Column]:
    return [
        Column("number", "Position number", width=11),
        Column("title", "Job title", width=30),
        Column("from", "Start date", "date", 12),
        Column("wte", "FTE", "number", 6),
        Column("salary", "Full-time salary (£)", "money", 13),
        Column("actual", "Actual salary (£)", "money", 13, formula=actual_pay),
        Column("band", "VSM pay band", width=9),
        Column("pensionable", "Pensionable earnings (£)", "money", 13, formula=pensionable_pay),
        Column("tier", "Tier", "whole", 6),
        Column("rate", "Employee rate", "rate", 10),
        Column("contribution", "Employee contribution", "pence", 14, formula=contribution),
        Column("outcome", "Pay award 2026/27 decision", width=14),
        Column("award", "Pay award 2026/27 amount (£)", "pence", 14),
        Column("approval", "Approved by", width=24),
    ]


def write_icb_pay(path: Path) -> None:
    """Write the workbook."""
    book = Book(path, "Executive pay")
    sheet = book.sheet("Executive pay")
    sheet.write(0, 1, "NHS Three Dales Integrated Care Board", "title")
    facts: list[tuple[str, Any, str]] = [
        ("Organisation type", "Integrated care board", "text"),
        ("Weighted population", 1_840_000, "whole"),
        ("In recovery support programme", "No", "text"),
        ("Pay as at", date(2026, 4, 1), "date"),
    ]
    for offset, (label, value, form) in enumerate(facts):
        sheet.write(2 + offset, 1, label, "label")
        sheet.write(2 + offset, 3, value, form)
    sheet.head(8, _columns(), first_column=1)
    for offset, post in enumerate(POSTS):
        number, rate = tier(post["salary"] * post["wte"], TIERS_2026)
        sheet.row(
            9 + offset,
            {
                **post,
                "band": "B",
                "tier": number,
                "rate": rate,
                "outcome": "Pending",
                "award": D(0),
            },
        )
    last = 9 + len(POSTS)
    total = sum((post["salary"] * post["wte"] for post in POSTS), D(0))
    sheet.total(last, "Total", "actual", list(range(9, last)), total)
    sheet.write(
        last + 2, 1, "The 2026/27 award is not applied: its criteria are under review.", "note"
    )
    sheet.sheet.freeze_panes(9, 3)
    book.close()
