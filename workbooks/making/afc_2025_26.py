"""Every Agenda for Change 2025/26 pay point, with its tier, contribution and employer cost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from making.formulas import contribution
from making.published import (
    AFC_2025,
    EMPLOYER_PENSION,
    LEVY,
    NATIONAL_INSURANCE,
    THRESHOLD,
    TIERS_2025,
    tier,
)
from making.sheet import Book, Column, Formula, penny

POINTS = {1: ["Only"], 2: ["Entry", "Top"], 3: ["Entry", "Intermediate", "Top"]}


def _columns() -> list[Column]:
    def same(_: str, at: dict[str, str], row: dict[str, Any]) -> Formula:
        return Formula(f"={at['salary']}", row["salary"])

    def tier_(_: str, at: dict[str, str], row: dict[str, Any]) -> Formula:
        found = tier(row["pensionable"], TIERS_2025)[0]
        return Formula(f"=MATCH({at['pensionable']},Rates!$A$5:$A$10,1)", found)

    def rate(_: str, at: dict[str, str], row: dict[str, Any]) -> Formula:
        found = tier(row["pensionable"], TIERS_2025)[1]
        return Formula(f"=INDEX(Rates!$B$5:$B$10,{at['tier']})", found)

    def pension(_: str, at: dict[str, str], row: dict[str, Any]) -> Formula:
        amount = penny(row["pensionable"] * EMPLOYER_PENSION)
        return Formula(f"=ROUND({at['pensionable']}*Rates!$B$13,2)", amount)

    def insurance(_: str, at: dict[str, str], row: dict[str, Any]) -> Formula:
        amount = penny(max(row["salary"] - THRESHOLD, Decimal(0)) * NATIONAL_INSURANCE)
        return Formula(f"=ROUND(MAX(0,{at['salary']}-Rates!$B$15)*Rates!$B$14,2)", amount)

    def levy(_: str, at: dict[str, str], row: dict[str, Any]) -> Formula:
        return Formula(f"=ROUND({at['salary']}*Rates!$B$16,2)", penny(row["salary"] * LEVY))

    def cost(_: str, at: dict[str, str], row: dict[str, Any]) -> Formula:
        parts = ["salary", "employer_pension", "insurance", "levy"]
        return Formula("=" + "+".join(at[p] for p in parts), sum(row[p] for p in parts))

    return [
        Column("band", "AfC band", width=8),
        Column("point", "Pay point", width=13),
        Column("salary", "Annual pay", "money"),
        Column("pensionable", "Pensionable pay", "money", formula=same),
        Column("tier", "Pension tier", "whole", width=8, formula=tier_),
        Column("rate", "Contribution rate", "rate", formula=rate),
        Column("contribution", "Member contribution", "pence", 13, formula=contribution),
        Column("employer_pension", "Employer pension", "pence", 13, formula=pension),
        Column("insurance", "Employer NI", "pence", 13, formula=insurance),
        Column("levy", "Apprenticeship levy", "pence", 14, formula=levy),
        Column("cost", "Employer cost", "pence", 14, formula=cost),
    ]


def write_afc(path: Path) -> None:
    """Write the workbook."""
    book = Book(path, "Agenda for Change 2025/26: pension and employer cost")
    sheet = book.sheet("AfC 2025-26")
    sheet.write(0, 0, "Agenda for Change 2025/26: pension and employer cost", "title")
    sheet.write(1, 0, "England, full time, before high cost area supplements", "subtitle")
    sheet.write(2, 0, "Effective date:", "label")
    sheet.write(2, 2, date(2025, 4, 6))
    sheet.write(2, 3, "the first day of the tax year; pay is from 1 April 2025", "note")
    sheet.head(4, _columns())
    row = 5
    for band, pays in AFC_2025.items():
        for point, pay in zip(POINTS[len(pays)], pays, strict=True):
            sheet.row(row, {"band": band, "point": point, "salary": Decimal(pay)})
            row += 1
    sheet.write(
        row + 1,
        0,
        "Note: the pay points are from secondary copies; compare them with the pay circular.",
        "note",
    )
    sheet.sheet.freeze_panes(5, 2)
    _rates(book)
    book.close()


def _rates(book: Book) -> None:
    sheet = book.sheet("Rates")
    sheet.sheet.set_column(0, 0, 34)
    sheet.sheet.set_column(1, 2, 16)
    sheet.write(0, 0, "Rates and thresholds", "title")
    sheet.write(2, 0, "NHS Pension Scheme member tiers from 1 April 2025, SI 2025/821", "label")
    sheet.write(3, 0, "From", "heading")
    sheet.write(3, 1, "Rate", "heading")
    for number, (begins, rate) in enumerate(TIERS_2025):
        sheet.write(4 + number, 0, begins, "money")
        sheet.write(4 + number, 1, rate, "rate")
    others = [
        ("Employer pension, administration included", EMPLOYER_PENSION, "0.00%"),
        ("Employer National Insurance, 2025/26", NATIONAL_INSURANCE, "0.0%"),
        ("Secondary threshold, a year", THRESHOLD, "£#,##0"),
        ("Apprenticeship levy", LEVY, "0.0%"),
    ]
    for number, (name, value, shown) in enumerate(others):
        sheet.write(12 + number, 0, name)
        sheet.sheet.write_number(
            12 + number, 1, float(value), book.book.add_format({"num_format": shown})
        )
