"""WBK304."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from xl_vsm.checks.check import Fault, NotMade, WholeFault, whole_check
from xl_vsm.checks.formulas.places import by_column
from xl_vsm.parameters import Parameters
from xl_vsm.replay.likely import may_call_ours
from xl_vsm.sheets import Entry, PostRow, Workbook
from xl_vsm.sheets.addresses import parse
from xl_vsm.sheets.cells import Book, Cell
from xl_vsm.sheets.shown import shown

if TYPE_CHECKING:
    from xl_vsm.replay.scalars import Scalar

_Unverified = tuple[str, Cell, str]


@whole_check("WBK304", "recalculated-value-mismatch", severity="warning")
def recalculated_value_mismatch(
    workbook: Workbook, p: Parameters
) -> Iterator[WholeFault | NotMade]:
    """A formula's stored value is what LibreOffice gives for it. Only with --recalculate.

    Wrong: =H14*G14 stores £99,000 where H14 is £125,000 and G14 is 0.6. Right: £75,000.
    Why: a workbook that was not calculated after a change shows figures that it no longer holds.
    LibreOffice is not Excel, so a difference is a warning; what it cannot work out is "unverified".
    """
    del p
    again = workbook.recalculated
    if again is None:
        return
    if again.failed:
        yield NotMade(f"unverified: {again.failed}")
        return
    from xl_vsm.replay.agreement import agrees  # noqa: PLC0415 - only where it is asked for

    unverified: list[_Unverified] = []
    for field, entry, row in _formulas(workbook):
        _, at, column = parse(f"Sheet!{entry.cell}")
        stored, fresh = (
            _cell(book, entry.sheet, at, column) for book in (workbook.cells, again.cells)
        )
        reason = again.doubts.get((entry.sheet.casefold(), at, column)) or _no_value(stored, fresh)
        if reason:
            unverified.append((entry.sheet, stored, f"unverified: {reason}"))
        elif not agrees(stored, _held(fresh)):
            given = shown(fresh) or "nothing"
            fault = Fault(
                field,
                f"shows {shown(stored) or 'nothing'}, but {entry.formula} comes to {given} in"
                " LibreOffice: recalculate the workbook (Ctrl+Alt+F9)",
                given,
            )
            yield WholeFault(fault, entry, row)
    yield from by_column(unverified)


def _formulas(workbook: Workbook) -> Iterator[tuple[str, Entry[Any], PostRow | None]]:
    """Give every figure read that a formula works out, ours apart: those are answered again."""
    for name, entry in workbook.particulars.entries():
        if entry.formula and not may_call_ours(entry.formula):
            yield name, entry, None
    for row in workbook.rows:
        for name, entry in row.entries():
            if entry.formula and not may_call_ours(entry.formula):
                yield name, entry, row


def _cell(book: Book, sheet: str, row: int, column: int) -> Cell:
    grid = book.sheet(sheet)
    return grid.at(row, column) if grid else Cell(row, column)


def _no_value(stored: Cell, fresh: Cell) -> str:
    if not stored.calculated:
        return "no spreadsheet program has calculated the formula yet"
    if fresh.error and not stored.error:
        return f"LibreOffice gives {fresh.error} for it"
    return ""


def _held(cell: Cell) -> Scalar:
    from xl_vsm.excel import CellError  # noqa: PLC0415 - as above

    return CellError(cell.error) if cell.error else cell.value if cell.value is not None else ""
