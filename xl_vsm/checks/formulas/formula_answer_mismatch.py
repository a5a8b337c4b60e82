"""WBK301."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xl_vsm.checks.check import Fault, NotMade, WholeFault, whole_check
from xl_vsm.checks.formulas.places import Posts, by_column, entry_of
from xl_vsm.parameters import Parameters
from xl_vsm.replay.likely import any_may_call_ours
from xl_vsm.sheets import Workbook
from xl_vsm.sheets.cells import Cell
from xl_vsm.sheets.shown import in_words, shown

if TYPE_CHECKING:
    from xl_vsm.replay.replay import Difference
    from xl_vsm.replay.scalars import Scalar


@whole_check("WBK301", "formula-answer-mismatch")
def formula_answer_mismatch(workbook: Workbook, p: Parameters) -> Iterator[WholeFault | NotMade]:
    """A cell with one of our functions shows what that function answers for the cells it refers to.

    Wrong: =NHS_PENSION_RATE(G14,B5) shows 10.7% where G14 holds £130,000.
    Right: 12.5%. A warning, and no error, where it is what an earlier table gave.
    Why: a figure that its own formula does not give is out of date, or was put there by hand.
    """
    if not any_may_call_ours(workbook.cells):
        return
    from xl_vsm.replay.replay import replay  # noqa: PLC0415 - brings all our functions in

    found = replay(workbook.cells, p)
    posts = Posts(workbook)
    for each in found.differences:
        row, field = posts.of(each.sheet, each.cell)
        for name, publication in each.p.used.items():
            p.used.setdefault(name, publication)  # the report names what its findings rest on
        yield WholeFault(_fault(each, field), entry_of(each.sheet, each.cell), row, each.p)
    yield from by_column((each.sheet, each.cell, each.reason) for each in found.unanswered)


def _fault(each: Difference, field: str | None) -> Fault:
    functions = " and ".join(each.functions)
    gives = "gives" if len(each.functions) == 1 else "give"
    expected = _words(each.expected, each.cell)
    stated = shown(each.cell) or "nothing"
    why = (
        f"that is right by {each.once}: recalculate the workbook (Ctrl+Alt+F9)"
        if each.once
        else "recalculate the workbook (Ctrl+Alt+F9); a figure that stays was put there by hand"
    )
    return Fault(
        field,
        f"shows {stated}, but {functions} {gives} {expected or 'nothing'} for the cells that its"
        f" formula refers to: {why}",
        expected,
        severity="warning" if each.once else None,
        rests_on=tuple(each.p.used),
    )


def _words(value: Scalar, beside: Cell) -> str:
    from xl_vsm.excel import CellError  # noqa: PLC0415 - as above

    if isinstance(value, CellError):
        return str(value)
    return in_words(value, beside.number_format)
