"""The blocks of a paper, in a workbook."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from xl_vsm.committee.paper import (
    Block,
    Facts,
    Figure,
    Picture,
    Prompts,
    Table,
    ToComplete,
    Value,
    Words,
)
from xl_vsm.committee.paper.blocks import value_of
from xl_vsm.committee.writing import book_chart
from xl_vsm.reports.sheet_words import fitted

if TYPE_CHECKING:
    from xl_vsm.committee.writing.book import Page

_LINE: Final = 15.0


def add(page: Page, block: Block) -> None:
    """Write a block below what a sheet has already."""
    match block:
        case Words():
            page.line(_numbered(block.text, block.note), "banner" if block.strong else "words")
        case Facts():
            _facts(page, block)
        case Table():
            _table(page, block)
        case ToComplete():
            page.line(_numbered(f"To be completed: {block.prompt}", block.note), "complete")
            page.sheet.set_row(page.row - 1, _LINE * (block.lines + 1 + len(block.prompt) // 105))
            page.row += 1
        case Prompts():
            for item in block.items:
                page.line(f"\N{BALLOT BOX}  {item}", "words")
            page.row += 1
        case Picture():
            book_chart.add(page, block)


def _numbered(text: str, note: int | None) -> str:
    return text if note is None else f"{text} [{note}]"


def _facts(page: Page, block: Facts) -> None:
    for fact in block.rows:
        page.sheet.write_string(page.row, 0, fitted(fact.label), page.looks["label"])
        write_value(page, page.row, 1, fact.figure, fact.figure.kind)
        page.sheet.write_string(page.row, 2, fitted(fact.why), page.looks["why"])
        page.note(page.row, 3, fact.figure.note)
        lines = max(1 + len(fact.why) // 58, 1 + len(fact.label) // 32, _lines_of(fact.figure))
        page.sheet.set_row(page.row, _LINE * lines)
        page.row += 1
    page.row += 1


def _lines_of(figure: Figure) -> int:
    return 1 + len(figure.text) // 24 if isinstance(figure.value, str | None) else 1


def _table(page: Page, block: Table) -> None:
    page.line(block.caption, "strong")
    if not block.rows:
        page.line(block.empty, "words")
        page.row += 1
        return
    for place, column in enumerate(block.columns):
        page.sheet.write_string(page.row, place, fitted(column.heading), page.looks["header"])
        page.note(page.row + 1, place, column.note)
    page.sheet.set_row(page.row, _LINE * max(_lines(c.heading, c.wide) for c in block.columns))
    page.row += 2 if any(column.note is not None for column in block.columns) else 1
    first = page.row
    for row in block.rows:
        for place, (cell, column) in enumerate(zip(row, block.columns, strict=True)):
            write_value(page, page.row, place, cell, column.kind)
        texts = (
            _lines(str(value_of(cell)), column.wide)
            for cell, column in zip(row, block.columns, strict=True)
            if isinstance(value_of(cell), str)
        )
        page.sheet.set_row(page.row, _LINE * max(texts, default=1))
        page.row += 1
    if block.total:
        _totals(page, block, first)
    page.row += 1


def _totals(page: Page, block: Table, first: int) -> None:
    from xlsxwriter.utility import xl_range  # noqa: PLC0415 - slow to bring in

    for place, (value, column) in enumerate(zip(block.totals(), block.columns, strict=True)):
        look = page.looks[f"{column.kind} total"]
        if isinstance(value, Decimal):
            formula = f"=SUM({xl_range(first, place, page.row - 1, place)})"
            page.sheet.write_formula(page.row, place, formula, look, float(value))
        else:
            words = page.looks["text total"]
            page.sheet.write_string(page.row, place, fitted(str(value or "")), words)
    page.row += 1


def _lines(text: str, wide: int) -> int:
    return 1 + len(text) // max(wide - 1, 1)


def write_value(page: Page, row: int, column: int, cell: Figure | Value, kind: str) -> None:
    """Write a value in its own kind, so that a spreadsheet can go on working with it."""
    value = value_of(cell)
    marked = isinstance(cell, Figure) and bool(cell.marks)
    look = page.looks[f"{kind} marked" if marked else kind]
    if isinstance(cell, Figure) and cell.formula:
        assert isinstance(value, Decimal | int)
        page.sheet.write_formula(row, column, cell.formula, look, float(value))
    elif isinstance(value, Decimal | int):
        page.sheet.write_number(row, column, float(value), look)
    elif isinstance(value, date):
        page.sheet.write_datetime(row, column, value, look)
    else:
        text = cell.text if isinstance(cell, Figure) else (value or "")
        # A sign in the place of a number stands where the numbers do.
        words = look if len(text) == 1 else page.looks["text marked" if marked else "text"]
        page.sheet.write_string(row, column, fitted(text), words)
