"""Which formulas cannot be worked out again elsewhere, and which rest on such a one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from xl_vsm.replay.references import Area, Reference, read_reference
from xl_vsm.replay.stored import MOST, Place
from xl_vsm.replay.structured import table_area
from xl_vsm.replay.tree import NotWorkedOut
from xl_vsm.sheets.addresses import a1, range_of
from xl_vsm.sheets.cells import Book, Cell
from xl_vsm.sheets.formulas import relative, tokens, without_texts

_OUTSIDE: Final = re.compile(
    r"\[\d+\]|\.xl[a-z]{1,2}\]|\||\b(?:WEBSERVICE|RTD|IMAGE|STOCKHISTORY|CUBE[A-Z]+|CALL|REGISTER"
    r"|IMPORT(?:DATA|HTML|XML|RANGE)|DDE|_?XLUDF\.\w+)\b|_xldudf_|_xll\.",
    re.IGNORECASE,
)
_CHANGES: Final = re.compile(
    r"\b(TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO|OFFSET|INDIRECT)\s*\(", re.IGNORECASE
)
_TABLE: Final = "={TABLE("
_ROUNDS: Final = 50
"""So often the formulas are gone through; a chain that runs up its sheet takes a round a cell."""


def why_not(cell: Cell) -> str:
    """Return why a formula is not worked out again; nothing where it can be.

    Only what stands within the workbook is asked for: nothing is opened, fetched or started.
    """
    bare = without_texts(cell.formula or "")
    if bare.startswith(_TABLE):
        return "it is a data table of Excel's"
    if _OUTSIDE.search(bare):
        return "its formula reaches outside the workbook"
    if changes := _CHANGES.search(bare):
        return f"{changes[1].upper()} answers otherwise in another place or on another day"
    return "" if cell.calculated else "its formula was never calculated"


def filled(cell: Cell) -> tuple[int, int, int, int]:
    """Return the first row and column and the last that a formula fills: its own, or an array's."""
    area = range_of(cell.area) if cell.area else None
    if area is not None:
        top, left, bottom, right = area
        # A file may state any area.
        if (bottom - top + 1) * (right - left + 1) <= MOST:
            return area
    return cell.row, cell.column, cell.row, cell.column


def resting_on(book: Book, seeds: Mapping[Place, str]) -> dict[Place, str]:
    """Return every cell that rests on one of some cells, and why it is in doubt with them.

    Args:
        book: the workbook.
        seeds: the cells, and what is the matter with each.
    """
    doubts = dict(seeds)
    if not seeds:
        return doubts
    formulas = list(_formulas(book))
    names = {grid.name.casefold(): grid.name for grid in book.sheets}
    news = set(seeds)
    for _ in range(_ROUNDS):
        if not news:
            break
        by_sheet: dict[str, set[tuple[int, int]]] = {}
        for sheet, row, column in news:
            by_sheet.setdefault(sheet, set()).add((row, column))
        news = set()
        for place, areas in formulas:
            if place in doubts:
                continue
            for area in areas:
                hit = _within(area, by_sheet.get(area.sheet.casefold(), set()))
                if hit is not None:
                    where = f"{names.get(area.sheet.casefold(), area.sheet)}!{a1(*hit)}"
                    doubts[place] = f"it rests on {where}, which could not be worked out again"
                    news.add(place)
                    # So that a chain that runs down its sheet is followed in one round.
                    by_sheet.setdefault(place[0], set()).add(place[1:])
                    break
    if news:
        rest = (place for place, _ in formulas if place not in doubts)
        doubts |= dict.fromkeys(rest, "it may rest on one that could not be worked out again")
    return doubts


def _within(area: Area, cells: set[tuple[int, int]]) -> tuple[int, int] | None:
    if area.is_cell:
        place = (area.top, area.left)
        return place if place in cells else None
    return next(
        (
            (row, column)
            for row, column in cells
            if area.top <= row <= area.bottom and area.left <= column <= area.right
        ),
        None,
    )


def _formulas(book: Book) -> Iterator[tuple[Place, list[Area]]]:
    known: dict[str, list[Reference | str]] = {}
    names = {name.casefold(): text for name, text in book.names.items()}
    for grid in book.sheets:
        for row in grid.rows():
            for cell in grid.row(row).values():
                if not cell.formula:
                    continue
                key = relative(cell.formula, cell.row, cell.column)
                if key not in known:
                    known[key] = list(_operands(cell.formula, cell))
                areas = [
                    area
                    for each in known[key]
                    if (area := _area(book, names, each, grid.name, cell)) is not None
                ]
                yield (grid.name.casefold(), cell.row, cell.column), areas


def _operands(formula: str, cell: Cell) -> Iterator[Reference | str]:
    try:
        pieces = tokens(formula)
    except ValueError:
        return
    for piece in pieces:
        if piece.kind == "OPERAND" and piece.part == "RANGE":
            yield read_reference(piece.text, cell.row, cell.column) or piece.text


def _area(
    book: Book, names: Mapping[str, str], operand: Reference | str, sheet: str, cell: Cell
) -> Area | None:
    if isinstance(operand, Reference):
        return operand.area(sheet, cell.row, cell.column)
    if "[" in operand:
        try:
            return table_area(book.tables, operand, sheet, cell.row)
        except NotWorkedOut:
            return None
    text = names.get(f"{sheet}!{operand}".casefold()) or names.get(operand.casefold(), "")
    found = read_reference(text, cell.row, cell.column)
    return found.area(sheet, cell.row, cell.column) if found else None
