"""One long list: which of its posts have to be looked at one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from xl_vsm.checks.at_once.asked import Asker, places_of_doubt, wrong_kinds
from xl_vsm.checks.at_once.coded import BY_ITSELF, Coded, coded, firsts, steps
from xl_vsm.checks.at_once.formulas import unlike
from xl_vsm.checks.at_once.right import Posts, surely_right
from xl_vsm.checks.at_once.rows import are_posts, beside_others, doubtful
from xl_vsm.parameters import Parameters
from xl_vsm.sheets import Particulars, PostRow
from xl_vsm.sheets.alike import Alike
from xl_vsm.sheets.cells import Cell
from xl_vsm.sheets.confidence import Tally
from xl_vsm.sheets.doubts import PAY
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.put_back import cell_in, put
from xl_vsm.sheets.rows import entry_of_cell, read_rows
from xl_vsm.sheets.tables import Table

REFERENCE: Final = "reference"


@dataclass(slots=True)
class Sorted:
    """The posts of one form, sorted.

    Attributes:
        alike: the posts.
        fields: what they state.
        row_of: reads one of them, by its place.
        by_itself: the places of those that are looked at one by one.
        asker: asks about those that are alike; None where each is looked at.
    """

    alike: Alike
    fields: Mapping[str, Coded]
    row_of: Callable[[int], PostRow]
    by_itself: set[int] = field(default_factory=set)
    asker: Asker | None = None

    def rest(self) -> list[int]:
        """Return the places of those that nothing is to be said of."""
        everybody = range(len(self.alike.rows()))
        return [each for each in everybody if each not in self.by_itself]

    def numbers(self) -> set[int]:
        """Return the rows of those that are looked at one by one."""
        rows = self.alike.rows()
        return {rows[place] for place in self.by_itself}

    def tallies(self) -> dict[str, Tally]:
        """Count the values of the rest, field by field."""
        return {name: _count(each, self.by_itself) for name, each in self.fields.items()}


def _count(of: Coded, but_for: Iterable[int]) -> Tally:
    counts = Counter(of.codes)
    counts.subtract(of.codes[place] for place in but_for)
    total = Tally()
    for code, count in counts.items():
        if count:
            total += of.tallies[code].times(count)
    return total


def sort_posts(
    table: Table, particulars: Particulars, p: Parameters, *, date1904: bool
) -> list[Sorted]:
    """Sort the posts of a long list into those that are looked at one by one, and the rest.

    Args:
        table: the list, of which some posts are read as usual.
        particulars: what the workbook says of the organisation.
        p: the day's figures.
        date1904: whether the workbook counts its days from 1904.

    Raises:
        TooManyAmounts: it cannot be done.
    """
    of = steps(p)
    found: list[Sorted] = []
    for alike in table.grid.alike:
        fields = {name: coded(table, alike, name, of) for name in table.fields}
        made = Sorted(alike, fields, _rows_of(table, alike, date1904=date1904))
        if are_posts(table, alike):
            right = surely_right(Posts(fields, p.afresh()))
            made.by_itself = places_of_doubt(fields.values(), right) | doubtful(table, alike)
            made.by_itself |= _first_converted(fields) | beside_others(table, alike)
            made.by_itself |= _most_paid(fields)
            rest = made.rest()
            made.asker = asker = Asker(fields, made.row_of, rest)
            wrong = wrong_kinds(asker, fields, particulars, p)
            if wrong:
                made.by_itself.update(place for place in rest if asker.kind(place) in wrong)
        else:
            made.by_itself = set(range(len(alike.rows())))
        found.append(made)
    for alone in (_repeated(table, found), unlike(table, found)):
        for made, places in zip(found, alone, strict=True):
            made.by_itself |= places
    return found


def _first_converted(fields: Mapping[str, Coded]) -> set[int]:
    """Return the first post of each value that is not taken as it is: reports show the first."""
    places = set()
    for each in fields.values():
        if not any(tally.converted for tally in each.tallies):
            continue
        places |= {
            place
            for code, place in firsts(each.codes).items()
            if code != BY_ITSELF and each.tallies[code].converted
        }
    return places


def _most_paid(fields: Mapping[str, Coded]) -> set[int]:
    """Return the posts of the largest amounts: one tells a column of pounds from one of £000."""
    amounts = (fields[name].amounts for name in PAY if name in fields)
    return {max(range(len(each)), key=each.__getitem__) for each in amounts if each}


def _rows_of(table: Table, alike: Alike, *, date1904: bool) -> Callable[[int], PostRow]:
    """Return how to read one post of a form."""
    rows = alike.rows()
    read: dict[int, PostRow] = {}

    def row_of(place: int) -> PostRow:
        if place not in read:
            number = rows[place]
            grid = replace(table.grid, cells={}, alike=(), _merges_by_row=None, _apart=None)
            example = replace(grid, cells={alike.example: table.grid.row(alike.example)})
            put(example, alike, {number})
            alone = replace(table, grid=example, posts=[number])
            (read[place],) = read_rows(alone, date1904=date1904)
        return read[place]

    return row_of


def _repeated(table: Table, found: list[Sorted]) -> list[set[int]]:
    """Return the places of posts whose reference stands more than once on the sheet."""
    number = table.fields.get(REFERENCE)
    if number is None:
        return [set() for _ in found]
    said = [_references(table, each.alike, number) for each in found]
    counts = Counter(text for texts in said for text in texts)
    counts.update(_as_read(table, table.grid.at(row, number)) for row in table.posts)
    return [
        {place for place, text in enumerate(texts) if text and counts[text] > 1} for texts in said
    ]


def _references(table: Table, alike: Alike, number: int) -> list[str]:
    """Return the references as they are read, for one may stand with a space too many."""
    said = alike.column(number)
    if said is None:
        return []
    texts, example = alike.texts_of(number) or said, table.grid.at(alike.example, number)
    is_number = alike.shown(number) == ("n", "General")
    read = {}
    for place, text in enumerate(texts):
        if text not in read:
            plain = _is_plain_number(text) if is_number else text == " ".join(text.split())
            cell = None if plain else cell_in(alike, example, said[place], alike.example)
            read[text] = text if cell is None else _as_read(table, cell)
    return [read[text] for text in texts]


def _is_plain_number(text: str) -> bool:
    return text.isdigit() and text[0] != "0"


def _as_read(table: Table, cell: Cell) -> str:
    entry = entry_of_cell(table, catalogue().rows[REFERENCE], cell, date1904=False)
    return entry.value or ""
