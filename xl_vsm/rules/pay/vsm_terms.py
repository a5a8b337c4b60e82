"""Who must be appointed on VSM terms."""

from __future__ import annotations

from datetime import date

from xl_vsm.parameters import Parameters
from xl_vsm.parameters.days import day
from xl_vsm.rules.framework import first_day
from xl_vsm.rules.rule import rule
from xl_vsm.rules.words import Role


def _why(role: Role, appointed: date, p: Parameters) -> str:
    must = must_be_on_vsm_terms(role, appointed, p)
    who = f"a {role} appointed on {day(appointed)}"
    if must:
        return (
            f"{who}, after {day(first_day(p))}, should be on VSM terms, medically qualified or not"
        )
    return f"{who} may keep a medical contract: only chief executives appointed after may not"


@rule(rests_on=("central-approval",), cites=("S41", "S42"), why=_why)
def must_be_on_vsm_terms(role: Role, appointed: date, p: Parameters) -> bool:
    """Return whether a medically qualified appointee should be on VSM terms and conditions.

    Chief executives appointed after 1 April 2025 should; new medical directors may choose.

    Raises:
        NotInForce: the framework does not answer for the day.
    """
    p.publication("central-approval")  # where the framework does not answer, nor does this
    return role == Role.CHIEF_EXECUTIVE and appointed > first_day(p)
