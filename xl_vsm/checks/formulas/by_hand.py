"""Whether a figure had to be typed, because the formula beside it could not work it out here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from xl_vsm.sheets.cells import Cell, Grid
from xl_vsm.sheets.formulas import relative

_BESIDE: Final = re.compile(r"(?<!!)R\[(-?\d+)\]C\[(-?\d+)\]")
_MOST: Final = 20
"""Figures that rest on each other, before they are given up."""


def had_to_be_typed(grid: Grid, typed: Cell, formula: Cell, asked: set[str] | None = None) -> bool:
    """Say whether a formula, copied into the place of a number, would lack what it rests on there.

    Args:
        grid: the sheet.
        typed: the number.
        formula: the nearest formula of the same line.
        asked: the figures that it was asked for already.

    A salary that is written as a text, or is missing, makes people type what follows from it.
    What rests only on such a figure is no fault of its own.
    """
    asked = set() if asked is None else asked
    for down, across in _beside(formula):
        here = grid.at(typed.row + down, typed.column + across)
        there = grid.at(formula.row + down, formula.column + across)
        if _kind(here) != _kind(there):
            return True
        follows = there.formula is not None and here.formula is None
        if follows and here.address not in asked and len(asked) < _MOST:
            asked.add(here.address)
            if had_to_be_typed(grid, here, there, asked):
                return True
    return False


def _beside(formula: Cell) -> Iterator[tuple[int, int]]:
    text = relative(formula.formula or "", formula.row, formula.column)
    for down, across in _BESIDE.findall(text):
        yield int(down), int(across)


def _kind(cell: Cell) -> str:
    if cell.error or not cell.calculated:
        return "no value"
    if cell.empty:
        return "blank"
    return "text" if isinstance(cell.value, str) else "number"
