"""The band, the range and where the salary lies in it; and the premium."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.pay.premium_facts import PremiumFacts
from xl_vsm.committee.answer import Answer
from xl_vsm.committee.paper import (
    Bar,
    Block,
    Fact,
    Facts,
    Figure,
    Notes,
    Picture,
    ToComplete,
    Words,
)
from xl_vsm.committee.post import Post
from xl_vsm.parameters import NotInForce
from xl_vsm.rules import Ground
from xl_vsm.rules.banding.band import measured
from xl_vsm.rules.money import percent, pounds
from xl_vsm.rules.overlap.afc_overlap import top_point
from xl_vsm.rules.pay.premium import allowed_rate, terms_of


def pay_and_range(post: Post, notes: Notes) -> tuple[Block, ...]:
    """Return the measure, the band, the range and the positions in it, with a picture."""
    kind, size = post.organisation_type.value, post.size
    measure = measured(kind, size.value) if kind and size.value else size.why
    found = post.range
    note = notes.of(found)
    if found.value is None:
        ends = [Fact("Pay range", Figure(None, note=note), found.why)]
    else:
        of = found.value
        ends = [
            Fact(name, Figure(amount, "money", note, found.marks))
            for name, amount in (
                ("Minimum", of.minimum),
                ("Operational maximum", of.operational_maximum),
                ("Exception zone maximum", of.exception_zone_maximum),
            )
        ]
    facts = Facts(
        (
            Fact("Pay band", notes.figure(post.band), f"by {measure}"),
            *ends,
            *_positions(post, notes),
        )
    )
    return (facts, *_pictured(post))


def _positions(post: Post, notes: Notes) -> list[Fact]:
    def place(label: str, salary: Decimal | None) -> Fact:
        found = post.position(salary)
        return Fact(label, notes.figure(found), found.why)

    proposed = place("Position of the salary to be decided on", post.proposed.value)
    if not post.changes:
        return [proposed]
    return [place("Position of the salary now", post.salary.value), proposed]


def _pictured(post: Post) -> list[Block]:
    found, salary = post.range.value, post.proposed.value
    if found is None or salary is None:
        return []
    bars = [
        Bar("Minimum of the range", found.minimum),
        Bar("Operational maximum", found.operational_maximum),
        Bar("Exception zone maximum", found.exception_zone_maximum),
        Bar("Salary to be decided on", salary),
    ]
    if post.changes and post.salary.value is not None:
        bars.insert(3, Bar("Salary now", post.salary.value))
    top = _top_of_band_9(post)
    if top is not None:
        bars.append(Bar("Top of Agenda for Change band 9", top))
    says = "; ".join(f"{bar.label} {pounds(bar.amount)}" for bar in bars)
    beside = post.above_band(salary, "9").marks if top is not None else ()
    marks = tuple(dict.fromkeys((*post.range.marks, *beside)))
    return [Picture("The salary beside its range", says, tuple(bars), marks=marks)]


def _top_of_band_9(post: Post) -> Decimal | None:
    try:
        return top_point("9", post.p).pay
    except NotInForce:
        return None


def premium(post: Post, notes: Notes) -> tuple[Block, ...]:
    """Return the premium that the workbook states, its terms, and pay with it."""
    facts, amount = post.premium_facts, post.premium_on(post.proposed.value)
    if facts is None:
        return (Words(f"No premium: {amount.why}."),)
    try:
        terms = terms_of(facts.ground, post.p)
    except NotInForce as reason:
        return (Words(f"A premium is stated, and no terms of it are known. {reason}."),)
    rate = _rate(post)
    rows = [
        Fact("Ground", Figure(facts.ground), "as the workbook states it"),
        Fact("Rate", Figure(rate.value, "rate", notes.of(amount), amount.marks), rate.why),
        Fact("Premium", notes.figure(amount, "money"), amount.why),
        Fact("First day", Figure(facts.start, "date")),
        Fact("First day no longer paid", Figure(facts.end, "date"), _end(facts, terms.months)),
    ]
    if amount.value is not None and post.proposed.value is not None:
        both = post.proposed.value + amount.value
        figure = Figure(both, "money", notes.of(amount), amount.marks)
        rows.append(Fact("Salary and premium", figure, "full-time equivalent"))
    asked = ToComplete(
        "What earns the premium, from when to when, whether it is pensionable (where the sources do"
        " not say), and how it will be reviewed.",
        note=notes.of(amount),
    )
    return (Facts(tuple(rows)), *_advertising(facts.ground, notes), asked)


def _advertising(ground: Ground, notes: Notes) -> list[Block]:
    """Say whom to ask before a post is advertised with the premium of a challenged organisation."""
    if ground is not Ground.CHALLENGED_ORGANISATION:
        return []
    note = notes.briefing(
        "advertising",
        "NHS England is contacted before a post is advertised with the premium of a challenged"
        " organisation.",
        "S49",
    )
    return [Words("NHS England is contacted before the post is advertised with it.", note)]


def _rate(post: Post) -> Answer[Decimal]:
    facts = post.premium_facts
    assert facts is not None
    try:
        rate = allowed_rate(facts.ground, facts.rate, post.p)
    except ValueError as reason:
        return Answer(facts.rate, str(reason))
    terms = terms_of(facts.ground, post.p)
    limit = "at most" if terms.ceiling else "exactly"
    return Answer(rate, f"{limit} {percent(terms.rate)} for this ground")


def _end(facts: PremiumFacts, months: int | None) -> str:
    if months is not None:
        return f"after {months} months by the framework, or one extension, or as stated"
    return "no source states an end" + ("; this is the workbook's" if facts.end else "")
