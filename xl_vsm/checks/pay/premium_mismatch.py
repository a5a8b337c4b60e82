"""PAY201."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.compare import amount_mismatch
from xl_vsm.checks.pay.base_salary import bases
from xl_vsm.checks.pay.premium_facts import premium_facts
from xl_vsm.rules import Ground, OverLimit, premium
from xl_vsm.rules.money import to_the_penny
from xl_vsm.rules.pay.premium import terms_of


@check("PAY201", "premium-mismatch", subject="premium_amount", rests_on=("premia",))
def premium_mismatch(case: Case) -> Fault | None:
    """The stated premium is its rate of base salary.

    Wrong: £12,500 for exceptional performance at 10% of £150,000. Right: £15,000.
    Why: the premium is a share of base salary, up to 10%, or 15% in a challenged organisation.
    """
    said = premium_facts(case)
    stated = case.stated("premium_amount", Decimal)
    if said.end and case.p.effective >= said.end:
        return None  # PAY203 says so
    terms = (said.ground, said.rate, said.start, said.extended, case.p)
    try:
        found = [premium.explain(base, *terms) for base in bases(case)]
        fault = amount_mismatch("premium_amount", stated, found, "premium")
        if fault is None:
            return None
        if said.rate is None and _is_under_the_ceiling(case, stated, said.ground):
            raise CannotCheck(
                "the premium's rate is not stated: the amount is within the limit, and no more"
                " can be said"
            )
    except OverLimit as error:
        raise CannotCheck(f"the amount was not compared, because the {error}") from error
    return fault


def _is_under_the_ceiling(case: Case, stated: Decimal, ground: Ground) -> bool:
    terms = terms_of(ground, case.p)
    return terms.ceiling and 0 <= stated <= to_the_penny(bases(case)[0] * terms.rate)
