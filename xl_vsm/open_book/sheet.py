"""The sheet that the findings stand on: finding ours again, and writing it through Excel."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from xl_vsm.findings import Severity
from xl_vsm.open_book.page import COLUMNS, Line, Look

NAME: Final = "VSM findings"
MARKER: Final = "findings sheet of xl-vsm, which writes it anew at each check"
WIDTH: Final = len(COLUMNS)
LINK: Final = "#0563c1"  # as Excel itself shows a link, which it does not for a formula
LONGEST_LINK: Final = 255  # the longest text within a formula
CELL_COLUMN: Final = [name for name, _ in COLUMNS].index("Cell") + 1
MEMORY: Final = WIDTH + 2
"""The first of four hidden columns, in which the sheet remembers what it is and what it marked."""
MEMORY_WIDTH: Final = 4

POINTS_A_SIGN: Final = 5.6  # the add-in measures a column in points, the desktop in signs

FILLS: Final[dict[Severity, str]] = {"error": "#ffc7ce", "warning": "#ffeb9c", "note": "#ddebf7"}
LOOKS: Final[dict[Look, tuple[str | None, str, bool, int]]] = {
    "title": (None, "#1f3864", True, 16),
    "plain": (None, "#000000", False, 11),
    "banner": ("#ffd966", "#7f3f00", True, 12),
    "heading": (None, "#1f3864", True, 12),
    "header": ("#1f3864", "#ffffff", True, 11),
    "finding": (None, "#000000", False, 11),
    "good": ("#c6efce", "#006100", True, 12),
    "bad": ("#ffc7ce", "#9c0006", True, 12),
}
"""How each kind of row looks: its fill, the colour of its words, bold or not, and their size."""


def ours(book: Any) -> list[Any]:
    """Return the sheets that we wrote, whatever they are called now."""
    return [sheet for sheet in book.sheets if sheet.range((1, MEMORY)).value == MARKER]


def findings_sheet(book: Any) -> tuple[Any, str]:
    """Return our sheet, emptied if it was there and made if not.

    Returns:
        The sheet, and a note for the reader where its name had to be another.
    """
    found = ours(book)
    taken = {sheet.name.casefold() for sheet in book.sheets}
    if found:
        found[0].clear()
        found[0].visible = True
        own = str(found[0].name)
        return found[0], _other_name(own) if NAME.casefold() in taken - {own.casefold()} else ""
    name, number = NAME, 1
    while name.casefold() in taken:
        number += 1
        name = f"{NAME} {number}"
    sheet = book.sheets.add(name, after=book.sheets[len(book.sheets) - 1])
    return sheet, _other_name(name) if name != NAME else ""


def _other_name(name: str) -> str:
    return f"A sheet of yours is called {NAME}, so it was left alone and this one is {name}."


def write(sheet: Any, lines: list[Line], *, remote: bool) -> None:
    """Write the rows, their links and their looks on our sheet, which is empty.

    Args:
        sheet: the xlwings Sheet.
        lines: the rows, from the top.
        remote: whether Excel is reached through the add-in, which measures in points.
    """
    rows = [[text(cell) for cell in line.cells] for line in lines]
    _block(sheet, 1, 1, [row + [None] * (WIDTH - len(row)) for row in rows])
    sheet.range((1, MEMORY)).value = text(MARKER)
    for column, (_, signs) in enumerate(COLUMNS, start=1):
        width = signs * POINTS_A_SIGN if remote else signs
        sheet.range((1, column)).column_width = width
    for top, bottom, look in _runs([line.look for line in lines]):
        _dress(sheet, top, bottom, look)
    for top, bottom, severity in _runs([line.severity for line in lines]):
        if severity is not None:
            sheet.range((top, 1), (bottom, 1)).color = FILLS[severity]
    for number, line in enumerate(lines, start=1):
        if line.place is not None:
            sheet.range((number, CELL_COLUMN)).formula = link(*line.place)
        if line.url and max(len(line.url), len(line.cells[-1])) <= LONGEST_LINK:
            sheet.range((number, WIDTH)).formula = web_link(line.url, line.cells[-1])
    sheet.range((1, MEMORY), (1, MEMORY + MEMORY_WIDTH - 1)).columns.hidden = True


def text(words: str) -> str | None:
    """Return words for a cell so that Excel keeps them as words, whatever they look like."""
    # Without the apostrophe, "=1+1" out of somebody's cell would become a formula in ours.
    return f"'{words}" if words else None


def link(sheet: str, cell: str) -> str:
    """Return the formula of a link to a cell, which follows the cell when rows are put in."""
    place = followed(sheet, cell)
    before = quoted(sheet).replace('"', '""')
    return f'=HYPERLINK("#{before}!"&{place},{place})'


def web_link(url: str, words: str) -> str:
    """Return the formula of a link to a page."""
    quoted_words = (part.replace('"', '""') for part in (url, words))
    return '=HYPERLINK("{}","{}")'.format(*quoted_words)


def followed(sheet: str, cell: str) -> str:
    """Return a formula's words for where a cell is now; Excel keeps them right as rows move."""
    where = f"{quoted(sheet)}!{cell}"
    return f"ADDRESS(ROW({where}),COLUMN({where}),4)"


def quoted(sheet: str) -> str:
    """Return a sheet's name as a formula takes it, whatever the name."""
    return "'" + sheet.replace("'", "''") + "'"


def remember(sheet: Any, row: int, column: int, rows: list[list[str | None]]) -> None:
    """Write into the hidden columns; row 1 holds what the sheet is."""
    _block(sheet, row, MEMORY + column, rows)


def _block(sheet: Any, row: int, column: int, rows: list[list[str | None]]) -> None:
    if rows:
        last = (row + len(rows) - 1, column + len(rows[0]) - 1)
        sheet.range((row, column), last).value = rows


def _runs(kinds: list[Any]) -> Iterator[tuple[int, int, Any]]:
    """Give the first and last row of each stretch of rows of one kind."""
    row = 1
    for kind, members in groupby(kinds):
        length = len(list(members))
        yield row, row + length - 1, kind
        row += length


def _dress(sheet: Any, top: int, bottom: int, look: Look) -> None:
    fill, colour, bold, size = LOOKS[look]
    cells = sheet.range((top, 1), (bottom, WIDTH))
    if fill:
        cells.color = fill
    if look == "finding":
        cells.vertical_alignment = "top"
        cells.wrap_text = True
        for column in (CELL_COLUMN, WIDTH):
            sheet.range((top, column), (bottom, column)).font.color = LINK
        cells.rows.autofit()
    elif look != "plain":
        cells.font.bold = bold
        cells.font.color = colour
        cells.font.size = size
