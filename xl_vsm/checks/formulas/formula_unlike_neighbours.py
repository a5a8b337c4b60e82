"""WBK303."""

from __future__ import annotations

from collections.abc import Iterator

from xl_vsm.checks.check import Fault, WholeFault, whole_check
from xl_vsm.checks.formulas.alike import FEWEST, lines
from xl_vsm.checks.formulas.places import Posts, entry_of
from xl_vsm.parameters import Parameters
from xl_vsm.sheets import Workbook
from xl_vsm.sheets.formulas import moved

_TO_ONE = 3
"""So many formulas that are alike to each other one."""


@whole_check("WBK303", "formula-unlike-neighbours", severity="warning")
def formula_unlike_neighbours(workbook: Workbook, p: Parameters) -> Iterator[WholeFault]:
    """The formulas of a column are copies of one formula.

    Wrong: =ROUND(G14*0.107,2) in a column whose other formulas multiply by 0.125; or a formula
    that takes its pay from another row. Right: one formula, copied down.
    Why: a reader looks at one formula of a column and takes it for all.
    """
    del p
    posts = Posts(workbook)
    for line in lines(workbook):
        forms = sorted(line.forms().values(), key=line.count, reverse=True)
        usual, others = (forms[0], forms[1:]) if forms else ([], [])
        count = sum(map(line.count, others))
        if line.count(usual) < FEWEST or count * _TO_ONE > line.count(usual):
            continue
        for cell in (cell for cells in others for cell in cells):
            row, field = posts.of(line.sheet, cell)
            expected = moved(usual[0].formula or "", usual[0].address, cell.address)
            fault = Fault(
                field,
                f"has the formula {cell.formula}, unlike {line.count(usual):,} others beside it,"
                f" which would be {expected} here",
                expected,
            )
            yield WholeFault(fault, entry_of(line.sheet, cell), row)
