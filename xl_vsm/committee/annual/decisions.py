"""The decisions of the pay year: who came and went, premia, awards, and proposed salaries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from xl_vsm.committee.annual.premia import last_day
from xl_vsm.committee.annual.reported import POST, REFERENCE, Reported, named
from xl_vsm.committee.answer import Answer
from xl_vsm.committee.paper import Block, Column, Figure, Table, Value, Words
from xl_vsm.committee.post import Post
from xl_vsm.reports.plain import inert
from xl_vsm.rules.rule import Citation

Row = tuple[Figure | Value, ...]


def decisions(of: Reported) -> tuple[Block, ...]:
    """Return a table for each kind of decision."""
    return (
        Words(
            f"From {of.year.words}, by the dates that the workbook states. A day still to come is"
            " listed too. What was decided on other days is not in this report."
        ),
        _people(of, "Appointments", "Appointed", "appointed"),
        _people(of, "Departures", "Left", "left"),
        _premia(of, "Premia begun", "First day", _premium_start),
        _premia(of, "Premia ended, or to end", "Last day", last_day),
        _awards(of),
        _proposed(of),
    )


def _people(of: Reported, caption: str, heading: str, field: str) -> Table:
    rows = [
        (*named(post), str(post.role.value), post.date_of(field), post.salary.value, post.fte)
        for post in of.posts
        if of.year.has(post.date_of(field))
    ]
    columns = (
        REFERENCE,
        POST,
        Column("Role", wide=18),
        Column(heading, "date", 18),
        Column("Salary, full time", "money", 16),
        Column("WTE", "number", 16),
    )
    return Table(columns, tuple(rows), caption, empty=_empty(of, field))


def _empty(of: Reported, field: str) -> str:
    """Say that there are none, or that no column says."""
    if any(getattr(post.case.row, field) is not None for post in of.posts):
        return "None in the year."
    return "Not known: the workbook has no such column, or none that could be used."


def _premium_start(post: Post) -> date | None:
    return post.premium_facts.start if post.premium_facts else None


def _premia(
    of: Reported, caption: str, heading: str, asked: Callable[[Post], date | None]
) -> Table:
    rows: list[Row] = []
    for post in of.posts:
        facts = post.premium_facts
        if facts is None or not of.year.has(asked(post)):
            continue
        stated = post.stated("premium_amount", Decimal)
        rows.append((*named(post), str(facts.ground), facts.rate, stated.value, asked(post)))
    columns = (
        REFERENCE,
        POST,
        Column("Ground", wide=18),
        Column("Rate stated", "rate", 15),
        Column("£ a year stated", "money", 16),
        Column(heading, "date", 18),
    )
    return Table(columns, tuple(rows), caption, empty=_empty(of, "premium_ground"))


def _awards(of: Reported) -> Table:
    outcome = of.notes.on("withhold", _cites(post.outcome for post in of.posts))
    amount = of.notes.on("award", _cites(post.award for post in of.posts))
    columns = (
        REFERENCE,
        POST,
        Column("By the terms", wide=18, note=outcome),
        Column("Amount by the terms, full time", "money", 15, amount),
        Column("Outcome stated", wide=16),
        Column("Amount stated", "money", 16),
        Column("Why these are the terms", wide=50),
    )
    return Table(columns, tuple(map(_award, of.posts)), "Annual award")


def _award(post: Post) -> Row:
    due, amount = post.outcome, post.award
    # Where the terms say that an award is due and no amount follows, the reader asks why not.
    unsaid = f"; no amount here: {amount.why}" if due.known and not amount.known else ""
    return (
        *named(post),
        Figure(str(due.value) if due.value else None, marks=due.marks),
        Figure(amount.value, "money", marks=amount.marks if amount.known else ()),
        inert(post.stated("award_outcome", str).value or "") or "not stated",
        _amount(post),
        inert(f"{due.why}{unsaid}"),
    )


def _amount(post: Post) -> Value:
    """Return the stated amount, or what the cell says instead, so that it is not taken for £0."""
    stated = post.stated("award_amount", Decimal)
    return stated.value if stated.known else "no amount"


def _proposed(of: Reported) -> Table:
    changed = [post for post in of.posts if post.changes]
    places = [post.position(post.proposed.value) for post in changed]
    approvers = [post.approver(post.proposed.value) for post in changed]
    columns = (
        REFERENCE,
        POST,
        Column("Salary now", "money", 12),
        Column("Salary proposed", "money", 12),
        Column("Its position in range", wide=18, note=_note(of, "position", places)),
        Column("Who approves it", wide=18, note=_note(of, "approver", approvers)),
    )
    rows = tuple(
        (
            *named(post),
            post.salary.value,
            post.proposed.value,
            Figure(str(place.value) if place.value else None, marks=place.marks),
            Figure(str(who.value) if who.value else None, marks=who.marks),
        )
        for post, place, who in zip(changed, places, approvers, strict=True)
    )
    return Table(
        columns, rows, "Salaries proposed that differ", empty="The workbook proposes none."
    )


def _note(of: Reported, rule: str, answers: Iterable[Answer[Any]]) -> int:
    return of.notes.on(rule, _cites(answers))


def _cites(answers: Iterable[Answer[Any]]) -> list[Citation]:
    return [cite for each in answers for cite in each.cites]
