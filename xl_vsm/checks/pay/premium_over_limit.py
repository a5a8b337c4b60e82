"""PAY202."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.pay.premium_facts import premium_facts
from xl_vsm.rules import OverLimit
from xl_vsm.rules.money import percent
from xl_vsm.rules.pay.premium import allowed_rate, terms_of
from xl_vsm.rules.rule import BRIEFING, Citation, Explanation


@check("PAY202", "premium-over-limit", subject="premium_rate", rests_on=("premia",))
def premium_over_limit(case: Case) -> Fault | None:
    """A premium's rate is one that the framework allows.

    Wrong: 12% for exceptional performance. Right: up to 10%; 15% in a challenged organisation.
    Why: a rate over the limit is outside the framework; it is never cut to fit.
    """
    ground = premium_facts(case).ground
    rate = case.stated("premium_rate", Decimal)
    try:
        allowed_rate(ground, rate, case.p)
    except OverLimit as error:
        terms = terms_of(ground, case.p)
        upto = "up to " if terms.ceiling else ""
        return Fault(
            "premium_rate",
            f"premium {error}",
            f"{upto}{percent(terms.rate)}",
            Explanation(terms.rate, str(error), (Citation(BRIEFING, terms.locator),)),
        )
    return None
