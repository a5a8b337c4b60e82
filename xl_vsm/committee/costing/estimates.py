"""The costing by the Department's method, from multipliers that the user supplies."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from xl_vsm.committee.costing.asked import Multipliers
from xl_vsm.committee.costing.model import Estimate, EstimateLine, Group, PostLine
from xl_vsm.parameters import Parameters
from xl_vsm.rules import estimated_paybill, rounded_estimate
from xl_vsm.rules.money import to_the_penny
from xl_vsm.rules.paybill.estimated_paybill import ESTIMATE


def estimate(lines: Sequence[PostLine], by: Multipliers, p: Parameters) -> Estimate:
    """Return every post by the Department's method, exact and rounded as it advises.

    Args:
        lines: the posts.
        by: the multipliers.
        p: the figures.

    Raises:
        Unanswerable: a multiplier is below 1.
    """

    def of(amount: Decimal, fte: Decimal) -> Decimal:
        return to_the_penny(estimated_paybill(amount, by.earnings, by.paybill, p) * fte)

    found = tuple(
        EstimateLine(
            each,
            of(each.salary, each.fte),
            of((each.award or Decimal(0)) if each.group is Group.PAID else Decimal(0), each.fte),
        )
        for each in lines
    )
    paybill = sum((each.paybill for each in found), Decimal(0))
    award = sum((each.award for each in found), Decimal(0))
    return Estimate(
        by,
        p.paybill_estimate.significant_figures,
        found,
        paybill,
        rounded_estimate(paybill, p),
        award,
        rounded_estimate(award, p),
        p.publication(ESTIMATE).note,
    )
