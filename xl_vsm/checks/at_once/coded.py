"""The columns of a long list, each value by a number: alike are those that no check tells apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeVar

from xl_vsm.checks.bounds import MOST_PAY
from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules import REGISTRY
from xl_vsm.sheets.alike import Alike
from xl_vsm.sheets.confidence import Tally, tally_of
from xl_vsm.sheets.doubts import LEAST, PAY
from xl_vsm.sheets.exact import exact
from xl_vsm.sheets.fields import Field, catalogue
from xl_vsm.sheets.one_pass.moments import shows_moment
from xl_vsm.sheets.put_back import cell_in
from xl_vsm.sheets.rows import entry_of_cell
from xl_vsm.sheets.tables import Table
from xl_vsm.sheets.values import plainly_said

A = TypeVar("A", bound=Hashable)
B = TypeVar("B")
FEW: Final = 64
"""So many values of a column are each told apart, whatever they are."""
FOLLOWING: Final = frozenset(
    {
        *("award_amount", "pension_contribution", "employer_pension"),
        *("employer_national_insurance", "apprenticeship_levy", "paybill"),
    }
)
"""Amounts of which it is told by themselves whether they follow from the pay."""
NUMBER: Final = "n"
DIGITS: Final = 15
SIZE: Final = "size"
LEAST_PAY: Final = 1000
"""A smaller figure is no year's pay."""
BY_ITSELF: Final = -1
"""The number of a value whose post is looked at by itself."""
PLAIN: Final = frozenset({"stated", "blank", "not applicable"})


@dataclass(slots=True)
class Coded:
    """One field of the posts of one form.

    Attributes:
        codes: a number for each post.
        tallies: what one value of each number counts for.
        amounts: the figures, where the field holds some and they are known.
        texts: the texts, where no check looks into them.
        blank: whether the posts have nothing there.
        by_steps: whether amounts between the same two steps of the tables have one number.
    """

    codes: Sequence[int]
    tallies: Sequence[Tally]
    amounts: Sequence[float] | None = None
    texts: Sequence[str] | None = None
    blank: bool = False
    by_steps: bool = False


def steps(p: Parameters) -> tuple[float, ...]:
    """Return the amounts of pay at which the answer of a rule may change."""
    found = {Decimal(0), Decimal(LEAST_PAY), MOST_PAY}
    for rule in REGISTRY.values():
        for name, of in rule.steps.items():
            if name != SIZE:
                with suppress(NotInForce):
                    for view in _views(rule.rests_on, p):
                        found.update(of(view))
    return tuple(sorted(map(float, found)))


def _views(names: tuple[str, ...], p: Parameters) -> Iterator[Parameters]:
    """Give the figures, and as they were in tables since replaced, by which a check may tell."""
    yield p.afresh()
    for name in names:
        begun = p.afresh().publication(name).effective_from
        for table in p.others(name):
            if table.effective_from == begun:
                yield p.pinned(name, table)


def coded(table: Table, alike: Alike, name: str, of: tuple[float, ...]) -> Coded:
    """Return a field of posts of one form by numbers.

    Args:
        table: the table that they are in.
        alike: the posts.
        name: the field.
        of: the steps between which amounts of pay have one number.
    """
    field, number = catalogue().rows[name], table.fields[name]
    said = alike.column(number)
    if said is None:
        return _blank(table, alike, field, number)
    kind, shown = alike.shown(number)
    different = dict.fromkeys(said)
    is_number = kind == NUMBER and not shows_moment(shown)
    in_pounds = table.scales.get(number, 1) == 1 and name not in LEAST
    if field.kind in ("money", "number") and in_pounds and is_number:
        amounts = _figures(said)
        if name in PAY:
            return _between(field, amounts, shown, of)
        if field.kind == "money" and (name in FOLLOWING or len(different) > FEW):
            return _between(field, amounts, shown, (0.0, float(MOST_PAY)))
    else:
        amounts = None
    if name == "reference" and len(different) > FEW:
        return _told_by_form(field, alike.texts_of(number) or said, kind, shown)
    found = _one_by_one(table, alike, field, number, different)
    found.codes = list(map(dict(zip(different, found.codes, strict=True)).__getitem__, said))
    found.amounts = amounts
    return found


def _figures(said: list[str]) -> list[float]:
    if max(map(len, said)) > DIGITS:  # what Excel shows of it
        return [float(exact(each) or each) for each in map(float, said)]
    return each_once(float, said)


def each_once(work: Callable[[A], B], values: Sequence[A]) -> list[B]:
    """Work something out of every value, and of values that come again only once."""
    different = set(values)
    if 2 * len(different) > len(values):
        return list(map(work, values))
    return list(map({each: work(each) for each in different}.__getitem__, values))


def firsts(codes: Sequence[int]) -> dict[int, int]:
    """Return the place of the first post of each number."""
    return {code: place for place, code in reversed(list(enumerate(codes)))}


def _blank(table: Table, alike: Alike, field: Field, number: int) -> Coded:
    cell = table.grid.at(alike.example, number)
    entry = entry_of_cell(table, field, cell, date1904=alike.date1904)
    code = 0 if entry.state == "blank" else BY_ITSELF
    return Coded([code] * len(alike.rows()), [tally_of(field, [entry], [])], blank=True)


def _between(field: Field, amounts: list[float], shown: str, of: tuple[float, ...]) -> Coded:
    """Number amounts by the steps that they lie between or on: even and odd numbers."""
    on, last = frozenset(of), len(of)

    def code(amount: float) -> int:
        return 2 * bisect_left(of, amount) + (amount in on)

    # What is no year's pay, and what is out of bounds, is looked at by itself.
    least = 2 * bisect_left(of, float(LEAST_PAY)) + 1 if field.name in PAY else 1
    lowest, highest = code(min(amounts)), code(max(amounts))
    # Of costs only the bounds matter.
    codes = [lowest] * len(amounts) if lowest == highest else each_once(code, amounts)
    if not least <= lowest <= highest < 2 * last:
        codes = [each if least <= each < 2 * last else BY_ITSELF for each in codes]
    tally = Tally(stated=1, filled=1, amounts=1) + tally_of(field, [], [shown])
    return Coded(codes, [tally] * (2 * last + 1), amounts, by_steps=True)


def _told_by_form(field: Field, said: list[str], kind: str, shown: str) -> Coded:
    """Number texts that no check looks into, but whether they can be read as they are."""
    if kind == NUMBER:
        fine: Iterator[bool] = (shown == "General" and each.isdigit() for each in said)
    else:
        fine = map(plainly_said, said)
    codes = [0 if each else BY_ITSELF for each in fine]
    tally = Tally(stated=1, filled=1) + tally_of(field, [], [shown])
    return Coded(codes, [tally], texts=said)


def _one_by_one(
    table: Table, alike: Alike, field: Field, number: int, different: Iterable[str]
) -> Coded:
    """Read each value that there is, and give those a number that need no look at their post."""
    example = table.grid.at(alike.example, number)
    codes: list[int] = []
    tallies: list[Tally] = []
    for said in different:
        cell = cell_in(alike, example, said, alike.example)
        if cell is None:
            codes.append(BY_ITSELF)
            continue
        entry = entry_of_cell(table, field, cell, date1904=alike.date1904)
        tally = tally_of(field, [entry], [] if cell.empty else [cell.number_format])
        odd = tally.odd or entry.state not in PLAIN or (field.kind == "date" and cell.text)
        codes.append(BY_ITSELF if odd else len(tallies))
        if not odd:
            tallies.append(tally)
    return Coded(codes, tallies)
