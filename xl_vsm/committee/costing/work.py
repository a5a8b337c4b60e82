"""The costing of a workbook, worked out."""

from __future__ import annotations

from collections.abc import Sequence

from xl_vsm.committee.checked import Checked
from xl_vsm.committee.costing.asked import Multipliers, Scenario
from xl_vsm.committee.costing.estimates import estimate
from xl_vsm.committee.costing.model import Costing
from xl_vsm.committee.costing.overlap import overlap, scales
from xl_vsm.committee.costing.posts import lines
from xl_vsm.committee.costing.premia import for_all, full_rate, refuse_without_rate, stated_premia
from xl_vsm.committee.costing.scenarios import checked_scenarios, result
from xl_vsm.committee.costing.views import tax_view
from xl_vsm.committee.pay_year import PayYear


def costing(
    of: Checked, *, scenarios: Sequence[Scenario] = (), multipliers: Multipliers | None = None
) -> Costing:
    """Return what the award of the pay year costs, by post and in total.

    Args:
        of: the workbook.
        scenarios: what is to be put beside what is published, which always comes first.
        multipliers: the Department's, for its method beside the direct one.

    Raises:
        NotInForce: no award, no employer's rate, or no premium that a scenario takes up is known
            for the workbook's day.
        Unanswerable: a scenario or a multiplier is none that can be costed.
    """
    asked = checked_scenarios(scenarios)
    p = of.p
    refuse_without_rate(asked, p)
    costs = tax_view(p)
    year = PayYear.of(p.effective)
    p.publication("annual-award")
    found, kept, left_out = lines(of.posts_on(p), year, costs)
    stated, premia_left_out = stated_premia(found, kept, year, costs)
    every = for_all(found, year, p, costs)
    beside = scales(p, year)
    results = tuple(
        result(each, kept, found, stated, every, year, p, costs, beside) for each in asked
    )
    rate = full_rate(p)
    made = Costing(
        of=of,
        p=p,
        costs=costs,
        year=year,
        posts=found,
        premia=stated,
        premia_left_out=premia_left_out,
        left_out=of.left_out + left_out,
        scenarios=results,
        premium_rate=rate[1] if rate else None,
        premium_for_all=every,
        overlap=overlap(found, tuple(kept.values()), beside, year) if beside and found else None,
        estimate=estimate(found, multipliers, p) if multipliers else None,
    )
    # What was asked of the tax year's view counts as used by the paper too.
    p.used.update(costs.used)
    return made
