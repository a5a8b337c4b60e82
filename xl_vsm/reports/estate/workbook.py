"""The estate summary as a workbook, to filter and to sort."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from xl_vsm.findings import AnyReport, Severity
from xl_vsm.reports.annotated.looks import FILLS, FONT, INK, STYLES
from xl_vsm.reports.annotated.own_workbook import MADE
from xl_vsm.reports.estate.counting import estate_of
from xl_vsm.reports.estate.model import Estate
from xl_vsm.reports.estate.sheets import (
    SUMMARY,
    TABLES,
    Cell,
    Column,
    Sheet,
    summary_counts,
    summary_lines,
)
from xl_vsm.reports.sheet_words import fitted

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_A4: Final = 9
_WORDS_WIDE: Final = 92
"""How many signs of the first sheet's words stand in one line."""
_NARROWER: Final = 1.1
"""How many letters stand where Excel, which measures in digits, says one."""
_LINE: Final = 14.0
"""How high a line is, in points."""
_TO_SEE: Final[dict[str, Severity]] = {
    "Not read": "error",
    "Errors": "error",
    "Warnings": "warning",
}
"""The columns whose counts are coloured where they are not nought."""
_WORDS: Final[dict[str, Any]] = {
    "font_name": FONT,
    "font_size": 10,
    "valign": "top",
    "text_wrap": True,
    "align": "left",
    "indent": 1,
    # Whoever edits a cell that begins with = still has words and no formula.
    "quote_prefix": True,
}
_NUMBER: Final[dict[str, Any]] = {
    "font_name": FONT,
    "font_size": 10,
    "valign": "top",
    "num_format": "#,##0",
}


def write(report: AnyReport, out: BinaryIO) -> None:
    """Write the summary of a report as a workbook.

    Args:
        report: any report. Its workbooks are gone through once, and none is kept.
        out: where the workbook goes.
    """
    write_estate(estate_of(report), out)


def write_estate(estate: Estate, out: BinaryIO) -> None:
    """Write a summary as a workbook. The same summary gives the same bytes.

    Args:
        estate: the summary.
        out: where the workbook goes.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - slow to bring in, and rarely needed

    # Row by row to the disk: an estate may have ten thousand workbooks.
    book = Workbook(out, {"constant_memory": True})
    book.set_properties({"author": "xl-vsm", "title": "The estate", "created": MADE})
    formats = _formats(book)
    _summary(book.add_worksheet(SUMMARY), estate, formats)
    for table in TABLES:
        _table(book.add_worksheet(table.name), table, estate, formats)
    book.close()


def _formats(book: Workbook) -> dict[str, Format]:
    formats = {"words": book.add_format(_WORDS), "number": book.add_format(_NUMBER)}
    header = {"bold": True, "font_color": "#FFFFFF", "bg_color": f"#{INK}"}
    formats["header"] = book.add_format(_WORDS | header)
    formats["header of numbers"] = book.add_format(_WORDS | header | {"align": "right"})
    for severity, fill in FILLS.items():
        formats[f"some {severity}"] = book.add_format({"bg_color": f"#{fill}"})
        formats[severity] = book.add_format(_WORDS | {"bold": True, "bg_color": f"#{fill}"})
    for name in ("title", "plain", "good", "bad", "banner"):
        style = STYLES[name]
        look = {"font_color": f"#{style.colour}", "bold": style.bold, "font_size": style.size}
        fill_of = {"bg_color": f"#{style.fill}"} if style.fill else {}
        formats[name] = book.add_format(_WORDS | look | fill_of)
    return formats


def _summary(sheet: Worksheet, estate: Estate, formats: dict[str, Format]) -> None:
    _print(sheet, landscape=False)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 12)
    sheet.set_column(2, 2, _WORDS_WIDE - 36)
    row = 0
    for look, said in summary_lines(estate):
        text = fitted(said)
        points = STYLES[look].size * 1.4
        sheet.set_row(row, points * _lines(text, _WORDS_WIDE * 10 / STYLES[look].size) + 2)
        sheet.merge_range(row, 0, row, 2, "", formats[look])
        sheet.write_string(row, 0, text, formats[look])
        row += 1
    for number, (what, counted) in enumerate(summary_counts(estate), row + 1):
        sheet.write_string(number, 0, what, formats["words"])
        sheet.write_number(number, 1, counted, formats["number"])


def _table(sheet: Worksheet, table: Sheet, estate: Estate, formats: dict[str, Format]) -> None:
    _print(sheet, landscape=True)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_row(0, _LINE + 4)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.signs)
        look = "header of numbers" if column.kind == "number" else "header"
        sheet.write_string(0, number, column.heading, formats[look])
    last = 0
    for last, cells in enumerate(table.rows(estate), 1):
        _row(sheet, last, cells, table.columns, formats)
    sheet.autofilter(0, 0, last, len(table.columns) - 1)
    for number, column in enumerate(table.columns):
        if column.heading in _TO_SEE:
            fill = formats[f"some {_TO_SEE[column.heading]}"]
            some = {"type": "cell", "criteria": ">", "value": 0, "format": fill}
            sheet.conditional_format(1, number, max(last, 1), number, some)


def _row(
    sheet: Worksheet,
    row: int,
    cells: tuple[Cell, ...],
    columns: tuple[Column, ...],
    formats: dict[str, Format],
) -> None:
    shown = [fitted(cell) if isinstance(cell, str) else cell for cell in cells]
    texts = (
        (cell, column.signs)
        for cell, column in zip(shown, columns, strict=True)
        if isinstance(cell, str)
    )
    # It is said in the file, for not every program works it out when it opens one.
    sheet.set_row(row, _LINE * max(_lines(text, signs) for text, signs in texts))
    for number, (cell, column) in enumerate(zip(shown, columns, strict=True)):
        if isinstance(cell, str):
            look = cell if column.kind == "severity" else "words"
            sheet.write_string(row, number, cell, formats[look])
        elif cell is not None:
            sheet.write_number(row, number, cell, formats["number"])


def _lines(text: str, signs: float) -> int:
    return max(1, len(wrap(text, int(signs * _NARROWER))))


def _print(sheet: Worksheet, *, landscape: bool) -> None:
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&RPage &P of &N")
