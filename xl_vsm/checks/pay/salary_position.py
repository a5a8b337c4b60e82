"""Where the salary of a post lies in its range."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.case import Case, once
from xl_vsm.rules import position
from xl_vsm.rules.rule import Explanation


@once
def salary_position(case: Case) -> Explanation:
    """Return the position of the post's salary in its range, with the reason."""
    salary = case.stated("salary", Decimal)
    case.on_vsm_terms()
    return position.explain(salary, case.role(), case.organisation_type(), case.size(), case.p)
