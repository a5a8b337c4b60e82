"""The copies of one formula in many cells, answered together as one column: far quicker."""

from __future__ import annotations

from collections.abc import Sequence

from xl_vsm.replay.references import Reference
from xl_vsm.replay.scalars import Scalar
from xl_vsm.replay.stored import Value
from xl_vsm.replay.tree import Constant, Name, Node, NotWorkedOut, Ours
from xl_vsm.replay.work import Here, Work


def are_plain(tree: Node) -> bool:
    """Say whether a formula is nothing but a call of one of our functions on single cells."""
    return isinstance(tree, Ours) and all(
        isinstance(each, Constant | Name) or (isinstance(each, Reference) and each.is_cell)
        for each in tree.arguments
    )


def answered_together(work: Work, tree: Node, cells: Sequence[Here]) -> list[Scalar]:
    """Return what each copy of a plain formula gives.

    Raises:
        NotWorkedOut: one of them, or all, cannot be answered: ask one by one.
    """
    assert isinstance(tree, Ours)
    answer = work.ours(tree, [_given(work, each, cells) for each in tree.arguments])
    if not isinstance(answer, list):
        return [answer] * len(cells)
    if len(answer) != len(cells):
        raise NotWorkedOut("the answers take several rows")
    return [row[0] for row in answer]


def _given(work: Work, argument: Node, cells: Sequence[Here]) -> Value:
    if not isinstance(argument, Reference) or argument.is_fixed:
        value = work.out(argument, cells[0])
        if isinstance(value, list):
            raise NotWorkedOut("a name stands for several cells")
        return value
    column = [work.out(argument, here) for here in cells]
    return [[value] for value in column if not isinstance(value, list)]
