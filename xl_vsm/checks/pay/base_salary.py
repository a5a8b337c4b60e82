"""What "base salary" can mean for a part-time post."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.case import Case
from xl_vsm.rules.money import to_the_penny


def bases(case: Case) -> tuple[Decimal, ...]:
    """Return the full-time equivalent salary, and the part-time pay where the post is part-time.

    The sources speak of base salary and do not say which for a part-time post, so an amount that
    is right on either is not called wrong.
    """
    salary = case.fact("salary", Decimal)
    fte = case.fact_or("fte", Decimal, Decimal(1))
    return (salary,) if fte == 1 else (salary, to_the_penny(salary * fte))
