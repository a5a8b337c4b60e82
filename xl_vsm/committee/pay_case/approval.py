"""Who must approve, and what happens to the annual award."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from xl_vsm.committee.answer import Answer
from xl_vsm.committee.limit import limit_for
from xl_vsm.committee.paper import Block, Fact, Facts, Figure, Notes, Words
from xl_vsm.committee.paper.figure import UNKNOWN, with_marks
from xl_vsm.committee.post import Post
from xl_vsm.rules import Approver, Role
from xl_vsm.rules.money import pounds
from xl_vsm.rules.rule import BRIEFING, Citation


def approval(post: Post, notes: Notes) -> tuple[Block, ...]:
    """Return who must approve the salary to be decided on, and what the workbook shows of it."""
    needed = post.approver(post.proposed.value)
    shown, reference = post.stated("approval", str), post.stated("approval_reference", str)
    who, limit, salary = notes.figure(needed), limit_for(post), post.proposed.value
    no_range = post.role.value is Role.DESIGNATED and not needed.known
    if no_range and salary is not None and limit is not None and salary <= limit:
        who = replace(who, value=f"{UNKNOWN}; not by the {pounds(limit)} limit")
    facts = Facts(
        (
            Fact("Approval needed from", who, needed.why),
            Fact("Approval the workbook shows", Figure(shown.value), _why(shown.cell, shown.why)),
            Fact("Its reference", Figure(reference.value), _why(reference.cell, reference.why)),
        )
    )
    with_premium = _with_premium(post, notes)
    if needed.value in (None, Approver.COMMITTEE):
        return (facts, *with_premium)
    sent = notes.saying(
        "what goes to NHS England",
        "NHS England's pay and approvals team approves, and sends on to DHSC what does not seem"
        " to comply with the framework.",
        (Citation(BRIEFING, "S19"), Citation(BRIEFING, "S21")),
    )
    return (
        facts,
        Words("The salary to be decided on needs central approval.", sent),
        *with_premium,
    )


def _with_premium(post: Post, notes: Notes) -> tuple[Words, ...]:
    """Say what would differ if the premium counted as salary: no source says whether it does."""
    salary, premium = post.proposed.value, post.premium_on(post.proposed.value)
    if salary is None or not premium.value:
        return ()
    both = salary + premium.value
    note = notes.briefing(
        "whether a premium counts",
        "Salaries above the limit need central approval. Whether a premium counts towards it, or"
        " towards a place in the range, is in no source that was read.",
        "S19",
    )
    found = _differences(post, salary, both)
    begun = f"With the premium of {pounds(premium.value)} the pay is {pounds(both)}"
    if not found:
        said = (
            f"{begun}. The sources do not say whether a premium counts; neither the approval nor"
            " the position is known to differ here if it does."
        )
        return (Words(said, note),)
    said = (
        f"{begun}: {'; '.join(found)}. The sources do not say whether a premium counts: ask NHS"
        " England's pay and approvals team before the decision."
    )
    return (Words(said, note, strong=True),)


def _differences(post: Post, salary: Decimal, both: Decimal) -> list[str]:
    """Return each answer that is another for salary and premium than for the salary alone."""
    found = []
    limit = limit_for(post)
    if limit is not None and salary <= limit < both:
        found.append(
            f"above the {pounds(limit)} above which NHS England must approve a salary; the salary"
            " alone is not"
        )
    asked: tuple[tuple[str, Answer[Any], Answer[Any]], ...] = (
        ("its position would be", post.position(salary), post.position(both)),
        ("approval would be needed from", post.approver(salary), post.approver(both)),
    )
    found += [
        f"{what} {with_marks(str(then.value or UNKNOWN), then.marks)},"
        f" and by the salary alone {now.value or UNKNOWN}"
        for what, now, then in asked
        if then.value != now.value
    ]
    return found


def _why(cell: str | None, why: str) -> str:
    return f"{why} ({cell})" if cell else why


def award(post: Post, notes: Notes) -> tuple[Block, ...]:
    """Return the outcome and the amount of the annual award by the terms."""
    outcome, amount = post.outcome, post.award
    rows = [Fact("Outcome by the terms", notes.figure(outcome), outcome.why)]
    if outcome.known:
        rows.append(Fact("Award, full time", notes.figure(amount, "money"), amount.why))
        if post.fte != 1 and amount.value:
            share = (amount.value * post.fte).quantize(Decimal("0.01"))
            why = f"the award times {post.fte:f}, before any part of a year"
            worked = Figure(share, "money", notes.of(amount), amount.marks)
            rows.append(Fact("Award, for the time worked", worked, why))
    return (Facts(tuple(rows)),)
