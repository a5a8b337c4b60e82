"""Arrears as a paper, for a document or for sheets of plain figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from xl_vsm.committee.answer import COPIED, Marks, answer
from xl_vsm.committee.arrears.marked import marked
from xl_vsm.committee.arrears.model import Amounts, ArrearsLine, ArrearsResult, tiers_of
from xl_vsm.committee.costing.numbered import LEAST
from xl_vsm.committee.paper import (
    Block,
    Column,
    Fact,
    Facts,
    Figure,
    Notes,
    Paper,
    Section,
    Table,
    Value,
    Words,
)
from xl_vsm.committee.paper.paper import paper
from xl_vsm.parameters.days import day
from xl_vsm.rules import Outcome, award, contribution, contribution_tier
from xl_vsm.rules.pension.contribution_tier import named
from xl_vsm.rules.rule import Citation

if TYPE_CHECKING:
    from xl_vsm.parameters import Publication

OWED = "what is owed"
TWELFTHS = (
    "A month's pay is a twelfth of the year's, for the share of full time, to the penny each month,"
    " half a penny up: twelve of them can differ from the year's pay by pence. In a month that is"
    " begun or left part-way it is by the month's calendar days. No source gives a method."
)
BEFORE = (
    "The salary that the workbook states is taken as the one before the award. The award is worked"
    " out on the full-time salary, to the penny, and backdated only where it is due to be paid."
)
BY_RATE = (
    "The tier of a month is found by the annual rate of pay, without and with the award, and by the"
    " table of the month's first day. Premia and other pay are not in it. Tier 0 is out of the"
    " scheme: a post is taken to be in it unless the workbook says that none of its pay is"
    " pensionable."
)
OTHERWISE = (
    "Tax, the employee's National Insurance, the employer's contributions and interest are not in"
    " it. A minus is to be paid back to the post-holder."
)


def numbered(of: ArrearsResult) -> Notes:
    """Return the notes, numbered alike for the workbook and the paper."""
    notes = Notes(of.p)
    tables = tuple(Citation(each.source, each.locator) for each in of.tables)
    notes.on(contribution_tier.name, tables)
    notes.on(contribution.name, tables)
    notes.saying(OWED, f"{BY_RATE} {TWELFTHS}", tables)
    if of.with_award:
        found = answer(award, LEAST, Outcome.AWARD, p=of.p)
        notes.on(award.name, found.cites)
    return notes


def title(of: ArrearsResult) -> str:
    """Return what the paper is called."""
    what = "the award" if of.with_award else "the table of pension tiers"
    return f"Arrears where {what} is backdated"


def as_paper(of: ArrearsResult) -> Paper:
    """Return arrears as a paper, with the figures that its workbook has.

    Args:
        of: the arrears.
    """
    notes = numbered(of)
    sections = (
        Section("What is owed", tuple(_summary(of, notes))),
        Section("By post", tuple(_by_post(of, notes))),
        Section("By month", tuple(_by_month(of, notes))),
        Section("Each post in each month", tuple(_lines(of, notes))),
        Section("The tables of tiers", tuple(_tables(of, notes))),
        Section("Left out", tuple(_left_out(of))),
    )
    return paper(title(of), "Arrears", of.of, of.p, sections, notes)


def opening(of: ArrearsResult) -> list[str]:
    """Return the words that say what is compared."""
    now = day(of.known_now) if of.known_now else "this release"
    first, last = of.months[0].month, of.months[-1].month
    compared = (
        f"Months {first:%B %Y} to {last:%B %Y}: as known on {day(of.known_then)}, and as known"
        f" {'on ' if of.known_now else 'in '}{now}."
    )
    why = [BEFORE] if of.with_award else ["No award is in it: only the tables differ."]
    same = "The tables known then and now are the same for every month: only pay differs."
    if any(each.then.key != each.now.key for each in of.months):
        same = "The tables known then and now differ: see the tables of tiers."
    return [compared, *why, same, TWELFTHS, BY_RATE, OTHERWISE]


def transcribed(of: ArrearsResult) -> list[str]:
    """Say which tables only secondary copies support."""
    return [
        f"TRANSCRIBED: {named(each)}: only secondary copies were seen: compare with the published"
        " table."
        for each in of.tables
        if each.transcribed
    ]


def _summary(of: ArrearsResult, notes: Notes) -> Iterator[Block]:
    for each in transcribed(of):
        yield Words(each, strong=True)
    for words in opening(of):
        yield Words(words)
    total, owed, marks = of.total, _owed(notes), marked(of)
    gross = notes.on(award.name) if of.with_award else owed
    yield Facts(
        (
            Fact(
                "Gross pay owed",
                Figure(total.pay, "money", gross, marks["pay"]),
                "before any deduction",
            ),
            Fact(
                "Contributions owed",
                Figure(total.pension, "money", owed, marks["pension"]),
                "by the post-holders; a minus is to be paid back to them",
            ),
        )
    )


def _owed(notes: Notes) -> int:
    return notes.saying(OWED, "", ())


def _columns(notes: Notes) -> tuple[Column, ...]:
    owed, rule = _owed(notes), notes.on(contribution.name)
    return (
        Column("Gross pay then", "money", 14, owed, total=True),
        Column("Gross pay now", "money", 14, owed, total=True),
        Column("Gross pay owed", "money", 14, owed, total=True),
        Column("Contribution taken", "money", 14, rule, total=True),
        Column("Contribution due", "money", 14, rule, total=True),
        Column("Contribution owed", "money", 14, owed, total=True),
    )


def _amounts(of: Amounts, marks: Mapping[str, Marks]) -> tuple[Figure | Value, ...]:
    keys = ("pay_then", "pay_now", "pay", "taken", "due", "pension")
    return tuple(Figure(getattr(of, key), "money", marks=marks[key]) for key in keys)


def _by_post(of: ArrearsResult, notes: Notes) -> Iterator[Block]:
    marks = marked(of)
    rows = tuple((each.name, *_amounts(of.of_post(each), marks)) for each in of.posts)
    yield Table((Column("Post", wide=34), *_columns(notes)), rows, "Arrears by post", "Total")
    why = tuple((each.name, each.why) for each in of.posts)
    yield Table((Column("Post", wide=34), Column("Award", wide=80)), why, "Whether it is awarded")


def _by_month(of: ArrearsResult, notes: Notes) -> Iterator[Block]:
    marks = marked(of)
    rows = tuple(
        (f"{each.month:%B %Y}", *_amounts(of.of_month(each.month), marks)) for each in of.months
    )
    yield Table((Column("Month", wide=20), *_columns(notes)), rows, "Arrears by month", "Total")


def _lines(of: ArrearsResult, notes: Notes) -> Iterator[Block]:
    tier = notes.on(contribution_tier.name)
    columns = (
        Column("Month", wide=12),
        Column("Days", "people", 6),
        Column("Tier then", "people", 6, tier),
        Column("Rate then", "rate", 8, tier),
        Column("Tier now", "people", 6, tier),
        Column("Rate now", "rate", 8, tier),
        *_columns(notes),
    )
    marks = marked(of)
    for post in of.posts:
        rows = tuple(_line(each, marks) for each in of.lines if each.post is post)
        yield Table(columns, rows, f"{post.name}: month by month", "Total")


def _line(of: ArrearsLine, marks: Mapping[str, Marks]) -> tuple[Figure | Value, ...]:
    found = of.contribution
    tiers: tuple[Value, ...] = ("not in the scheme", None, None, None)
    if found:
        tiers = (found.tier_then, found.rate_then, found.tier_now, found.rate_now)
    return (f"{of.month:%b %Y}", of.days, *tiers, *_amounts(of.amounts, marks))


def _tables(of: ArrearsResult, notes: Notes) -> Iterator[Block]:
    tier = notes.on(contribution_tier.name)
    columns = (
        Column("Tier", "people", 8),
        Column("Annual pay from", "money", 16, tier),
        Column("Rate", "rate", 10, tier),
    )
    for each in of.tables:
        copied = COPIED if each.transcribed else ()
        rows = tuple(
            (n, Figure(t.from_, "money", marks=copied), Figure(t.rate, "rate", marks=copied))
            for n, t in enumerate(tiers_of(each).tiers, 1)
        )
        yield Table(columns, rows, used(of, each))


def used(of: ArrearsResult, table: Publication) -> str:
    """Say which table it is, and for which months it was or is used."""
    when = [
        f"{word} {len(months)} of {len(of.months)} months"
        for word, months in (
            ("known then for", [m for m in of.months if m.then.key == table.key]),
            ("known now for", [m for m in of.months if m.now.key == table.key]),
        )
        if months
    ]
    about = f"{named(table)} ({table.certainty})"
    return f"{about[:1].upper()}{about[1:]}: {', '.join(when)}"


def _left_out(of: ArrearsResult) -> Iterator[Block]:
    columns = (Column("Row", wide=12), Column("Post", wide=34), Column("Why", wide=80))
    rows = tuple((each.key, each.title, each.why) for each in of.left_out)
    yield Table(columns, rows, "Rows of the workbook that are not in it, each with the reason")
