"""Workbooks as cells in memory: what a file with formulas and their stored values gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from xl_vsm.parameters import Parameters
from xl_vsm.replay.replay import Replay, replay
from xl_vsm.sheets.addresses import range_of
from xl_vsm.sheets.cells import Book, Cell, ExcelTable, Grid

DAY = date(2025, 9, 30)
NOT_CALCULATED = object()


@dataclass(frozen=True)
class F:
    """A formula and the value that is stored for it; `area` is what an array formula fills."""

    text: str
    stored: Any
    area: str = ""


def moment(year: int, month: int, day: int) -> datetime:
    """Return a day as the reader gives a cell that is formatted as a date."""
    return datetime(year, month, day)  # noqa: DTZ001 - a cell has no time zone


Cells = Mapping[str, Any]


def book(
    pay: Cells,
    others: Mapping[str, Cells] | None = None,
    names: Mapping[str, str] | None = None,
    tables: tuple[ExcelTable, ...] = (),
    *,
    date1904: bool = False,
) -> Book:
    """Return a workbook whose first sheet is Pay. A text such as "#N/A" is an error cell."""
    sheets = tuple(_grid(name, cells) for name, cells in {"Pay": pay, **(others or {})}.items())
    return Book(sheets, date1904, names or {}, tables)


def _grid(name: str, cells: Cells) -> Grid:
    grid = Grid(name)
    for address, content in cells.items():
        place = range_of(address)
        assert place is not None
        formula, area, stored = None, "", content
        if isinstance(content, F):
            formula, area, stored = content.text, content.area, content.stored
        is_error = isinstance(stored, str) and stored.startswith("#") and "VSM" not in stored
        calculated = stored is not NOT_CALCULATED
        grid.put(
            Cell(
                place[0],
                place[1],
                value=stored if calculated and not is_error else None,
                formula=formula,
                error=stored if is_error else "",
                calculated=calculated,
                area=area,
            )
        )
    return grid


def again(made: Book, effective: date = DAY, known: date | None = None) -> Replay:
    """Answer a workbook's cells again."""
    return replay(made, Parameters(effective, known))


def wrong(made: Book, **asked: Any) -> dict[str, Any]:
    """Return each cell that differs, with what was expected."""
    return {each.cell.address: each.expected for each in again(made, **asked).differences}


def unsaid(made: Book, **asked: Any) -> dict[str, str]:
    """Return each cell that could not be answered again, with the reason."""
    return {each.cell.address: each.reason for each in again(made, **asked).unanswered}
