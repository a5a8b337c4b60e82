"""What is owed when an award or a table of tiers is backdated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_vsm.parameters import Parameters
from xl_vsm.rules.money import to_the_penny
from xl_vsm.rules.pension.contribution_rate import contribution_rate
from xl_vsm.rules.pension.contribution_tier import contribution_tier


@dataclass(frozen=True, slots=True)
class BackdatedMonth:
    """A month's pay as it was paid, and as it is now known to have been due. Pounds."""

    month: date
    """Any day of the month; the table of that day is used."""
    pay_then: Decimal
    annual_pay_then: Decimal
    """The annual figure by which the tier was found."""
    pay_now: Decimal
    annual_pay_now: Decimal


@dataclass(frozen=True, slots=True)
class MonthArrears:
    """A month's contribution by the old figures and by the new. Pounds, to the penny."""

    month: date
    tier_then: int
    rate_then: Decimal
    taken: Decimal
    tier_now: int
    rate_now: Decimal
    due: Decimal

    @property
    def arrears(self) -> Decimal:
        """What is still owed; negative where it is to be paid back."""
        return self.due - self.taken


def arrears(
    months: Sequence[BackdatedMonth], known_then: Parameters, known_now: Parameters
) -> tuple[MonthArrears, ...]:
    """Return, for each month, what was taken, what was due, and so what is owed.

    Backdated pay can move a member to another tier for the months it covers, and so can a table
    that replaces one for the same days; either way the contributions must be checked again
    (NHSBSA, pay and contributions).

    Args:
        months: each month's pay, before and after.
        known_then: the view of the figures when the months were paid.
        known_now: the view of them now. Of both views only what was known is used; each month
            is looked up for its own day.
    """
    return tuple(_month(each, known_then, known_now) for each in months)


def _month(each: BackdatedMonth, known_then: Parameters, known_now: Parameters) -> MonthArrears:
    then = Parameters(each.month, known_then.known, known_then.store)
    now = Parameters(each.month, known_now.known, known_now.store)
    rate_then = contribution_rate(each.annual_pay_then, then)
    rate_now = contribution_rate(each.annual_pay_now, now)
    return MonthArrears(
        each.month,
        contribution_tier(each.annual_pay_then, then),
        rate_then,
        to_the_penny(each.pay_then * rate_then),
        contribution_tier(each.annual_pay_now, now),
        rate_now,
        to_the_penny(each.pay_now * rate_now),
    )
