"""An open workbook as cells, read through Excel itself and not from the file on the disk."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, TypeVar

from xl_vsm.excel.errors import CODES, COM_ERRORS
from xl_vsm.open_book.areas import Area, in_common, merged
from xl_vsm.sheets import Limits, RefusedFile
from xl_vsm.sheets.cells import Book, Cell, CellValue, Grid

T = TypeVar("T")

FORMULAS: Final = "formulas"
FORMATS: Final = "number formats"
HIDDEN: Final = "hidden rows and columns"
MERGED: Final = "merged cells"
ALL: Final = (FORMULAS, FORMATS, HIDDEN, MERGED)
"""What a file shows besides values, and not every Excel tells."""

MEANS: Final = {
    FORMULAS: "a row of totals is told from a post by its words alone, and no formula is answered"
    " again (WBK301 to WBK303)",
    FORMATS: "figures are shown without £ and %, and a rate over 1 is taken for a percentage",
    HIDDEN: "no finding says that its row or column is hidden",
    MERGED: "what stands in merged cells counts for the first of them only",
}
"""What follows where one of them is not seen."""

DAY_NOUGHT: Final = date(1899, 12, 30)
VISIBLE: Final = (True, -1)  # Windows answers with a number, of which 2 is "very hidden"


@dataclass(slots=True)
class OpenBook:
    """What was read of an open workbook.

    Attributes:
        cells: the cells of its sheets.
        unseen: what could not be seen, and on which sheets; on all where none is named.
    """

    cells: Book
    unseen: dict[str, list[str]]


@dataclass(slots=True)
class _Sight:
    """What this Excel lets be seen."""

    unseen: dict[str, list[str]] = field(default_factory=dict)

    def look(self, what: str, sheet: str, ask: Callable[[], T], otherwise: T) -> T:
        """Ask for something that the check can do without, and note where it was not to be had."""
        if self.unseen.get(what) == []:
            return otherwise
        try:
            return ask()
        except Exception:  # Excel's refusals differ by host; each only narrows what is seen
            self.unseen.setdefault(what, []).append(sheet)
            return otherwise


def read_open_book(book: Any, skip: Collection[str], limits: Limits) -> OpenBook:
    """Read every sheet of an open workbook but those to be skipped.

    Args:
        book: the xlwings Book.
        skip: names of sheets that are no part of the user's workbook, such as our own.
        limits: how many cells a workbook may have.

    Raises:
        RefusedFile: SEC007, a sheet is used over more cells than a pay workbook can need.
    """
    sight = _Sight()
    if book.app.engine.type == "remote":
        # The add-in sends values and no more, so there is nothing to ask for.
        sight.unseen = {what: [] for what in ALL}
    grids = [_grid(sheet, sight, limits) for sheet in book.sheets if sheet.name not in skip]
    return OpenBook(Book(tuple(grids), date1904=_date1904(book)), sight.unseen)


def _date1904(book: Any) -> bool:
    # A file made on an old Mac counts days from 1904. Only Windows tells, and only a date kept as
    # a bare number depends on it.
    return getattr(book.api, "Date1904", False) is True


def _grid(sheet: Any, sight: _Sight, limits: Limits) -> Grid:
    used = sheet.used_range
    area = Area.of(used)
    if area.size > limits.cells:
        raise RefusedFile(
            "SEC007",
            f"the sheet {sheet.name} is used over {area.size:,} cells; the limit is "
            f"{limits.cells:,}: delete the empty rows and columns after its tables",
        )
    name = sheet.name
    none: frozenset[int] = frozenset()
    rows, columns = sight.look(HIDDEN, name, lambda: _hidden(used, area), (none, none))
    grid = Grid(
        name=name,
        hidden=sheet.visible not in VISIBLE,
        merges=sight.look(MERGED, name, lambda: merged(sheet, area), ()),
        hidden_rows=rows,
        hidden_columns=columns,
    )
    values = _table(used.options(ndim=2, err_to_str=True).value)
    formulas = sight.look(FORMULAS, name, lambda: _table(used.formula), None)
    general: dict[tuple[int, int], str] = {}
    formats = sight.look(FORMATS, name, lambda: _formats(sheet, area), general)
    for down, row in enumerate(values):
        for across, value in enumerate(row):
            formula = formulas[down][across] if formulas else None
            if isinstance(formula, str) and (not formula.startswith("=") or formula == value):
                formula = None  # a constant; one that begins with = is text that somebody typed
            if value is None and not formula:
                continue
            place = (area.top + down, area.left + across)
            grid.put(_cell(grid, place, value, formula or None, formats.get(place, "General")))
    return grid


def _table(answer: Any) -> list[Any]:
    """Return Excel's answer as rows; for a single cell it is a single value."""
    return list(answer) if isinstance(answer, list | tuple) else [[answer]]


def _hidden(used: Any, area: Area) -> tuple[frozenset[int], frozenset[int]]:
    rows = set(range(area.top, area.bottom + 1))
    columns = set(range(area.left, area.right + 1))
    if area.size == 1:
        # Excel answers a question about the visible part of one cell for the whole sheet.
        return (
            frozenset(rows if used.rows.hidden else ()),
            frozenset(columns if used.columns.hidden else ()),
        )
    for shown in map(Area.of, used.get_special_cells("visible")):
        rows.difference_update(range(shown.top, shown.bottom + 1))
        columns.difference_update(range(shown.left, shown.right + 1))
    return frozenset(rows), frozenset(columns)


def _formats(sheet: Any, area: Area) -> dict[tuple[int, int], str]:
    return {
        (row, column): said
        for part, said in in_common(sheet, area, lambda cells: cells.number_format)
        if said != "General"
        for row in range(part.top, part.bottom + 1)
        for column in range(part.left, part.right + 1)
    }


def _cell(
    grid: Grid, place: tuple[int, int], value: Any, formula: str | None, number_format: str
) -> Cell:
    error = _error(value)
    return Cell(
        row=place[0],
        column=place[1],
        value=None if error else _value(value),
        formula=formula,
        error=error,
        number_format=number_format,
        hidden=grid.is_hidden(*place),
    )


def _error(value: Any) -> str:
    if isinstance(value, str):
        return value if value in CODES else ""
    # xlwings knows Excel's older errors; a newer one reaches us as the number that Windows sends.
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return COM_ERRORS.get(value, "") if is_number else ""


def _value(value: Any) -> CellValue:
    if isinstance(value, Decimal):
        return float(value)  # Windows sends cells in a currency format as exact amounts
    if isinstance(value, datetime) and value.date() == DAY_NOUGHT:
        return value.time()  # a time of day, which Excel keeps as part of its day nought
    return value  # type: ignore[no-any-return] # what xlwings gives is one of these
