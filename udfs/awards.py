"""VSM_WITHHOLD and VSM_AWARD: whether the annual award is paid, and how much it is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_vsm.excel import excel_function
from xl_vsm.excel.view import EFFECTIVE, ask, figures
from xl_vsm.rules import Outcome, award, withhold


@excel_function(
    category="NHS VSM pay",
    arguments={
        "segment": "the organisation's oversight segment, 1 to 5; blank for an ICB without one",
        "objectives_met": "TRUE when the appraisal objectives were met",
        "performance_management": "TRUE during a conduct or capability process",
        "appointed": "the day of appointment",
        "effective": EFFECTIVE,
        "recovery_support": "TRUE when the organisation is in the recovery support programme",
        "medical_contract": "TRUE for a medical director who kept a medical contract",
        "exceptional_circumstances": "TRUE in circumstances such as maternity leave",
    },
)
def VSM_WITHHOLD(
    segment: int | None,
    objectives_met: bool,
    performance_management: bool,
    appointed: date,
    effective: date | None = None,
    recovery_support: bool | None = None,
    medical_contract: bool = False,
    exceptional_circumstances: bool = False,
) -> str:
    """What happens to a very senior manager's annual award: award, withhold, and so on.

    The answers: award, withhold, withhold management allowance only, committee decision, pending.
    From 1 April 2026 the criteria are under review, so the answer is pending for everyone.
    """
    return str(
        ask(
            withhold,
            segment,
            objectives_met,
            performance_management,
            appointed,
            recovery_support,
            medical_contract,
            exceptional_circumstances,
            figures(effective),
        ).outcome
    )


@excel_function(
    category="NHS VSM pay",
    arguments={
        "base_salary": "base salary before the award, £ a year",
        "outcome": "what VSM_WITHHOLD answers, such as award or withhold",
        "effective": EFFECTIVE,
    },
)
def VSM_AWARD(
    base_salary: Decimal, outcome: Outcome, effective: date | None = None
) -> Decimal | str:
    """The consolidated annual award for the pay year, in £: a share of base salary, or 0 withheld.

    Where the outcome settles no amount (pending, or a committee decision) the answer is that
    outcome and no number. SUM passes over words, so count first that every row has a number. So it
    is on a medical contract, where the doctors' and dentists' award is paid.
    """
    found = ask(award, base_salary, outcome, figures(effective))
    if found.outcome is not None:
        return found.outcome
    return str(outcome)
