"""PAY203."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.pay.premium_facts import premium_facts
from xl_vsm.parameters.days import day
from xl_vsm.rules.money import pounds
from xl_vsm.rules.pay.premium import terms_of
from xl_vsm.rules.rule import Explanation, briefing


@check("PAY203", "premium-past-end", subject="premium_amount", rests_on=("premia",))
def premium_past_end(case: Case) -> Fault | None:
    """A premium is not paid after it has ended.

    Wrong: a premium still in payment after its stated end, or after 24 months (48 when extended)
    in a challenged organisation. Right: nothing from the day after.
    Why: the premium is for a period; paying on is an overpayment that grows each month.
    """
    said = premium_facts(case)
    stated = case.stated("premium_amount", Decimal)
    if stated == 0:
        return None
    if said.end is None and said.start is None and terms_of(said.ground, case.p).months:
        raise CannotCheck(
            f"the premium's start is not stated: a premium for a {said.ground} ends after a period"
        )
    if said.end is None or case.p.effective < said.end:
        return None
    reason = f"it ended on {day(said.end - timedelta(days=1))}"
    return Fault(
        "premium_amount",
        f"premium is {pounds(stated)}; £0 is due on {day(case.p.effective)}: {reason}",
        "£0",
        Explanation(Decimal(0), reason, briefing("S47", "S48")),
    )
