"""Whether a formula may call one of our functions: asked of every formula, and so asked lightly."""

from __future__ import annotations

import re
from typing import Final

from xl_vsm.sheets.cells import Book

FAMILIES: Final = ("VSM", "NHS", "AFC")
"""What the names of all our functions begin with."""

_LIKELY: Final = re.compile(rf"(?:{'|'.join(FAMILIES)})[_.][A-Za-z]", re.IGNORECASE)


def may_call_ours(formula: str) -> bool:
    """Say whether a formula may call one of our functions: quick, and never wrongly no."""
    return _LIKELY.search(formula) is not None


def any_may_call_ours(book: Book) -> bool:
    """Say whether any formula of a workbook may call one of our functions."""
    return any(
        cell.formula and may_call_ours(cell.formula)
        for grid in book.sheets
        for row in grid.cells.values()
        for cell in row.values()
    )
