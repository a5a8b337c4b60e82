"""The cells of a workbook as they come out when everything in it is worked out afresh."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from xl_vsm.excel import CellError
from xl_vsm.parameters import Parameters
from xl_vsm.recalculation.clean_copy import write_clean_copy
from xl_vsm.recalculation.office import SECONDS, NotCalculated, calculated
from xl_vsm.recalculation.reach import filled, resting_on, why_not
from xl_vsm.replay.replay import replay
from xl_vsm.replay.scalars import Scalar
from xl_vsm.replay.stored import Place
from xl_vsm.sheets.cells import Book, Cell
from xl_vsm.sheets.openpyxl_reader import read_cells
from xl_vsm.sheets.refused import RefusedFile
from xl_vsm.sheets.workbook import Recalculated


def recalculate(book: Book, p: Parameters, seconds: float = SECONDS) -> Recalculated:
    """Work out a workbook's formulas afresh.

    Cells of our functions are given what those functions answer. What cannot be worked out here
    keeps the value that is stored, and whatever rests on it is told as unverified.

    Args:
        book: the cells as they are stored.
        p: the figures that our functions answer by.
        seconds: how long LibreOffice may take.

    Returns:
        The cells, and those that are in doubt; or the reason why there are none.
    """
    answered = replay(book, p)
    fixed: dict[Place, Scalar] = dict(answered.answers)
    doubts: dict[Place, str] = {}
    for each in answered.unanswered:
        place = (each.sheet.casefold(), each.cell.row, each.cell.column)
        _keep(book, each.sheet, each.cell, each.reason, fixed, doubts)
        doubts[place] = each.reason
    for grid in book.sheets:
        for row in grid.rows():
            for cell in grid.row(row).values():
                if cell.formula and (grid.name.casefold(), cell.row, cell.column) not in fixed:
                    reason = why_not(cell)
                    if reason:
                        _keep(book, grid.name, cell, reason, fixed, doubts)
    with TemporaryDirectory(prefix="xl_vsm-") as name:
        folder = Path(name)
        try:
            write_clean_copy(book, folder / "copy.xlsx", fixed)
            made = calculated(folder / "copy.xlsx", folder, seconds)
            cells = read_cells(made.read_bytes(), "the copy")
        except (NotCalculated, RefusedFile) as fault:
            return Recalculated(failed=str(fault))
        except Exception as fault:  # whatever the library cannot write into a workbook
            return Recalculated(failed=f"its cells could not be copied ({type(fault).__name__})")
    return Recalculated(cells, resting_on(book, doubts))


def _keep(
    book: Book,
    sheet: str,
    cell: Cell,
    reason: str,
    fixed: dict[Place, Scalar],
    doubts: dict[Place, str],
) -> None:
    """Let a formula, and all that it fills, keep the values that are stored."""
    grid = book.sheet(sheet)
    top, left, bottom, right = filled(cell)
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            place = (sheet.casefold(), row, column)
            kept = grid.at(row, column) if grid else cell
            fixed[place] = CellError(kept.error) if kept.error else kept.value
            doubts[place] = reason
