"""The figures as they are, and as a scenario would have them."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.paybill.pay_meanings import tax_years
from xl_vsm.parameters import Parameters
from xl_vsm.parameters.tables import AnnualAward, PayRanges
from xl_vsm.parameters.tables.pay import OrganisationRanges
from xl_vsm.rules.money import to_the_penny

AWARD = "annual-award"
RANGES = "pay-ranges"


def tax_view(p: Parameters) -> Parameters:
    """Return the view for National Insurance and the levy.

    A pay year begins on 1 April and a tax year on the 6th: on the days between, a yearly cost is
    by the tax year that begins.
    """
    return tax_years(p)[0]


def with_award(p: Parameters, rate: Decimal) -> Parameters:
    """Return the view with another award."""
    published = p.publication(AWARD)
    table = AnnualAward(pay_year=p.annual_award.pay_year, rate=rate)
    return p.pinned(AWARD, published.model_copy(update={"table": table}))


def with_ranges_up(p: Parameters, by: Decimal) -> Parameters:
    """Return the view with every pay range raised by a fraction, to the penny."""
    published = p.publication(RANGES)
    raised = PayRanges(trust=_up(p.pay_ranges.trust, by), icb=_up(p.pay_ranges.icb, by))
    return p.pinned(RANGES, published.model_copy(update={"table": raised}))


def _up(ranges: OrganisationRanges, by: Decimal) -> OrganisationRanges:
    names = ("minimum", "operational_maximum", "exception_zone_maximum")
    found = (
        each.model_copy(
            update={name: to_the_penny(getattr(each, name) * (1 + by)) for name in names}
        )
        for each in ranges.ranges
    )
    return OrganisationRanges(measure=ranges.measure, bands=ranges.bands, ranges=tuple(found))
