"""The annual award, in money."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules.awards.withhold import decided_terms
from xl_vsm.rules.money import not_negative, percent, pounds, to_the_penny
from xl_vsm.rules.rule import Decision, briefing, decision
from xl_vsm.rules.words import Outcome


@decision(rests_on=("annual-award", "withholding-terms"))
def award(base_salary: Decimal, outcome: Outcome, p: Parameters) -> Decision[Decimal | None]:
    """Return the consolidated award for the pay year, in pounds, to the penny.

    Args:
        base_salary: pounds a year, before the award.
        outcome: what the committee may do, as `withhold` gives it.
        p: the day the answer is for.

    Returns:
        The amount; None where the outcome does not settle it, with the reason.
    """
    not_negative("base_salary", base_salary)
    published = p.annual_award
    if outcome == Outcome.AWARD:
        amount = to_the_penny(base_salary * published.rate)
        waits_for = _condition(p)
        return Decision(
            amount,
            lambda: (
                f"the {published.pay_year} award is {percent(published.rate)} of base salary:"
                f" {pounds(amount)} on {pounds(base_salary)}{waits_for}"
            ),
            (),
        )
    if outcome == Outcome.WITHHOLD:
        return Decision(Decimal(0), f"the {published.pay_year} award is withheld", ())
    if outcome == Outcome.WITHHOLD_MANAGEMENT_ALLOWANCE:
        return Decision(
            None,
            "on a medical contract only the management allowance's award is withheld; the doctors'"
            " and dentists' award is paid, and is not among these figures",
            briefing("S43", "S44"),
        )
    return Decision(None, f"the outcome is {outcome}, so no amount is settled", ())


def _condition(p: Parameters) -> str:
    """Say what an award still waits for."""
    try:
        if decided_terms(p) is not None:
            return ""
    except NotInForce:
        return ""  # before the framework nothing was withheld by it
    return "; not to be applied until the criteria for withholding it are confirmed"
