from __future__ import annotations

from datetime import date

from xl_vsm.parameters import Parameters
from xl_vsm.rules import Role, must_be_on_vsm_terms


def test_the_reason_for_who_may_keep_a_medical_contract() -> None:
    p = Parameters(date(2025, 9, 30))
    appointed = date(2025, 4, 2)
    must = must_be_on_vsm_terms.explain(Role.CHIEF_EXECUTIVE, appointed, p)
    assert must.reason.endswith("should be on VSM terms, medically qualified or not")
    may = must_be_on_vsm_terms.explain(Role.DIRECTOR, appointed, p)
    assert "may keep a medical contract" in may.reason
