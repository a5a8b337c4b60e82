"""The arrears of a workbook's posts, worked out month by month."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_DOWN, Decimal

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.committee.answer import NOT_KNOWN
from xl_vsm.committee.arrears.model import (
    ArrearsLine,
    ArrearsResult,
    MonthTables,
    PostPay,
    tiers_of,
)
from xl_vsm.committee.checked import Checked, LeftOut
from xl_vsm.committee.pay_year import PayYear
from xl_vsm.committee.post import MEDICAL, Post
from xl_vsm.committee.stated import Stated, stated
from xl_vsm.parameters import Parameters
from xl_vsm.parameters.days import day
from xl_vsm.rules import BackdatedMonth, Outcome, Unanswerable, arrears
from xl_vsm.rules.money import PENNY, to_the_penny
from xl_vsm.rules.pension.contribution_tier import TIERS

MONTHS_IN_YEAR = 12


def arrears_paper(
    of: Checked,
    *,
    first: date,
    last: date,
    known_then: date,
    known_now: date | None = None,
    award: bool = True,
) -> ArrearsResult:
    """Return what is owed when an award, or a table of tiers, is backdated.

    Args:
        of: the workbook. Its salaries are taken as those before the award.
        first: any day of the first month that was paid by the old figures.
        last: any day of the last one.
        known_then: the day by which those months' figures had been published.
        known_now: the day by which the new figures have been; none for all in this release.
        award: whether the award is backdated, or only the table.

    Raises:
        Unanswerable: the months end before they begin, or an award is asked for months outside
            the pay year of the workbook's day, which have an award of their own.
        NotInForce: no table of tiers, or no award, was known.
    """
    p = Parameters(of.p.effective, known_now, of.p.store)
    _check_months(first, last, p, award=award)
    months = tuple(_tables(each, known_then, p) for each in _months(first, last))
    posts: list[PostPay] = []
    lines: list[ArrearsLine] = []
    left_out: list[LeftOut] = []
    for post in of.posts_on(p):
        try:
            said = stated(post)
            paid = _pay(len(posts) + 1, post, said, award=award)
        except NOT_KNOWN as reason:
            left_out.append(LeftOut(post.key, post.title, str(reason)))
            continue
        found = list(_lines(paid, said, months, known_then, p))
        if not found:
            left_out.append(LeftOut(post.key, post.title, "not in post in any of these months"))
            continue
        posts.append(paid)
        lines += found
    _use(p, months)
    return ArrearsResult(
        of, p, known_then, known_now, award, months, tuple(posts), tuple(lines),
        of.left_out + tuple(left_out),
    )  # fmt: skip


def _check_months(first: date, last: date, p: Parameters, *, award: bool) -> None:
    if (last.year, last.month) < (first.year, first.month):
        raise Unanswerable(f"last must not be before first, {day(first)}, as {day(last)} is")
    if not award:
        return
    year = PayYear.of(p.effective)
    if first < year.first or last > year.last:
        raise Unanswerable(
            f"first and last must be in the pay year {year.name} of the workbook's day, whose award"
            " it is; other pay years have awards of their own"
        )


def _months(first: date, last: date) -> Iterator[date]:
    count = (last.year - first.year) * MONTHS_IN_YEAR + last.month - first.month
    for after in range(count + 1):
        years, month = divmod(first.month - 1 + after, MONTHS_IN_YEAR)
        yield date(first.year + years, month + 1, 1)


def _tables(month: date, known_then: date, p: Parameters) -> MonthTables:
    then = Parameters(month, known_then, p.store).publication(TIERS)
    return MonthTables(month, then, Parameters(month, p.known, p.store).publication(TIERS))


def _pay(number: int, post: Post, said: Stated, *, award: bool) -> PostPay:
    amount, why = Decimal(0), "only the table of tiers is backdated"
    if award:
        amount, why = _award(post, said)
    salary = post.salary.value
    assert salary is not None, "a post's salary is stated"
    if not salary:
        raise CannotCheck("the salary that the workbook states is nothing")
    return PostPay(number, post.key, post.title, salary, said.fte, amount, why, said.in_scheme)


def _award(post: Post, said: Stated) -> tuple[Decimal, str]:
    """Return the award where it is due, and the words for it either way."""
    if said.medical:
        return Decimal(0), MEDICAL
    if post.outcome.value is not Outcome.AWARD or post.award.value is None:
        word = post.outcome.value.value if post.outcome.value else "cannot be said"
        return Decimal(0), f"no award is backdated: {word}: {post.outcome.why}"
    return post.award.value, post.award.why


def _lines(
    paid: PostPay, said: Stated, months: tuple[MonthTables, ...], known_then: date, p: Parameters
) -> Iterator[ArrearsLine]:
    for each in months:
        length = calendar.monthrange(each.month.year, each.month.month)[1]
        end = each.month.replace(day=length)
        days = PayYear(each.month, end).within(said.began, said.left)
        if days:
            yield _line(paid, each, days, length, known_then, p)


def _line(
    paid: PostPay, month: MonthTables, days: int, length: int, known_then: date, p: Parameters
) -> ArrearsLine:
    then, now = paid.salary, paid.salary + paid.award
    pay_then = monthly(then, paid.fte, days, length)
    pay_now = monthly(now, paid.fte, days, length)
    annual_then = annual(then, paid.fte, tiers_of(month.then).basis)
    annual_now = annual(now, paid.fte, tiers_of(month.now).basis)
    found = None
    if paid.in_scheme:
        asked = BackdatedMonth(month.month, pay_then, annual_then, pay_now, annual_now)
        (found,) = arrears([asked], Parameters(p.effective, known_then, p.store), p)
    return ArrearsLine(
        paid, month.month, days, length, pay_then, pay_now, annual_then, annual_now, found
    )


def monthly(salary: Decimal, fte: Decimal, days: int, length: int) -> Decimal:
    """Return a month's pay: a twelfth, by days where not all of them are in post, to the penny."""
    return to_the_penny(salary * fte * days / (MONTHS_IN_YEAR * length))


def annual(salary: Decimal, fte: Decimal, basis: str) -> Decimal:
    """Return the annual pay that a tier is found by: actual, or full-time for older tables.

    It is rounded down, so that a fraction of a penny never lifts a member into the next tier.
    """
    share = Decimal(1) if basis.startswith("whole-time") else fte
    return (salary * share).quantize(PENNY, ROUND_DOWN)


def _use(p: Parameters, months: tuple[MonthTables, ...]) -> None:
    """Count the tables of the months as used by the paper.

    Where there are several, one that only secondary copies support comes first: the banner that
    says so must not be missed.
    """
    found = [month.now for month in months]
    p.used[TIERS] = next((each for each in found if each.transcribed), found[-1])
