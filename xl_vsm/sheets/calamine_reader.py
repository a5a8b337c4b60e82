"""The values of .xls, .xlsb and .ods files, read by calamine where it is installed.

Only for a process that may be lost: a file can end the process that this library runs in.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from xl_vsm.sheets.cells import Book, Cell, Grid, Merge
from xl_vsm.sheets.limits import Limits
from xl_vsm.sheets.refused import RefusedFile

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


def has_calamine() -> bool:
    """Say whether the library is installed; it is the optional extra `xls`."""
    return find_spec("python_calamine") is not None


def read_values(data: bytes, name: str, limits: Limits) -> Book:
    """Return the values of each sheet, without formulas, formats, errors and what is hidden.

    Raises:
        RefusedFile: WBK004, it has a password; WBK006, it is damaged; SEC007, too many cells.
    """
    import python_calamine  # noqa: PLC0415 - optional

    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            shown = {each.name: each for each in book.sheets_metadata}
            grids: list[Grid] = []
            room = limits.cells
            for title, about in shown.items():
                if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
                    continue
                visible = about.visible == python_calamine.SheetVisibleEnum.Visible
                grid = _grid(book.get_sheet_by_name(title), title, room, hidden=not visible)
                if grid is None:
                    raise RefusedFile(
                        "SEC007",
                        f"{name} has more than {limits.cells:,} cells: save a copy with only the "
                        "pay sheets",
                    )
                room -= sum(map(len, grid.cells.values()))
                grids.append(grid)
    except python_calamine.PasswordError as fault:
        raise RefusedFile(
            "WBK004", f"{name} is protected by a password: save a copy without it"
        ) from fault
    except (RefusedFile, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    # The library's errors, and what its Rust code panics with, have no closer parent than this.
    except BaseException as fault:
        raise RefusedFile(
            "WBK006",
            f"{name} cannot be read as a workbook ({type(fault).__name__}): open it in Excel and "
            "save it as an Excel Workbook (.xlsx)",
        ) from fault
    return Book(tuple(grids))


def _grid(sheet: CalamineSheet, title: str, room: int, *, hidden: bool) -> Grid | None:
    """Return a sheet's cells; None when there are more than there is room for."""
    grid = Grid(name=title, hidden=hidden, merges=tuple(_merges(sheet)))
    taken = 0
    for row, values in enumerate(sheet.iter_rows() if sheet.height else (), start=1):
        for column, value in enumerate(values, start=1):
            if value == "":
                continue
            taken += 1
            if taken > room:
                return None
            grid.put(Cell(row=row, column=column, value=_as_stored(value), hidden=hidden))
    return grid


def _merges(sheet: CalamineSheet) -> Iterator[Merge]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield Merge(top + 1, left + 1, bottom + 1, right + 1)


def _as_stored(value: Any) -> str | bool | int | float | datetime | date | time | timedelta:
    # These formats keep every number as a float, and a grade of 9 is no 9.0.
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    assert isinstance(value, str | bool | int | float | datetime | date | time | timedelta)
    return value
