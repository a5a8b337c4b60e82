"""Scenarios side by side: another award, raised ranges, premia taken up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from xl_vsm.committee.costing.amounts import Costs, costs_of
from xl_vsm.committee.costing.asked import Scenario
from xl_vsm.committee.costing.model import (
    PostLine,
    PremiumLine,
    ScenarioLine,
    ScenarioResult,
)
from xl_vsm.committee.costing.overlap import Scales, above
from xl_vsm.committee.costing.views import with_award, with_ranges_up
from xl_vsm.committee.pay_year import PayYear
from xl_vsm.committee.post import Post
from xl_vsm.parameters import Parameters
from xl_vsm.rules import Outcome, Unanswerable, award
from xl_vsm.rules.money import percent, to_the_penny

PUBLISHED: Final = Scenario("As published")


def checked_scenarios(asked: Sequence[Scenario]) -> tuple[Scenario, ...]:
    """Return what is published and then what is asked.

    Raises:
        Unanswerable: a fraction is not from 0 to 1, or two scenarios have one name.
    """
    names = [each.name.casefold() for each in (PUBLISHED, *asked)]
    if len(set(names)) != len(names):
        raise Unanswerable(f'scenarios: each needs a name of its own, and none "{PUBLISHED.name}"')
    for each in asked:
        for field in ("award_rate", "range_uplift", "premium_take_up"):
            value = getattr(each, field)
            if value is not None and not 0 <= value <= 1:
                raise Unanswerable(
                    f"{field} of {each.name!r} must be from 0% to 100%, not {percent(value)}"
                )
    return (PUBLISHED, *asked)


def result(
    asked: Scenario,
    posts: Mapping[int, Post],
    lines: Sequence[PostLine],
    stated: Sequence[PremiumLine],
    for_all: Sequence[PremiumLine],
    year: PayYear,
    p: Parameters,
    costs: Parameters,
    scales: Scales | None,
) -> ScenarioResult:
    """Work one scenario out.

    Args:
        asked: the scenario.
        posts: each post by its number.
        lines: the posts as they are costed.
        stated: the premia that the workbook states.
        for_all: the ordinary premium in full for every post.
        year: the pay year.
        p: the figures as published.
        costs: the view for National Insurance and the levy.
        scales: the Agenda for Change scales that pay is beside.
    """
    rate = p.annual_award.rate if asked.award_rate is None else asked.award_rate
    uplift = asked.range_uplift or Decimal(0)
    awarded = with_award(p, rate)
    ranged = with_ranges_up(p, uplift) if any(each.range for each in lines) else p
    found = tuple(
        _line(each, posts[each.number], awarded, ranged, year, costs, scales) for each in lines
    )
    return ScenarioResult(asked, rate, uplift, found, _premia(asked, stated, for_all))


def _line(
    line: PostLine,
    post: Post,
    awarded: Parameters,
    ranged: Parameters,
    year: PayYear,
    costs: Parameters,
    scales: Scales | None,
) -> ScenarioLine:
    amount, yearly, paid = None, None, None
    if line.award is not None:
        amount = award(line.salary, Outcome.AWARD, awarded).outcome
        assert amount is not None, "an award has an amount"
        more = to_the_penny(amount * line.fte)
        yearly = costs_of(more, awarded, costs, besides=line.year.pay, in_scheme=line.in_scheme)
        paid = yearly.in_year(line.days, year)
    salary = line.salary_with(amount)
    at = post.on(ranged)
    place = at.position(salary).value if line.range else None
    limits = at.range.value
    return ScenarioLine(
        line,
        amount,
        yearly,
        paid,
        salary,
        (limits.minimum, limits.operational_maximum, limits.exception_zone_maximum)
        if limits
        else None,
        place,
        above(salary, scales.now) if scales else (),
        above(salary, scales.next) if scales and scales.next else (),
    )


def _premia(
    asked: Scenario, stated: Sequence[PremiumLine], for_all: Sequence[PremiumLine]
) -> Costs:
    if asked.premium_take_up is None:
        return Costs.sum(each.in_year for each in stated)
    return Costs.sum(each.in_year for each in for_all).share(asked.premium_take_up)
