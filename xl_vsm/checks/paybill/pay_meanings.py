"""What pay an employer's costs can have been worked out on."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault
from xl_vsm.checks.compare import amount_mismatch
from xl_vsm.checks.pay.base_salary import bases
from xl_vsm.parameters import Parameters
from xl_vsm.rules.rule import Explanation


def pays(case: Case) -> list[Decimal]:
    """Return the pay of the post, without and with a premium, as far as the workbook states it.

    A workbook seldom says whether its pay holds the premium, so a cost that is right on either
    is not called wrong.
    """
    paid = case.fact_or("actual_pay", Decimal, None)
    pay = bases(case)[-1] if paid is None else paid
    premium = case.fact_or("premium_amount", Decimal, Decimal(0))
    return [pay, pay + premium] if premium else [pay]


def cost_mismatch(
    case: Case, field: str, *dues: Callable[[Decimal, Parameters], Explanation]
) -> Fault | None:
    """Compare a stated cost with the one due on the post's pay.

    Args:
        case: the post.
        field: the stated cost.
        dues: each gives the cost on one reading, for a pay and a day; the first is the one named.
    """
    stated = case.stated(field, Decimal)
    found = [due(pay, view) for due in dues for view in tax_years(case.p) for pay in pays(case)]
    return amount_mismatch(field, stated, found)


def tax_years(p: Parameters) -> list[Parameters]:
    """Return the views by which a year's cost may have been worked out.

    A pay year begins on 1 April and a tax year on the 6th. A yearly cost "on 1 April" is usually
    the new year's, so for the days between either tax year's terms are right.
    """
    day = p.effective
    if (day.month, day.day) >= (4, 6) or day.month < 4:
        return [p]
    begun = Parameters(day.replace(day=6), p.known, p.store)
    return [begun, p]
