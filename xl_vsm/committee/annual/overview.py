"""How many posts there are, and how many in each group, small numbers kept back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from xl_vsm.committee.annual.premia import due_premium
from xl_vsm.committee.annual.reported import Reported
from xl_vsm.committee.answer import Answer
from xl_vsm.committee.paper import (
    Block,
    Column,
    Fact,
    Facts,
    Figure,
    Table,
    Value,
    Words,
)
from xl_vsm.committee.post import Post
from xl_vsm.committee.small_numbers import HIDDEN, in_a_list, least_shown, note_on
from xl_vsm.findings import Mark
from xl_vsm.reports.plain import day
from xl_vsm.rules import Approver, Ground, Outcome, Position

NOT_KNOWN = "Cannot be said"
NO_PREMIUM = "No premium due on the day"


def overview(of: Reported) -> tuple[Block, ...]:
    """Return what the report is, and the numbers of posts in groups."""
    small, least = note_on(of.p, of.notes), least_shown(of.p)
    fte = sum((post.fte for post in of.held), Decimal(0))
    on = day(of.p.effective)
    return (
        *_what_it_is(of),
        Facts(
            (
                Fact("Pay year", Figure(of.year.name), of.year.words),
                Fact(
                    "Very senior manager posts",
                    Figure(len(of.held), "people"),
                    f"within the framework and held on {on}",
                ),
                Fact("Whole time equivalents", Figure(fte, "number"), "of those posts together"),
                Fact(
                    "Rows of the year",
                    Figure(len(of.posts), "people"),
                    "held on some day of the year: leavers and successors too",
                ),
            )
        ),
        Words(
            f"The tables of this section are of the posts held on {on}, the day that this report"
            " is for: a post that changed hands in the year is in them once. The lists of the"
            " year, such as decisions, compliance and banded pay, have everybody."
        ),
        Words(
            f"In the tables of this section a number of fewer than {least} is shown as"
            f" {HIDDEN}, and so is any other number from which, with the total, it could be worked"
            " out. A group that holds every post says so of each of them. The later sections name"
            " each post, as the report is to give every one: a table from here may be shown to"
            " others, the rest may not.",
            small,
        ),
        _table(of, "Position in the range", Position, _positions(of)),
        _table(of, "Who approves the salary", Approver, _approvers(of)),
        _table(of, "Annual award by the terms", Outcome, _outcomes(of)),
        _table(of, "Premium by ground", (*Ground, NO_PREMIUM), _grounds(of)),
    )


def _what_it_is(of: Reported) -> tuple[Block, ...]:
    report = of.notes.briefing(
        "annual pay report",
        "Remuneration committees submit an annual pay report to NHS England, and give a clear"
        " rationale for their decisions in the annual report and accounts.",
        "S27",
        "S28",
    )
    return (
        Words(
            "This paper is for NHS England and for the remuneration committee. It names every post"
            " with its pay, so it is not for publication as it stands.",
            report,
            strong=True,
        ),
        Words(
            "It is not a form of NHS England's. Neither a form for the report, nor what it must"
            " contain, nor the day by which it is due was among the sources: ask NHS England's pay"
            " and approvals team before it is sent."
        ),
    )


class _Counted:
    """How many posts are in each group, and what the groups rest on."""

    def __init__(self, groups: Iterable[str], note: int, marks: Iterable[Mark]) -> None:
        self.counts = Counter(groups)
        self.note = note
        self.marks = tuple(dict.fromkeys(marks))


def _counted(
    of: Reported, rule: str, found: Sequence[Answer[Any]], groups: Iterable[str] = ()
) -> _Counted:
    """Count the answers of a rule, or else the groups that they make, with what they rest on."""
    note = of.notes.on(rule, (cite for each in found for cite in each.cites))
    marks = (mark for each in found for mark in each.marks)
    return _Counted(groups or (str(each.value or NOT_KNOWN) for each in found), note, marks)


def _positions(of: Reported) -> _Counted:
    return _counted(of, "position", [post.position(post.salary.value) for post in of.held])


def _approvers(of: Reported) -> _Counted:
    return _counted(of, "approver", [post.approver(post.salary.value) for post in of.held])


def _outcomes(of: Reported) -> _Counted:
    return _counted(of, "withhold", [post.outcome for post in of.held])


def _grounds(of: Reported) -> _Counted:
    found = [due_premium(post) for post in of.held]
    return _counted(of, "premium", found, [_ground(post) for post in of.held])


def _ground(post: Post) -> str:
    if post.premium_unread:
        return NOT_KNOWN
    facts = post.premium_facts
    return NO_PREMIUM if facts is None or due_premium(post).value == 0 else str(facts.ground)


def _table(of: Reported, caption: str, groups: Iterable[str], counted: _Counted) -> Table:
    listed: Sequence[str] = [*map(str, groups), NOT_KNOWN]
    numbers = [counted.counts[each] for each in listed]
    kept = in_a_list(numbers, least_shown(of.p))
    rows: list[tuple[Figure | Value, ...]] = [
        (
            each[:1].upper() + each[1:],
            HIDDEN if at in kept else Figure(number, "people", marks=counted.marks),
        )
        for at, (each, number) in enumerate(zip(listed, numbers, strict=True))
    ]
    rows.append(("All posts", len(of.held)))
    columns = (Column(caption, wide=40), Column("Posts", "people", 20, counted.note))
    return Table(columns, tuple(rows), f"Posts by group: {caption.lower()}")
