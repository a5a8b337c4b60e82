"""What a workbook says of a post's premium."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_vsm.checks.cannot import NothingToCheck
from xl_vsm.checks.case import Case, once
from xl_vsm.rules import Ground
from xl_vsm.rules.pay.premium import first_unpaid_day
from xl_vsm.rules.periods import day_after


@dataclass(frozen=True, slots=True)
class PremiumFacts:
    """The ground, rate and dates of a premium."""

    ground: Ground
    rate: Decimal | None
    start: date | None
    extended: bool
    end: date | None
    """The first day on which it is no longer payable: stated, or by the ground's terms."""


@once
def premium_facts(case: Case) -> PremiumFacts:
    """Return what the row says of a premium.

    The end that a workbook states is its last day of payment, as people write it.

    Raises:
        NothingToCheck: the row has no premium.
        CannotCheck: something about it cannot be read.
    """
    if not case.has("premium_ground") and case.fact_or("premium_amount", Decimal, 0) == 0:
        raise NothingToCheck
    ground = case.word("premium_ground", Ground)
    start = case.fact_or("premium_start", date, None)
    extended = bool(case.fact_or("premium_extended", bool, False))
    last: date | None = case.fact_or("premium_end", date, None)
    ends = [] if last is None else [day_after(last)]
    if start and (by_terms := first_unpaid_day(ground, start, extended, case.p)):
        ends.append(by_terms)
    return PremiumFacts(
        ground,
        case.fact_or("premium_rate", Decimal, None),
        start,
        extended,
        min(ends, default=None),
    )
