"""What premia cost: paid on top of base salary, and apart from the award."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from xl_vsm.checks.cannot import NothingToCheck
from xl_vsm.checks.pay.premium_facts import premium_facts
from xl_vsm.committee.answer import NOT_KNOWN
from xl_vsm.committee.checked import LeftOut
from xl_vsm.committee.costing.amounts import costs_of
from xl_vsm.committee.costing.asked import Scenario
from xl_vsm.committee.costing.model import PostLine, PremiumLine
from xl_vsm.committee.pay_year import PayYear
from xl_vsm.committee.post import Post
from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules import Ground, premium
from xl_vsm.rules.money import to_the_penny
from xl_vsm.rules.pay.premium import allowed_rate, terms_of

Costed = tuple[tuple[PremiumLine, ...], tuple[LeftOut, ...]]


def stated_premia(
    lines: Sequence[PostLine], posts: Mapping[int, Post], year: PayYear, costs: Parameters
) -> Costed:
    """Return the premia that the workbook states, and those that cannot be costed.

    Args:
        lines: the posts that are costed.
        posts: each by its number among them.
        year: the pay year.
        costs: the view for National Insurance and the levy.
    """
    found: list[PremiumLine] = []
    left_out: list[LeftOut] = []
    for line in lines:
        try:
            found.append(_stated(line, posts[line.number], year, costs))
        except NothingToCheck:
            continue
        except NOT_KNOWN as reason:
            left_out.append(LeftOut(line.key, line.title, str(reason)))
    return tuple(found), tuple(left_out)


def _stated(line: PostLine, post: Post, year: PayYear, costs: Parameters) -> PremiumLine:
    facts = premium_facts(post.case)
    first = max(filter(None, (year.first, line.began, facts.start)))
    ends = [year.last]
    if line.left:
        ends.append(line.left)
    if facts.end:
        ends.append(facts.end - timedelta(days=1))
    p, last = post.p, min(ends)
    # The rule answers for a day: one on which the premium is paid, where there is one.
    on = Parameters(min(max(first, year.first), year.last), p.known, p.store)
    rate = allowed_rate(facts.ground, facts.rate, p)
    amount = to_the_penny(line.salary * rate)
    if last >= first:
        amount = premium(line.salary, facts.ground, facts.rate, facts.start, facts.extended, on)
    return _line(line, facts.ground, rate, amount, (first, last), p, costs, year)


def full_rate(p: Parameters) -> tuple[Ground, Decimal] | None:
    """Return the ordinary premium's first ground and its full rate; none before the framework."""
    try:
        grounds = p.premia.grounds
    except NotInForce:
        return None
    ordinary = next(each for each in grounds if each.ceiling)
    return Ground(ordinary.ground), ordinary.rate


def refuse_without_rate(asked: Sequence[Scenario], p: Parameters) -> None:
    """Refuse a scenario that takes up a premium of which no rate answers for the day.

    Raises:
        NotInForce: there is none, as before the framework.
    """
    if any(each.premium_take_up is not None for each in asked):
        p.publication("premia")


def for_all(
    lines: Sequence[PostLine], year: PayYear, p: Parameters, costs: Parameters
) -> tuple[PremiumLine, ...]:
    """Return what the ordinary premium in full would cost for every post, each day in post."""
    asked = full_rate(p)
    if asked is None:
        return ()
    ground, rate = asked
    return tuple(
        _line(
            line,
            ground,
            rate,
            premium(line.salary, ground, None, None, False, p),
            (max(year.first, line.began or year.first), min(year.last, line.left or year.last)),
            p,
            costs,
            year,
        )
        for line in lines
    )


def _line(
    line: PostLine,
    ground: Ground,
    rate: Decimal,
    amount: Decimal,
    between: tuple[date, date],
    p: Parameters,
    costs: Parameters,
    year: PayYear,
) -> PremiumLine:
    pensionable = terms_of(ground, p).pensionable
    pay = to_the_penny(amount * line.fte)
    in_scheme = line.in_scheme and pensionable is not False
    paid = costs_of(pay, p, costs, besides=line.year.pay, in_scheme=in_scheme)
    days = year.within(*between) if between[0] <= between[1] else 0
    return PremiumLine(
        line, ground.value, rate, *between, days, pensionable, paid, paid.in_year(days, year)
    )
