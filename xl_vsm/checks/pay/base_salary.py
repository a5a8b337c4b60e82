"""What "base salary" can mean for a part-time post."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from xl_vsm.checks.case import Case
from xl_vsm.checks.compare import same_money
from xl_vsm.rules.money import to_the_penny


def bases(case: Case) -> tuple[Decimal, ...]:
    """Return the full-time equivalent salary, and the part-time pay where the post is part-time.

    The sources speak of base salary and do not say which for a part-time post, so an amount that
    is right on either is not called wrong.
    """
    salary = case.fact("salary", Decimal)
    fte = case.fact_or("fte", Decimal, Decimal(1))
    return (salary,) if fte == 1 else (salary, to_the_penny(salary * fte))


def right_on_a_base(case: Case, stated: Decimal, due: Callable[[Decimal], Decimal]) -> bool:
    """Say whether an amount is the one due on either meaning of base salary."""
    return any(same_money(stated, due(base)) for base in bases(case))
