"""What a workbook states of the posts of a pay year: when they are held, and on what terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.committee.answer import NOT_KNOWN
from xl_vsm.committee.checked import LeftOut
from xl_vsm.committee.pay_year import PayYear
from xl_vsm.committee.post import Post
from xl_vsm.parameters.days import day
from xl_vsm.rules.money import pounds


@dataclass(frozen=True, slots=True)
class Stated:
    """What the workbook states of a post.

    Attributes:
        began: the first day in post; none for before any day that is asked for.
        left: the last one; none for after it.
        fte: the share of full time.
        in_scheme: whether it is taken to be in the pension scheme.
        medical: whether it is on a medical contract.
    """

    began: date | None
    left: date | None
    fte: Decimal
    in_scheme: bool
    medical: bool

    def held_on(self, on: date) -> bool:
        """Say whether the post is held on a day."""
        return (self.began or on) <= on <= (self.left or on)


def stated(post: Post) -> Stated:
    """Read what a paper on a whole year needs.

    Raises:
        CannotCheck: something that it needs is there and cannot be read.
    """
    case = post.case
    began, left = held_from_to(post)
    fte = Decimal(case.fact_or("fte", Decimal, Decimal(1)))
    if not 0 < fte <= 1:
        raise CannotCheck(f"its share of full time is {fte:f}, and not above 0 and up to 1")
    return Stated(began, left, fte, in_scheme(post), case.medical_contract())


def held_from_to(post: Post) -> tuple[date | None, date | None]:
    """Return the first and the last day in post, none where the workbook states none.

    Raises:
        CannotCheck: one is there and cannot be read, or they or the salary cannot be.
    """
    began = post.case.fact_or("appointed", date, None)
    left = post.case.fact_or("left", date, None)
    if began and left and left < began:
        raise CannotCheck(
            f"the workbook has it left on {day(left)}, before it began on {day(began)}"
        )
    salary = post.salary
    if salary.value is not None and salary.value < 0:
        raise CannotCheck(f"the salary is {pounds(salary.value)} ({salary.cell}), below £0")
    return began, left


def in_scheme(post: Post) -> bool:
    """Say whether a post is taken to be in the pension scheme.

    It is, unless the workbook says that no pay of it is pensionable.
    """
    entry = post.case.row.pensionable_pay
    if entry is None:
        return True
    return not (entry.state == "not applicable" or (entry.state == "stated" and not entry.value))


def of_the_year(
    posts: Iterable[Post], year: PayYear
) -> tuple[list[tuple[Post, Stated]], list[LeftOut]]:
    """Return the posts that are held on a day of a pay year, and the others with the reason.

    Args:
        posts: the posts, on one view of the figures.
        year: the pay year.
    """
    found: list[tuple[Post, Stated]] = []
    left_out: list[LeftOut] = []
    for post in posts:
        try:
            said = stated(post)
            if not year.within(said.began, said.left):
                raise CannotCheck(f"by its dates it is held on no day of {year.name}")
        except NOT_KNOWN as reason:
            left_out.append(LeftOut(post.key, post.title, str(reason)))
        else:
            found.append((post, said))
    return found, left_out
