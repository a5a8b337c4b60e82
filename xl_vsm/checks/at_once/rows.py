"""Which rows of a long list are surely posts, as the reader of single rows would find them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from xl_vsm.sheets import meanings
from xl_vsm.sheets.alike import Alike
from xl_vsm.sheets.dates import FIGURES as FIGURES_OF_A_DAY
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.headers import heading, words
from xl_vsm.sheets.money import clean
from xl_vsm.sheets.skipped import FIGURES, OTHER_TABLE, TOTAL_WORDS
from xl_vsm.sheets.tables import Table

NAMES: Final = ("post", "role")
FEWEST_CELLS: Final = 3
REACH: Final = 2
HEADINGS: Final = 2
"""So many texts that are headings make a row of headings."""


def can_be_told(table: Table) -> bool:
    """Say whether the rows of a table can be told from what stands around them.

    The first posts tell what a heading means that can mean two things: they have to be in rows.
    """
    passed = {reason for _, reason in table.skipped}
    first = min(alike.rows()[0] for alike in table.grid.alike)
    begun = first > table.band.row + meanings.LOOKED_AT
    return begun and not table.grid.turned and bool(table.posts) and OTHER_TABLE not in passed


def are_posts(table: Table, alike: Alike) -> bool:
    """Say whether rows of a form hold what makes a row a post, whatever their values are."""
    fields = table.fields
    rows = alike.rows()
    named = any(alike.texts_of(fields[each]) for each in NAMES if _fills(table, alike, each))
    paid = any(
        alike.shown(fields[each])[0] == "n" for each in FIGURES if _fills(table, alike, each)
    )
    below = rows[0] >= table.band.first_row and table.grid.totals.isdisjoint(rows)
    # The example stands for all of them where formulas are counted.
    is_one = alike.example in table.posts
    return named and paid and below and is_one and len(alike.columns) >= FEWEST_CELLS


def _fills(table: Table, alike: Alike, name: str) -> bool:
    return table.fields.get(name) in alike.columns


def doubtful(table: Table, alike: Alike) -> set[int]:
    """Return the places of rows whose texts may make something else of them than a post.

    Args:
        table: the table.
        alike: its rows of one form.
    """
    texts = {number: said for number in alike.columns if (said := alike.texts_of(number))}
    found = set(_where(texts[min(texts)], _is_total))
    for said in texts.values():
        blank = set(_where(said, lambda text: not text.strip()))
        if 0 < len(blank) < len(said):  # a column with a value is one that the report names
            found.add(next(place for place in range(len(said)) if place not in blank))
        found |= blank
    # The column of most texts is asked last, and only where that can still tell.
    order = sorted(texts, key=lambda number: len(set(texts[number])))
    headings = {col.number: {words(col.own), words(col.group)} for col in table.band.columns}
    counts = Counter[int]()
    for left, number in zip(range(len(order) - 1, -1, -1), order, strict=True):
        if left or counts:
            heads = partial(_heads, headings.get(number, set()))
            counts.update(_where(texts[number], heads))
    found.update(place for place, count in counts.items() if count >= HEADINGS)
    return found


def beside_others(table: Table, alike: Alike) -> set[int]:
    """Return the places of rows near those that are no posts, which may be read with them.

    A label is answered by the cell below it, and by that alone if the next one is blank; the row
    above headings may hold the headings of groups.
    """
    near = {row + step for row, _ in table.skipped for step in range(-REACH, REACH + 1)}
    return {place for place, row in enumerate(alike.rows()) if row in near}


def has_months_first(table: Table) -> bool:
    """Say whether so many days have the month first that days kept as numbers are in doubt.

    Days written as texts are each looked at, so all of them are in rows by now.
    """
    dates = [number for name, number in table.fields.items() if _is_date(name)]
    return any(sum(_has_month_first(table, row, each) for row in table.posts) > 1 for each in dates)


def _is_date(name: str) -> bool:
    return catalogue().rows[name].kind == "date"


def _has_month_first(table: Table, row: int, column: int) -> bool:
    said = FIGURES_OF_A_DAY.match(clean(table.grid.at(row, column).text))
    return said is not None and int(said["day"]) <= 12 < int(said["month"])


def _is_total(text: str) -> bool:
    return not text.isdigit() and TOTAL_WORDS.match(words(text)) is not None


def _heads(own: set[str], text: str) -> bool:
    if text.isdigit():
        return text in own  # a number heads nothing of itself
    return words(text) in own or catalogue().heads_columns(heading(text))


def _where(texts: list[str], odd: Callable[[str], bool]) -> Iterator[int]:
    """Give the places of texts of which something is true, each text being asked once."""
    wrong = {text for text in set(texts) if odd(text)}
    if wrong:
        yield from (place for place, text in enumerate(texts) if text in wrong)
