"""Pay for the year in bands of £5,000, as annual reports print it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from xl_vsm.committee.annual.premia import last_day
from xl_vsm.committee.annual.reported import POST, REFERENCE, Reported, named
from xl_vsm.committee.answer import Answer, answer
from xl_vsm.committee.paper import (
    Block,
    Column,
    Table,
    ToComplete,
    Value,
    Words,
)
from xl_vsm.committee.pay_year import PayYear
from xl_vsm.committee.post import Post
from xl_vsm.rules import premium
from xl_vsm.rules.money import to_the_penny
from xl_vsm.rules.pay.premium import allowed_rate

WIDTH: Final = Decimal(5_000)
"""How wide a band is, in pounds: as annual reports print pay. The manual for them was not read."""

BLANK: Final = "to complete"


def band_of(amount: Decimal) -> tuple[Decimal, Decimal]:
    """Return the ends of the band that an amount is in: the lower is in it, the upper is not."""
    lower = amount // WIDTH * WIDTH
    return lower, lower + WIDTH


def band_words(amount: Decimal) -> str:
    """Write the band that an amount is in as annual reports do, in thousands: 195-200."""
    lower, upper = (end / 1000 for end in band_of(amount))
    return f"{lower:f}-{upper:f}"


def yearly_pay(post: Post) -> Decimal:
    """Return what a post is paid in a whole year for the time worked, without premium.

    It is the salary by the share of full time. Actual pay that a workbook states may be for the
    days in post alone, so nothing is worked out from it.
    """
    salary = post.salary.value
    assert salary is not None  # a row that states none is left out of every paper
    return to_the_penny(salary * post.fte)


def pay_for_the_year(post: Post, year: PayYear) -> Decimal:
    """Return the base pay of the days in post, as calendar days of the year."""
    return to_the_penny(yearly_pay(post) * year.days_in_post(post) / year.days)


def premium_for_the_year(post: Post, year: PayYear) -> Answer[Decimal]:
    """Return the premium of the days of the year on which it runs and somebody is in post.

    It is a share of the pay for the time worked. None where the rate cannot be paid by the terms
    or the row cannot be read.
    """
    facts, paid = post.premium_facts, yearly_pay(post)
    if facts is None:
        why = post.premium_unread
        return Answer(None if why else Decimal(0), why)
    terms = (facts.ground, facts.rate, facts.start, facts.extended)
    due = answer(premium, paid, *terms, p=post.p)
    if due.value is None:
        return due
    rate = allowed_rate(facts.ground, facts.rate, post.p)
    begun, left = post.date_of("appointed"), post.date_of("left")
    first = max(day for day in (year.first, begun, facts.start) if day is not None)
    last = min(day for day in (year.last, left, last_day(post)) if day is not None)
    days = max((last - first).days + 1, 0)
    return Answer(to_the_penny(paid * rate * days / year.days), "")


def banded(of: Reported) -> tuple[Block, ...]:
    """Return each post's pay for the year in its band, and the blanks beside it."""
    method = of.notes.saying(
        "pay for the year",
        "Pay for a whole year for the time worked, by the calendar days in post out of the days of"
        " the year. No source among those read gives a method, nor says whether an end of a band"
        " belongs to it: here the lower end does.",
        (),
    )
    share = of.notes.on(premium.name)
    columns = (
        REFERENCE,
        POST,
        Column("Pay of a whole year, time worked", "money", 14),
        Column(f"Days in post, of {of.year.days}", "people", 9, method),
        Column("Base pay of the year", "money", 13, method),
        Column("Its band, £000", wide=10, note=method),
        Column("Premium of the year", "money", 12, share),
        Column("Band of both, £000", wide=12, note=method),
    )
    rows = tuple(_row(post, of.year) for post in of.posts)
    return (
        Words(
            f"For {of.year.words}, if pay, time worked and premium stay as the workbook states"
            " them for the day. The annual award is not added: a workbook seldom says whether its"
            " salaries hold it. A post with no date of appointment is taken as held all year, and"
            " a premium with no first day as paid since before it."
        ),
        Words(
            "The bands are of £5,000, as annual reports print them. The Department's manual for"
            " accounts, which settles what each column holds and which directors are in the table,"
            " was not among the sources: compare this with it before it is printed.",
            strong=True,
        ),
        Table(columns, rows, "Pay for the year, in bands of £5,000"),
        *_unknown_premia(of),
        _blanks(of),
        ToComplete("Last year's figures, in the same columns.", 2),
        ToComplete(
            "The chair and the non-executive directors, whom the framework does not cover.", 2
        ),
    )


def _row(post: Post, year: PayYear) -> tuple[Value, ...]:
    base, extra = pay_for_the_year(post, year), premium_for_the_year(post, year).value
    return (
        *named(post),
        yearly_pay(post),
        year.days_in_post(post),
        base,
        band_words(base),
        "not known" if extra is None else extra,
        "not known" if extra is None else band_words(base + extra),
    )


def _unknown_premia(of: Reported) -> tuple[Block, ...]:
    asked = ((post, premium_for_the_year(post, of.year)) for post in of.posts)
    return tuple(
        Words(f"{' '.join(named(post)).strip()}: the premium of the year is not known: {each.why}.")
        for post, each in asked
        if not each.known
    )


def _blanks(of: Reported) -> Table:
    """Return what such tables show besides, which the workbook does not state."""
    blanks = ("Annual award paid", "Expense payments", "Pension-related benefits", "Total")
    columns = (REFERENCE, POST, *(Column(each, wide=17) for each in blanks))
    rows = tuple((*named(post), *[BLANK] * len(blanks)) for post in of.posts)
    return Table(columns, rows, "What the workbook does not state: to be completed")
