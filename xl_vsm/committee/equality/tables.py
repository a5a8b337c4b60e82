"""The tables by one protected characteristic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from xl_vsm.committee.equality.measures import (
    WHOLE_PERCENT,
    Measured,
    by_position,
    gap,
    measured,
    place_in_range,
    shown_place,
    shown_salary,
)
from xl_vsm.committee.equality.shown import Shown
from xl_vsm.committee.paper import Column, Figure, Table, Value
from xl_vsm.committee.post import Post
from xl_vsm.committee.small_numbers import HIDDEN, tells_of_each
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

    Where all of a line are paid the same, its average is what each is paid, and no average is
    shown: all but one and that of everybody would tell the one. So with places in the range.

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
    caption = f"Pay by {label}"
    every = [(name, posts, measured(posts, least)) for name, posts in shown.lines]
    if any(tells_of_each(map(shown_salary, _salaries(posts))) for _, posts, _ in every):
        why = (
            "It is not shown: everybody in some line is paid the same to the nearest £1,000, so an"
            " average would tell it of each, and so would what the other lines leave of the whole."
        )
        return Table(columns, (), caption, empty=why)
    hidden = any(
        of.place is not None and tells_of_each(map(shown_place, _places(posts)))
        for _, posts, of in every
    )
    first = every[0][2]
    rows: list[Row] = []
    for at, (name, _, of) in enumerate(every):
        gaps = (gap(of.median, first.median), gap(of.mean, first.mean))
        if at == 0:
            gaps = ("largest group", "largest group")
        if at == len(every) - 1:
            gaps = ("", "")
        rows.append((*_averages(name, of, hidden=hidden), *gaps))
    return Table(columns, tuple(rows), caption)


def _salaries(posts: Iterable[Post]) -> list[Decimal]:
    return [post.salary.value for post in posts if post.salary.value is not None]


def _places(posts: Iterable[Post]) -> list[Decimal]:
    return [place for place in map(place_in_range, posts) if place is not None]


def _averages(name: str, of: Measured, *, hidden: bool) -> Row:
    place: Figure | Value = HIDDEN
    if of.place is not None and not hidden:
        place = Figure(shown_place(of.place), "rate", marks=of.marks)
    return (name, of.count, shown_salary(of.median), shown_salary(of.mean), place)


def shares(shown: Shown, label: str, least: int, noted: Noted) -> Table:
    """Return the share of each group in each position.

    A share of a group is a number of posts too. Where one line would show a small one, no line is
    shown: what the others leave of the total would tell it. So too where all of one line stand in
    one position, or all who stand in one are of one line, whatever their number.

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
    lines = [(name, by_position(posts)) for name, posts in shown.lines]
    caption = f"Position in the range by {label}: share of each group's posts"
    if any(_tells(counts.values(), least) for _, counts in lines):
        why = (
            f"It is not shown: some group has fewer than {least} posts in some position, and what"
            " the other lines leave of the total would tell it."
        )
        return Table(columns, (), caption, empty=why)
    if any(_of_each(counts) for _, counts in lines):
        why = (
            "It is not shown: everybody in some line stands in one position, so its share would"
            " tell that of each, and so would what the other lines leave of the total."
        )
        return Table(columns, (), caption, empty=why)
    if _whole_position([counts for _, counts in lines[:-1]]):
        why = (
            "It is not shown: everybody in some position is in one line, so the shares would tell"
            " the group of each of them."
        )
        return Table(columns, (), caption, empty=why)
    rows: list[Row] = [(name, *_of(counts, noted.marks)) for name, counts in lines]
    return Table(columns, tuple(rows), caption)


def _of_each(counts: Mapping[Position | None, int]) -> bool:
    """Say whether all of a line whose position is known stand in one.

    That it is not known tells of nobody, and hides nobody either.
    """
    return len([place for place, number in counts.items() if number and place is not None]) == 1


def _whole_position(lines: Sequence[Mapping[Position | None, int]]) -> bool:
    """Say whether everybody in some position is in one of the lines of groups."""
    return any(sum(bool(counts[place]) for counts in lines) == 1 for place in Position)


def _tells(counts: Iterable[int], least: int) -> bool:
    return any(0 < number < least for number in counts)


def _called(place: Position | None) -> str:
    return "Not known" if place is None else str(place).capitalize()


def _of(counts: dict[Position | None, int], marks: tuple[Mark, ...]) -> list[Figure]:
    whole = Decimal(sum(counts.values()))
    rates = [(each / whole).quantize(WHOLE_PERCENT, ROUND_HALF_UP) for each in counts.values()]
    return [Figure(rate, "rate", marks=marks) for rate in rates]
