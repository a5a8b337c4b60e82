"""PAY204."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.pay.premium_facts import premium_facts
from xl_vsm.rules import Ground
from xl_vsm.rules.pay.premium import terms_of
from xl_vsm.rules.rule import Explanation, briefing


@check(
    "PAY204",
    "premium-without-challenge",
    subject="premium_amount",
    severity="warning",
    rests_on=("premia",),
)
def premium_without_challenge(case: Case) -> Fault | None:
    """The premium of a challenged organisation is paid in one.

    Wrong: 15% at a trust in segment 2 that is not in the recovery support programme.
    Right: at one in segment 5 or in the programme when the post-holder came.
    Why: only those organisations are challenged (S45). It is a warning, because the segment may
    have changed since the appointment.
    """
    ground = premium_facts(case).ground
    if ground is not Ground.CHALLENGED_ORGANISATION:
        return None
    if case.stated("premium_amount", Decimal) == 0:
        return None
    segment = case.fact("segment", int)
    supported = bool(case.fact_or("recovery_support", bool, False))
    if supported or segment in terms_of(ground, case.p).segments:
        return None
    reason = (
        f"the organisation is in segment {segment} and not in the recovery support programme, so"
        " it is not challenged; it may have been when the post-holder came"
    )
    return Fault(
        "premium_amount",
        f"premium is for a challenged organisation, but {reason}",
        "a challenged organisation, or another ground",
        Explanation(False, reason, briefing("S45")),
    )
