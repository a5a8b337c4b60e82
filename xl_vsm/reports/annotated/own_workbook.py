"""The findings in a workbook of their own, for a file that is not given back with marks."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any, Final

from xl_vsm.findings import Report
from xl_vsm.reports.annotated.findings_sheet import LAST, MOST_LINKS, NAME
from xl_vsm.reports.annotated.looks import FONT, STYLES, Style, height, is_wide, style_of
from xl_vsm.reports.annotated.page import COLUMNS, READ, Line, page, web_address
from xl_vsm.reports.sheet_words import fitted

MADE: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""When the file was last saved, according to it, until somebody saves it."""


def own_workbook(report: Report, why: str) -> bytes:
    """Return a workbook with the sheet of findings only.

    Args:
        report: the report of one workbook.
        why: why it is not in a copy of that workbook, in words.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - slow to bring in, and rarely needed

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"author": "xl-vsm", "created": MADE})
    sheet = book.add_worksheet(NAME)
    formats = {name: book.add_format(_format(style)) for name, style in STYLES.items()}
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for column, (_, signs) in enumerate(COLUMNS):
        sheet.set_column(column, column, signs)
    note = fitted(f"There is no annotated copy of the workbook: {why}.")
    for row, line in enumerate(page(report, (note,))):
        _write(sheet, row, line, formats)
    book.close()
    return out.getvalue()


def _format(style: Style) -> dict[str, Any]:
    look: dict[str, Any] = {
        "font_name": FONT,
        "font_size": style.size,
        "font_color": f"#{style.colour}",
        "bold": style.bold,
        "underline": int(style.underlined),
        "valign": "top",
        "text_wrap": True,
        # Whoever edits a cell that begins with = still has words and no formula.
        "quote_prefix": True,
    }
    if style.fill:
        look["bg_color"] = f"#{style.fill}"
    if style.lined:
        look |= {"bottom": 1, "bottom_color": "#D9D9D9"}
    return look


def _write(sheet: Any, row: int, line: Line, formats: dict[str, Any]) -> None:
    if line.cells:
        sheet.set_row(row, height(line))
    if is_wide(line) and line.cells:
        # Words only: merge_range by itself would make a formula of what begins with =.
        sheet.merge_range(row, 0, row, LAST, "", formats[line.look])
        sheet.write_string(row, 0, line.cells[0], formats[line.look])
        return
    url = web_address(line.finding) if line.finding and row < MOST_LINKS else ""
    for column, text in enumerate(line.cells):
        look = formats[style_of(line, column, linked=bool(url) and column == READ)]
        if url and column == READ:
            sheet.write_url(row, column, url, look, text)
        else:
            sheet.write_string(row, column, text, look)
