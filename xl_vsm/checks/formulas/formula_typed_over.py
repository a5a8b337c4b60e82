"""WBK302."""

from __future__ import annotations

from collections.abc import Iterator

from xl_vsm.checks.check import Fault, WholeFault, whole_check
from xl_vsm.checks.formulas.alike import Line, lines
from xl_vsm.checks.formulas.by_hand import had_to_be_typed
from xl_vsm.checks.formulas.places import Posts, entry_of
from xl_vsm.parameters import Parameters
from xl_vsm.sheets import Workbook
from xl_vsm.sheets.cells import Cell
from xl_vsm.sheets.formulas import moved
from xl_vsm.sheets.shown import shown

TO_ONE = 3
"""So many formulas to each number; with fewer the line is one of numbers too."""


@whole_check("WBK302", "formula-typed-over", severity="warning")
def formula_typed_over(workbook: Workbook, p: Parameters) -> Iterator[WholeFault]:
    """A column that is worked out by formulas is worked out by them for every post.

    Wrong: 16,250 typed into H14 where every other post has =ROUND(G14*0.125,2).
    Right: the formula; or a column of its own for what is set by hand.
    Why: a figure typed over a formula stays as it is when the pay or the table changes.
    """
    del p
    posts = Posts(workbook)
    grids = {grid.name: grid for grid in workbook.cells.sheets}
    for line in lines(workbook):
        if len(line.typed) * TO_ONE > line.filled:
            continue
        grid = grids[line.sheet]
        for cell in line.typed:
            near = _nearest(line, cell)
            if near is not None and had_to_be_typed(grid, cell, near):
                continue
            row, field = posts.of(line.sheet, cell)
            formula = moved(near.formula or "", near.address, cell.address) if near else ""
            as_others = f": {formula}" if formula else ""
            fault = Fault(
                field,
                f"figure is {shown(cell)}, typed in, where {line.filled:,} others beside it are"
                f" worked out by a formula{as_others}",
                formula or "a formula",
            )
            yield WholeFault(fault, entry_of(line.sheet, cell), row)


def _nearest(line: Line, cell: Cell) -> Cell | None:
    """Return the formula that stands nearest; None where one formula fills the whole line."""
    return min(
        line.formulas,
        key=lambda other: abs(other.row - cell.row) + abs(other.column - cell.column),
        default=None,
    )
