"""Which posts of a long list do not have the formulas that the others have."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from xl_vsm.checks.formulas.alike import form_of
from xl_vsm.checks.formulas.formula_typed_over import TO_ONE
from xl_vsm.sheets.addresses import range_of
from xl_vsm.sheets.alike import Alike
from xl_vsm.sheets.cells import Book, Grid
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
    sure: Counter[int] = Counter()  # figures of posts that are surely some
    for form, made in zip(forms, found, strict=True):
        for column, text in form.items():
            usual.setdefault(column, Counter())[text] += len(made.alike.rows())
            if text == TYPED:
                sure[column] += len(made.alike.rows()) - len(made.by_itself)
    for row in table.posts:
        for column, cell in table.grid.row(row).items():
            if cell.formula is not None:
                usual.setdefault(column, Counter())[form_of(cell)] += 1
    worked_out = {column: each for column, each in usual.items() if set(each) != {TYPED}}
    if not worked_out:
        return [set() for _ in found]
    allowed: dict[int, set[str | None]] = {}
    for column, counts in worked_out.items():
        del counts[TYPED]
        allowed[column] = {None, counts.most_common(1)[0][0]}
        if sure[column] * TO_ONE > counts.total():
            allowed[column].add(TYPED)  # a column of figures too, in which none is typed over
    places = []
    rows_alone = {row for made in found for row in made.numbers()}
    rows_alone |= set(table.posts)
    for form, made in zip(forms, found, strict=True):
        rows = made.alike.rows()
        is_unlike = any(form.get(column) not in those for column, those in allowed.items())
        places.append(set(range(len(rows))) if is_unlike else set())
        rows_alone.update(rows if is_unlike else ())
    beside = {row + step for row in rows_alone for step in (-1, 1)}
    for near, made in zip(places, found, strict=True):
        near.update(place for place, row in enumerate(made.alike.rows()) if row in beside)
    return places


def _forms(grid: Grid, alike: Alike) -> dict[int, str]:
    """Return what stands in each column of a form: a formula as it reads from there, or figures."""
    found = {}
    for column in alike.columns:
        cell = grid.at(alike.example, column)
        if cell.formula is not None:
            found[column] = form_of(cell)
        elif not cell.text and not isinstance(cell.value, bool):
            found[column] = TYPED
    return found
