"""A workbook with long lists made ready to be checked: only some of its posts are in rows."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from xl_vsm.checks.at_once.asked import TooManyAmounts
from xl_vsm.checks.at_once.formulas import has_areas
from xl_vsm.checks.at_once.long_list import Sorted, sort_posts
from xl_vsm.checks.at_once.pictures import pictures
from xl_vsm.checks.at_once.rows import can_be_told, has_months_first
from xl_vsm.checks.pictured import Shown
from xl_vsm.checks.registry import whole_checks
from xl_vsm.checks.troubles import is_about_the_day
from xl_vsm.parameters import Parameters
from xl_vsm.replay.likely import any_may_call_ours
from xl_vsm.sheets import Layout, Opened, Workbook
from xl_vsm.sheets.addresses import parse
from xl_vsm.sheets.alike import Alike
from xl_vsm.sheets.cells import Book, Grid, Merge
from xl_vsm.sheets.confidence import Tally
from xl_vsm.sheets.put_back import put
from xl_vsm.sheets.understood import Understood, understand
from xl_vsm.sheets.views import area_of

KNOWN: Final = frozenset(
    {
        *("BND001", "BND002", "PAY104", "WBK106", "WBK107"),
        *("WBK301", "WBK302", "WBK303", "WBK304"),
    }
)
"""Checks of a whole workbook that need no more posts than those which are put in rows here."""
MOST_BY_ITSELF: Final = 0.5
"""The share of posts looked at one by one from which on nothing is gained."""


class NotAtOnce(Exception):
    """The workbook is to be checked post by post."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A workbook with the posts that are looked at one by one, and all others.

    Attributes:
        workbook: the workbook with the former.
        p: the figures that the others were found right by.
        rest: the others, with the sheet that they are on.
    """

    workbook: Workbook
    p: Parameters
    rest: tuple[tuple[str, Sorted], ...]

    @property
    def count(self) -> int:
        """How many posts are not in rows."""
        return sum(len(made.alike.rows()) - len(made.by_itself) for _, made in self.rest)

    def posts(self, p: Parameters) -> tuple[list[Shown], int]:
        """Return those of them that are pictured, as many as can be, and how many there are."""
        found: list[Shown] = []
        count = 0
        for sheet, made in self.rest:
            shown, more = pictures(sheet, made, self.workbook.particulars, p)
            found, count = found + shown, count + more
        return found, count


def settled(
    opened: Opened, layout: Layout | None, figures: Callable[[Understood], Parameters]
) -> Settled | None:
    """Return a workbook with only those posts in rows that have to be looked at one by one.

    Args:
        opened: the workbook, with rows that are kept as columns.
        layout: which column is which field, where the headings do not say it.
        figures: gives the figures for the day that the workbook states.

    Returns:
        None where every post has to be looked at by itself.
    """
    collecting = gc.isenabled()
    gc.disable()  # all that is made is kept, and looking through it takes a tenth of the time
    try:
        return _settled(opened, layout, figures)
    except (NotAtOnce, TooManyAmounts):
        return None
    finally:
        if collecting:
            gc.enable()


def _settled(
    opened: Opened, layout: Layout | None, figures: Callable[[Understood], Parameters]
) -> Settled:
    book = opened.book
    _only_if(not any_may_call_ours(book) and not has_areas(book))
    _only_if({check.code for check in whole_checks()} <= KNOWN)
    _only_if(
        not any(_answers(book, each) for each in (layout.particulars if layout else {}).values())
    )
    understood = understand(book, opened.name, layout)
    _only_if(not any(map(is_about_the_day, understood.faults)))
    p = figures(understood)
    found: list[tuple[Grid, list[Sorted]]] = []
    for grid in understood.book.sheets:
        if grid.alike:
            found.append((grid, _sorted(understood, grid, p)))
    again = understand(_with_rows(understood.book, found), opened.name, layout)
    _only_if(_says_the_same(understood, again))
    counted = {grid.name: _tallies(made) for grid, made in found}
    workbook = again.workbook(opened.name, opened.sha256, counted)
    rest = tuple((grid.name, made) for grid, each in found for made in each)
    return Settled(opened.with_carried(workbook), p, rest)


def _answers(book: Book, address: str) -> bool:
    """Say whether a cell that a layout names, or its label, may be among rows kept as columns."""
    sheet, row, _ = parse(address)
    grid = book.sheet(sheet)
    return grid is not None and (grid.holds(row) or grid.holds(row - 1))


def _says_the_same(one: Understood, other: Understood) -> bool:
    """Say whether the posts that are in rows now change nothing of what the others rest on."""
    first, then = (
        [(table.grid.name, table.band, table.fields, table.scales) for table in each.tables]
        for each in (one, other)
    )
    same = (one.particulars, one.faults, first) == (other.particulars, other.faults, then)
    long = [table for table in other.tables if table.grid.alike]
    return same and not any(map(has_months_first, long))


def _sorted(understood: Understood, grid: Grid, p: Parameters) -> list[Sorted]:
    own = [table for table in understood.tables if table.is_on(grid)]
    _only_if(len(own) == 1 and can_be_told(own[0]))
    if own[0].name:  # Excel's own table, which may end before the rows do
        areas = (area_of(each) for each in understood.book.tables if each.name == own[0].name)
        _only_if(all(area and _covers(area, each) for area in areas for each in grid.alike))
    pointed = (area.top for _, area in grid.named if area.top == area.bottom)
    _only_if(not any(grid.holds(row) for row in pointed))
    made = sort_posts(own[0], understood.particulars, p, date1904=understood.book.date1904)
    posts = sum(len(each.alike.rows()) for each in made)
    _only_if(sum(len(each.by_itself) for each in made) <= MOST_BY_ITSELF * posts)
    return made


def _covers(area: Merge, alike: Alike) -> bool:
    rows, columns = alike.rows(), alike.columns
    across = area.left <= columns[0] and columns[-1] <= area.right
    return across and area.top <= rows[0] and rows[-1] <= area.bottom


def _only_if(possible: bool) -> None:
    if not possible:
        raise NotAtOnce


def _with_rows(book: Book, found: list[tuple[Grid, list[Sorted]]]) -> Book:
    """Return the workbook with the posts in rows that are looked at one by one."""
    made = {grid.name: each for grid, each in found}
    return replace(book, sheets=tuple(_put(grid, made.get(grid.name)) for grid in book.sheets))


def _put(grid: Grid, found: list[Sorted] | None) -> Grid:
    if found is None:
        return grid
    made = replace(grid, cells=dict(grid.cells), _merges_by_row=None)
    for each in found:
        put(made, each.alike, each.numbers())
    return made


def _tallies(found: list[Sorted]) -> dict[str, Tally]:
    total: dict[str, Tally] = {}
    for each in found:
        for name, tally in each.tallies().items():
            total[name] = total.get(name, Tally()) + tally
    return total
