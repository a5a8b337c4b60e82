"""PAY105."""

from __future__ import annotations

from datetime import date

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.rules import must_be_on_vsm_terms


@check(
    "PAY105",
    "chief-executive-on-medical-contract",
    subject="appointed",
    severity="warning",
    rests_on=("central-approval",),
)
def chief_executive_on_medical_contract(case: Case) -> Fault | None:
    """A chief executive appointed after 1 April 2025 is on VSM terms, medically qualified or not.

    Wrong: a chief executive appointed in June 2025 on a consultant contract. Right: on VSM terms.
    Why: the framework expects it of new chief executives (S41); medical directors may choose.
    """
    if not case.medical_contract():
        return None
    appointed = case.stated("appointed", date)
    found = must_be_on_vsm_terms.explain(case.role(), appointed, case.p)
    if not found.answer:
        return None
    field = "contract" if case.has("contract") else "medical_contract"
    return Fault(field, f"the contract is a medical one: {found.reason}", "VSM terms", found)
