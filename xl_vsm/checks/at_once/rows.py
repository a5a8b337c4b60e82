"""Which rows of a long list are surely posts, as the reader of single rows would find them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from xl_vsm.sheets import meanings
from xl_vsm.sheets.alike import Alike
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.headers import heading, words
from xl_vsm.sheets.skipped import FIGURES, OTHER_TABLE, TOTAL_WORDS
from xl_vsm.sheets.tables import Table

NAMES: Final = ("post", "role")
FEWEST_CELLS: Final = 3
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
    return named and paid and below and len(alike.columns) >= FEWEST_CELLS


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
        found.update(_where(said, lambda text: not text.strip()))
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
