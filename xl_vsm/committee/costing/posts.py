"""Each post of a costing: what the workbook says of it, and what it and its award cost."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from xl_vsm.committee.checked import LeftOut
from xl_vsm.committee.costing.amounts import costs_of
from xl_vsm.committee.costing.model import Group, PostLine
from xl_vsm.committee.limit import limit_for
from xl_vsm.committee.pay_year import PayYear
from xl_vsm.committee.post import MEDICAL, Post
from xl_vsm.committee.stated import Stated, of_the_year
from xl_vsm.parameters import Parameters
from xl_vsm.rules import Outcome, award
from xl_vsm.rules.money import to_the_penny

_GROUPS: Final = {
    Outcome.AWARD: Group.PAID,
    Outcome.WITHHOLD: Group.WITHHELD,
    Outcome.PENDING: Group.PENDING,
}


def lines(
    posts: Iterable[Post], year: PayYear, costs: Parameters
) -> tuple[tuple[PostLine, ...], dict[int, Post], tuple[LeftOut, ...]]:
    """Return every post that can be costed, each post by its number, and the others with reason.

    Args:
        posts: the posts, on one view of the figures.
        year: the pay year.
        costs: the view for National Insurance and the levy.
    """
    held, left_out = of_the_year(posts, year)
    found = tuple(
        _line(number, post, said, year, costs) for number, (post, said) in enumerate(held, 1)
    )
    kept = {number: post for number, (post, _) in enumerate(held, 1)}
    return found, kept, tuple(left_out)


def _line(number: int, post: Post, said: Stated, year: PayYear, costs: Parameters) -> PostLine:
    salary, p = post.salary.value, post.p
    assert salary is not None, "a post's salary is stated"
    pay = to_the_penny(salary * said.fte)
    days = year.within(said.began, said.left)
    before = costs_of(pay, p, costs, besides=Decimal(0), in_scheme=said.in_scheme)
    group, why = _group(post, said)
    # What is withheld or pending is costed too, as if it were paid, and shown apart.
    amount = None if said.medical else award(salary, Outcome.AWARD, p).outcome
    paid = None
    if amount is not None:
        more = to_the_penny(amount * said.fte)
        paid = costs_of(more, p, costs, besides=pay, in_scheme=said.in_scheme)
    return PostLine(
        number=number,
        key=post.key,
        title=post.title,
        salary=salary,
        fte=said.fte,
        began=said.began,
        left=said.left,
        days=days,
        held=said.held_on(p.effective),
        in_scheme=said.in_scheme,
        group=group,
        why=why,
        cites=post.outcome.cites,
        year=before,
        in_year=before.in_year(days, year),
        award=amount,
        award_year=paid,
        award_in_year=paid.in_year(days, year) if paid else None,
        range=post.range.value,
        range_why=post.range.why,
        marks=post.range.marks,
        limit=limit_for(post),
    )


def _group(post: Post, said: Stated) -> tuple[Group, str]:
    outcome = post.outcome
    if said.medical:
        return Group.UNSAID, MEDICAL
    if outcome.value is None:
        return Group.UNSAID, outcome.why
    if said.began is not None and said.began > post.p.effective:
        return Group.UNSAID, outcome.why  # which says that no source names the day to be in post on
    return _GROUPS.get(outcome.value, Group.UNSAID), outcome.why
