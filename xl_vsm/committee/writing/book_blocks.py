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
from xl_vsm.committee.paper.blocks import marks_of, value_of
from xl_vsm.committee.writing import book_chart
from xl_vsm.reports.sheet_words import fitted

if TYPE_CHECKING:
    from xl_vsm.committee.writing.sheet import Page

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
    headings = [block.heading(place) for place in range(len(block.columns))]
    for place, (heading, column) in enumerate(zip(headings, block.columns, strict=True)):
        page.sheet.write_string(page.row, place, fitted(heading), page.looks["header"])
        page.note(page.row + 1, place, column.note)
    tall = (_lines(h, c.wide) for h, c in zip(headings, block.columns, strict=True))
    page.sheet.set_row(page.row, _LINE * max(tall))
    page.row += 2 if any(column.note is not None for column in block.columns) else 1
    first = page.row
    for row in block.rows:
        for place, (cell, column) in enumerate(zip(row, block.columns, strict=True)):
            words = block.written(place, cell)
            after = place and block.columns[place - 1].kind not in ("text", "date")
            kind = "text apart" if after and column.kind == "text" else column.kind
            write_value(page, page.row, place, cell, kind, words)
        texts = (
            _lines(block.written(place, cell), column.wide)
            for place, (cell, column) in enumerate(zip(row, block.columns, strict=True))
            if isinstance(value_of(cell), str)
        )
        page.sheet.set_row(page.row, _LINE * max(texts, default=1))
        page.row += 1
    if block.total:
        _totals(page, block, first)
    _say_marks(page, block)
    page.row += 1


def _say_marks(page: Page, block: Table) -> None:
    """Say what the colour of numbers means where no heading does: a number has no words."""
    found = dict.fromkeys(
        mark
        for place in range(len(block.columns))
        for row in block.rows
        if isinstance(value_of(row[place]), Decimal | int) and not block.alike(place)
        for mark in marks_of(row[place])
    )
    if found:
        page.line(f"Numbers on amber rest on {' and '.join(found)} figures.", "small")


def _totals(page: Page, block: Table, first: int) -> None:
    from xlsxwriter.utility import xl_range  # noqa: PLC0415 - slow to bring in

    for place, (value, column) in enumerate(zip(block.totals(), block.columns, strict=True)):
        marked = " marked" if block.marks(place) else ""
        look = page.looks[f"{column.kind} total{marked}"]
        if isinstance(value, Decimal):
            formula = f"=SUM({xl_range(first, place, page.row - 1, place)})"
            page.sheet.write_formula(page.row, place, formula, look, float(value))
        else:
            words = page.looks["text total"]
            page.sheet.write_string(page.row, place, fitted(str(value or "")), words)
    page.row += 1


def _lines(text: str, wide: int) -> int:
    return 1 + len(text) // max(wide - 1, 1)


def write_value(
    page: Page, row: int, column: int, cell: Figure | Value, kind: str, words: str | None = None
) -> None:
    """Write a value in its own kind, so that a spreadsheet can go on working with it.

    Args:
        page: the sheet.
        row: where it goes.
        column: the same.
        cell: the value.
        kind: how it is written.
        words: how it is written where it is words; none for as it writes itself.
    """
    value = value_of(cell)
    marked = bool(marks_of(cell))
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
        text = text if words is None else words
        # A sign in the place of a number stands where the numbers do.
        plain = kind if kind.startswith("text") else "text"
        style = look if len(text) == 1 else page.looks[f"{plain} marked" if marked else plain]
        page.sheet.write_string(row, column, fitted(text), style)
