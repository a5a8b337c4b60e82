"""Every very senior manager post, one a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xl_vsm.committee.annual.premia import due_premium
from xl_vsm.committee.annual.reported import POST, REFERENCE, Reported, named
from xl_vsm.committee.answer import Answer
from xl_vsm.committee.paper import Block, Column, Figure, Kind, Table, Words
from xl_vsm.committee.post import Post
from xl_vsm.reports.plain import day, inert

_ANSWERS: tuple[tuple[str, Kind, int, str, Callable[[Post], Answer[Any]]], ...] = (
    ("VSM band", "text", 15, "band", lambda post: post.band),
    ("Position in range", "text", 15, "position", lambda post: post.position(post.salary.value)),
    ("Who approves", "text", 17, "approver", lambda post: post.approver(post.salary.value)),
    ("Annual award", "text", 17, "withhold", lambda post: post.outcome),
    ("Premium due, full time", "money", 12, "premium", due_premium),
)
"""What is answered of each post: heading, kind, width, rule, and how to ask."""


def every_post(of: Reported) -> tuple[Block, ...]:
    """Return the table of every post, and why nothing in it is kept back."""
    asked = [[ask(post) for *_, ask in _ANSWERS] for post in of.held]
    columns = [REFERENCE, POST, Column("Role", wide=15), Column("WTE", "number", 6)]
    columns.append(Column("Salary, full time", "money", 11))
    for place, (heading, kind, wide, rule, _) in enumerate(_ANSWERS):
        note = of.notes.on(rule, (cite for line in asked for cite in line[place].cites))
        columns.append(Column(heading, kind, wide, note))
    rows = [
        (
            *named(post),
            str(post.role.value),
            post.fte,
            post.salary.value,
            *(
                Figure(_in_words(each), kind, marks=each.marks if each.known else ())
                for each, (_, kind, *_) in zip(line, _ANSWERS, strict=True)
            ),
        )
        for post, line in zip(of.held, asked, strict=True)
    ]
    on = day(of.p.effective)
    return (
        Words(
            f"Each line is a post held on {on}, and no group, so nothing is kept back here. Whoever"
            " held one on other days of the year is in the table below it. The salary is the"
            " full-time equivalent that the workbook states for the day, without premium. The"
            " other columns say what the rules give for it; what the workbook states otherwise is"
            " under 'Compliance'; where nobody can say, 'Left out' has the reason."
        ),
        Table(tuple(columns), tuple(rows), "Every very senior manager post"),
        _others(of, on),
    )


def _others(of: Reported, on: str) -> Table:
    """List whoever held a post in the year and does not on the day: leavers, and those to come."""
    columns = (
        REFERENCE,
        POST,
        Column("Role", wide=15),
        Column("WTE", "number", 6),
        Column("Salary, full time", "money", 11),
        Column("In post from", "date", 15),
        Column("Last day", "date", 15),
    )
    rows = tuple(
        (
            *named(post),
            str(post.role.value),
            post.fte,
            post.salary.value,
            post.date_of("appointed"),
            post.date_of("left"),
        )
        for post in of.posts
        if post not in of.held
    )
    caption = f"Held in the year, and not on {on}"
    return Table(columns, rows, caption, empty="There is none.")


def _in_words(each: Answer[Any]) -> Any:
    return str(each.value) if isinstance(each.value, str) else each.value


def unknown(of: Reported) -> Table:
    """Return which answers of the table there are none of, each with the reason."""
    rows = [
        (*named(post), f"{heading}: {inert(each.why)}")
        for post in of.held
        for heading, each in ((heading, ask(post)) for heading, *_, ask in _ANSWERS)
        if not each.known
    ]
    columns = (REFERENCE, POST, Column("Why", wide=90))
    caption = "Answers on a post that cannot be given"
    return Table(columns, tuple(rows), caption, empty="Every answer can be given.")
