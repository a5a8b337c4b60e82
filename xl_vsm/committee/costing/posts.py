"""Each post of a costing: what the workbook says of it, and what it and its award cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.committee.answer import NOT_KNOWN
from xl_vsm.committee.checked import LeftOut
from xl_vsm.committee.costing.amounts import costs_of
from xl_vsm.committee.costing.model import Group, PostLine
from xl_vsm.committee.pay_year import PayYear
from xl_vsm.committee.post import Post
from xl_vsm.parameters import Parameters
from xl_vsm.parameters.days import day
from xl_vsm.rules import Outcome, award
from xl_vsm.rules.money import to_the_penny

_GROUPS: Final = {
    Outcome.AWARD: Group.PAID,
    Outcome.WITHHOLD: Group.WITHHELD,
    Outcome.PENDING: Group.PENDING,
}
_MEDICAL: Final = (
    "on a medical contract: the doctors' and dentists' award is paid, which is not among these"
    " figures"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What the workbook states of a post, as a costing needs it.

    Attributes:
        began: the first day in post.
        left: the last one.
        fte: the share of full time.
        in_scheme: whether it is taken to be in the pension scheme.
        medical: whether it is on a medical contract.
    """

    began: date | None
    left: date | None
    fte: Decimal
    in_scheme: bool
    medical: bool


def stated(post: Post) -> Stated:
    """Read what a costing needs.

    Raises:
        CannotCheck: something that it needs is there and cannot be read.
    """
    case = post.case
    began = case.fact_or("appointed", date, None)
    left = case.fact_or("left", date, None)
    if began and left and left < began:
        raise CannotCheck(
            f"the workbook has it left on {day(left)}, before it began on {day(began)}"
        )
    fte = Decimal(case.fact_or("fte", Decimal, Decimal(1)))
    if not 0 < fte <= 1:
        raise CannotCheck(f"its share of full time is {fte:f}, and not above 0 and up to 1")
    return Stated(began, left, fte, in_scheme(post), case.medical_contract())


def in_scheme(post: Post) -> bool:
    """Say whether a post is taken to be in the pension scheme.

    It is, unless the workbook says that no pay of it is pensionable.
    """
    entry = post.case.row.pensionable_pay
    if entry is None:
        return True
    return not (entry.state == "not applicable" or (entry.state == "stated" and not entry.value))


def lines(
    posts: Iterable[Post], year: PayYear, costs: Parameters
) -> tuple[tuple[PostLine, ...], dict[int, Post], tuple[LeftOut, ...]]:
    """Return every post that can be costed, each post by its number, and the others with reason.

    Args:
        posts: the posts, on one view of the figures.
        year: the pay year.
        costs: the view for National Insurance and the levy.
    """
    found: list[PostLine] = []
    kept: dict[int, Post] = {}
    left_out: list[LeftOut] = []
    for post in posts:
        number = len(found) + 1
        try:
            said = stated(post)
            if not year.within(said.began, said.left):
                raise CannotCheck(f"by its dates it is held on no day of {year.name}")
            found.append(_line(number, post, said, year, costs))
        except NOT_KNOWN as reason:
            left_out.append(LeftOut(post.key, post.title, str(reason)))
            continue
        kept[number] = post
    return tuple(found), kept, tuple(left_out)


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
    )


def _group(post: Post, said: Stated) -> tuple[Group, str]:
    outcome = post.outcome
    if said.medical:
        return Group.UNSAID, _MEDICAL
    if outcome.value is None:
        return Group.UNSAID, outcome.why
    if said.began is not None and said.began > post.p.effective:
        return Group.UNSAID, outcome.why  # which says that no source names the day to be in post on
    return _GROUPS.get(outcome.value, Group.UNSAID), outcome.why
