"""Who must approve, and what happens to the annual award."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.committee.limit import limit_for
from xl_vsm.committee.paper import Block, Fact, Facts, Figure, Notes, Words
from xl_vsm.committee.post import Post
from xl_vsm.rules import Approver
from xl_vsm.rules.money import pounds
from xl_vsm.rules.rule import BRIEFING, Citation


def approval(post: Post, notes: Notes) -> tuple[Block, ...]:
    """Return who must approve the salary to be decided on, and what the workbook shows of it."""
    needed = post.approver(post.proposed.value)
    shown, reference = post.stated("approval", str), post.stated("approval_reference", str)
    facts = Facts(
        (
            Fact("Approval needed from", notes.figure(needed), needed.why),
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
    """Say so where the salary passes the limit with its premium and not without it."""
    salary, premium, limit = (
        post.proposed.value,
        post.premium_on(post.proposed.value),
        limit_for(post),
    )
    if salary is None or premium.value is None or limit is None:
        return ()
    both = salary + premium.value
    if salary > limit or both <= limit:
        return ()
    note = notes.briefing(
        "whether a premium counts",
        "Salaries above the limit need central approval. Whether a premium counts towards it is in"
        " no source that was read.",
        "S19",
    )
    said = (
        f"With the premium of {pounds(premium.value)} the pay is {pounds(both)}, above the"
        f" {pounds(limit)} above which NHS England must approve a salary; the salary alone is not."
        " The sources do not say whether a premium counts: ask NHS England's pay and approvals"
        " team before the decision."
    )
    return (Words(said, note, strong=True),)


def _why(cell: str | None, why: str) -> str:
    return f"{why} ({cell})" if cell else why


def award(post: Post, notes: Notes) -> tuple[Block, ...]:
    """Return the outcome and the amount of the annual award by the terms."""
    outcome, amount = post.outcome, post.award
    rows = [Fact("Outcome by the terms", notes.figure(outcome), outcome.why)]
    if amount.known:
        rows.append(Fact("Award, full time", notes.figure(amount, "money"), amount.why))
        if post.fte != 1 and amount.value:
            share = (amount.value * post.fte).quantize(Decimal("0.01"))
            why = f"the award times {post.fte:f}, before any part of a year"
            rows.append(Fact("Award, for the time worked", Figure(share, "money"), why))
    return (Facts(tuple(rows)),)
