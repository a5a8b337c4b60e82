"""Which posts of a long list do not have the formulas that the others have."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from xl_vsm.sheets.addresses import range_of
from xl_vsm.sheets.alike import Alike
from xl_vsm.sheets.cells import Book, Grid
from xl_vsm.sheets.formulas import relative
from xl_vsm.sheets.tables import Table

if TYPE_CHECKING:
    from xl_vsm.checks.at_once.long_list import Sorted

TYPED = ""


def has_areas(book: Book) -> bool:
    """Say whether a formula fills more than its own cell."""
    areas = (cell.area for g in book.sheets for row in g.cells.values() for cell in row.values())
    return any(range_of(area) is None or ":" in area for area in areas if area)


def unlike(table: Table, found: list[Sorted]) -> list[set[int]]:
    """Return the places of posts whose formulas are not the usual ones of their columns.

    Posts beside one that is looked at by itself are looked at too, where there are formulas: what
    a formula would be there is told from the nearest.
    """
    forms = [_forms(table.grid, each.alike) for each in found]
    usual: dict[int, Counter[str]] = {}
    for form, made in zip(forms, found, strict=True):
        for column, text in form.items():
            usual.setdefault(column, Counter())[text] += len(made.alike.rows())
    worked_out = {column: each for column, each in usual.items() if set(each) != {TYPED}}
    if not worked_out:
        return [set() for _ in found]
    first = {column: each.most_common(1)[0][0] for column, each in worked_out.items()}
    places = []
    rows_alone = {row for made in found for row in made.numbers()}
    rows_alone |= set(table.posts)
    for form, made in zip(forms, found, strict=True):
        rows = made.alike.rows()
        if any(form.get(column) not in (None, text) for column, text in first.items()):
            places.append(set(range(len(rows))))
        else:
            beside = {row + step for row in rows_alone for step in (-1, 1)}
            places.append({place for place, row in enumerate(rows) if row in beside})
    return places


def _forms(grid: Grid, alike: Alike) -> dict[int, str]:
    """Return what stands in each column of a form: a formula as it reads from there, or figures."""
    found = {}
    for column in alike.columns:
        cell = grid.at(alike.example, column)
        if cell.formula is not None:
            found[column] = relative(cell.formula, cell.row, cell.column)
        elif not cell.text and not isinstance(cell.value, bool):
            found[column] = TYPED
    return found
