"""The tables by one protected characteristic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from xl_vsm.committee.equality.measures import (
    WHOLE_PERCENT,
    Measured,
    by_position,
    gap,
    measured,
    shown_place,
    shown_salary,
)
from xl_vsm.committee.equality.shown import ALL, POOLED, Shown
from xl_vsm.committee.equality.small_numbers import HIDDEN
from xl_vsm.committee.paper import Column, Figure, Table, Value
from xl_vsm.findings import Mark
from xl_vsm.rules import Position

Row = tuple[Figure | Value, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """The numbers of the notes that the tables refer to, and the marks of a position."""

    small: int
    average: int
    place: int
    position: int
    marks: tuple[Mark, ...] = ()


def pay(shown: Shown, label: str, least: int, noted: Noted) -> Table:
    """Return the averages of each group that may be shown, and their gaps to the largest's.

    Args:
        shown: the groups.
        label: what people call the characteristic.
        least: for how many posts the range must be known for their place in it to be told.
        noted: the notes that the columns refer to.
    """
    columns = (
        Column("Group", wide=22),
        Column("Posts", "people", 8, noted.small),
        Column("Median salary, full time", "money", 13, noted.average),
        Column("Mean salary, full time", "money", 13, noted.average),
        Column("Median place in range", "rate", 17, noted.place),
        Column("Median beside the largest group's", wide=17, note=noted.average),
        Column("Mean beside the largest group's", wide=17, note=noted.average),
    )
    first, *others = (measured(group.posts, least) for group in shown.groups)
    names = [group.label for group in shown.groups]
    rows = [(*_averages(names[0], first), "largest group", "largest group")]
    for name, of in zip(names[1:], others, strict=True):
        gaps = gap(of.median, first.median), gap(of.mean, first.mean)
        rows.append((*_averages(name, of), *gaps))
    if shown.pooled:
        rows.append((POOLED, *[HIDDEN] * (len(columns) - 1)))
    rows.append((*_averages(ALL, measured(shown.everyone, least)), "", ""))
    return Table(columns, tuple(rows), f"Pay by {label}")


def _averages(name: str, of: Measured) -> Row:
    place: Figure | Value = HIDDEN
    if of.place is not None:
        place = Figure(shown_place(of.place), "rate", marks=of.marks)
    return (name, of.count, shown_salary(of.median), shown_salary(of.mean), place)


def shares(shown: Shown, label: str, least: int, noted: Noted) -> Table:
    """Return the share of each group in each position.

    A share of a group is a number of posts too. Where one line would show a small one, no line is
    shown: what the others leave of the total would tell it.

    Args:
        shown: the groups.
        label: what people call the characteristic.
        least: how many posts a share must be of to be shown.
        noted: the note that the columns refer to, and the marks of a position.
    """
    places: tuple[Position | None, ...] = (*Position, None)
    columns = (
        Column("Group", wide=22),
        *(Column(_called(place), "rate", 16, noted.position) for place in places),
    )
    lines = [(group.label, by_position(group.posts)) for group in shown.groups]
    pool = by_position(shown.pooled)
    whole = by_position(shown.everyone)
    caption = f"Position in the range by {label}: share of each group's posts"
    if any(_tells(counts.values(), least) for _, counts in [*lines, ("", pool)]):
        why = (
            f"It is not shown: some group has fewer than {least} posts in some position, and what"
            " the other lines leave of the total would tell it."
        )
        return Table(columns, (), caption, empty=why)
    rows: list[Row] = [(name, *_of(counts, noted.marks)) for name, counts in lines]
    if shown.pooled:
        rows.append((POOLED, *[HIDDEN] * len(places)))
    rows.append((ALL, *_of(whole, noted.marks)))
    return Table(columns, tuple(rows), caption)


def _tells(counts: Iterable[int], least: int) -> bool:
    return any(0 < number < least for number in counts)


def _called(place: Position | None) -> str:
    return "Not known" if place is None else str(place).capitalize()


def _of(counts: dict[Position | None, int], marks: tuple[Mark, ...]) -> list[Figure]:
    whole = Decimal(sum(counts.values()))
    rates = [(each / whole).quantize(WHOLE_PERCENT, ROUND_HALF_UP) for each in counts.values()]
    return [Figure(rate, "rate", marks=marks) for rate in rates]
