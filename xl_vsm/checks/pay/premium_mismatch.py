"""PAY201."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.pay.base_salary import bases, right_on_a_base
from xl_vsm.checks.pay.premium_facts import premium_facts
from xl_vsm.rules import Ground, OverLimit, premium
from xl_vsm.rules.money import pounds, to_the_penny
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
        if right_on_a_base(case, stated, lambda base: premium(base, *terms)):
            return None
        if said.rate is None and _is_under_the_ceiling(case, stated, said.ground):
            raise CannotCheck(
                "the premium's rate is not stated: the amount is within the limit, and no more"
                " can be said"
            )
        due = premium.explain(bases(case)[0], *terms)
    except OverLimit as error:
        raise CannotCheck(f"the amount was not compared, because the {error}") from error
    return Fault(
        "premium_amount",
        f"premium is {pounds(stated)}; {pounds(due.answer)} is due: {due.reason}",
        pounds(due.answer),
        due,
    )


def _is_under_the_ceiling(case: Case, stated: Decimal, ground: Ground) -> bool:
    terms = terms_of(ground, case.p)
    return terms.ceiling and 0 <= stated <= to_the_penny(bases(case)[0] * terms.rate)
