"""The paper on pay and position by protected characteristic."""

from __future__ import annotations

from datetime import date

from xl_vsm.committee.answer import NOT_KNOWN
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.equality.groups import CHARACTERISTICS, NOT_STATED, grouped, has_column
from xl_vsm.committee.equality.shown import Shown, shown_groups
from xl_vsm.committee.equality.tables import Noted, pay, shares
from xl_vsm.committee.equality.words import (
    columns_read,
    still_due,
    what_it_cannot_show,
    what_it_is,
)
from xl_vsm.committee.paper import (
    Block,
    Column,
    Notes,
    Paper,
    Section,
    Table,
    Words,
)
from xl_vsm.committee.paper.paper import paper
from xl_vsm.committee.post import Post
from xl_vsm.committee.small_numbers import least_shown, note_on
from xl_vsm.committee.stated import held_from_to
from xl_vsm.findings import Mark
from xl_vsm.reports.plain import day, inert
from xl_vsm.sheets.fields import FIELDS


def equality_view(of: Checked) -> Paper:
    """Return the paper on pay and position by each protected characteristic of the workbook.

    Groups are shown and never a post. A small one is kept back, with whatever would give it away.

    Args:
        of: the workbook, read and checked.
    """
    p = of.p
    notes = Notes(p)
    held, others = _held(of.posts_on(p), p.effective)
    least, small = least_shown(p), note_on(p, notes)
    about = (*what_it_is(len(held), least, small), *what_it_cannot_show(least))
    sections = [Section("About this view", about)]
    fields = tuple(each for each in CHARACTERISTICS if has_column(of, each))
    if fields:
        noted = _noted(held, notes, small)
        sections += [_by(held, each, least, noted) for each in fields]
    sections += [
        Section("Not in the workbook", _missing(fields)),
        Section("The equality impact assessment", still_due(notes)),
        Section("Left out", (_left_out(of, others),)),
    ]
    return paper(
        "Pay and position by protected characteristic", "Equality", of, p, tuple(sections), notes
    )


def _held(posts: tuple[Post, ...], on: date) -> tuple[list[Post], list[tuple[Post, str]]]:
    """Part the posts that somebody holds on a day from those that nobody does any more, or yet."""
    held: list[Post] = []
    others: list[tuple[Post, str]] = []
    for post in posts:
        try:
            begun, left = held_from_to(post)
        except NOT_KNOWN as reason:
            others.append((post, str(reason)))
            continue
        if left is not None and left < on:
            others.append((post, f"the post-holder left on {day(left)}"))
        elif begun is not None and begun > on:
            others.append((post, f"the post-holder begins on {day(begun)}"))
        else:
            held.append(post)
    return held, others


def _noted(posts: list[Post], notes: Notes, small: int) -> Noted:
    """Take the notes on the rules that the tables rest on, from what the posts answer."""
    place = notes.on("pay_range", (cite for post in posts for cite in post.range.cites))
    positions = [post.position(post.salary.value) for post in posts]
    position = notes.on("position", (cite for each in positions for cite in each.cites))
    marks: dict[Mark, None] = {mark: None for each in positions for mark in each.marks}
    average = notes.saying(
        "averages",
        "A median is the middle salary, or halfway between the two in the middle; a mean is the sum"
        " divided by the number of posts. A gap is what is between two of them, as a share of the"
        " largest group's. They are rounded so that they tell less of who is in a group: that is"
        " this package's own rule.",
        (),
    )
    return Noted(small, average, place, position, tuple(marks))


def _by(posts: list[Post], field: str, least: int, noted: Noted) -> Section:
    label = FIELDS[field].label
    heading = f"By {label}"
    if [group.label for group in grouped(posts, field)] == [NOT_STATED]:
        said = "The workbook has a column for it, and states nothing there for any of the posts."
        return Section(heading, (Words(said),))
    shown = shown_groups(posts, field, least)
    if shown is None:
        words = Words(
            f"Nothing is shown by {label}: the posts are all in one group, or so many groups have"
            f" fewer than {least} that what was shown of the others would tell of them. The groups"
            " are not named either: a name alone would tell that somebody is in it.",
            noted.small,
        )
        return Section(heading, (words,))
    tables = (pay(shown, label, least, noted), shares(shown, label, least, noted))
    return Section(heading, (*_how_to_read(shown, least, noted), *tables))


def _how_to_read(shown: Shown, least: int, noted: Noted) -> tuple[Block, ...]:
    words = Words(
        f"The largest group is {shown.groups[0].label!r}. A gap is to its median or its mean, as a"
        " percentage of that. A place in the range is 0% at the minimum and 100% at the"
        " operational maximum."
    )
    if not shown.pooled:
        return (words,)
    pooled = Words(
        f"Groups of fewer than {least}, and those that would give them away, are together in one"
        f" line. They are at least {least} posts in at least two groups, which are not named.",
        noted.small,
    )
    return (words, pooled)


def _missing(fields: tuple[str, ...]) -> tuple[Block, ...]:
    rest = tuple(each for each in CHARACTERISTICS if each not in fields)
    if not rest:
        return (Words("The workbook has a column for each of the nine characteristics."),)
    said = (
        "The workbook has no column for these, so nothing is said of them."
        if fields
        else "The workbook has a column for none of the nine protected characteristics, so there"
        " is nothing to show. Add a column with one of these headings to the table of posts, and"
        " it is read."
    )
    return (Words(said, strong=not fields), columns_read(rest))


def _left_out(of: Checked, others: list[tuple[Post, str]]) -> Table:
    columns = (Column("Row", wide=16), Column("Post", wide=34), Column("Why", wide=90))
    rows = [(inert(each.key), inert(each.title), inert(each.why)) for each in of.left_out]
    rows += [(inert(post.key), inert(post.title), why) for post, why in others]
    return Table(columns, tuple(rows), "Rows that are in no group", empty="No row is left out.")
