"""Do the functions answer, and rightly?"""

from __future__ import annotations

from importlib import import_module

from xl_vsm.diagnosis.look import SET_UP_AGAIN, Seen
from xl_vsm.diagnosis.machine import Machine
from xl_vsm.golden import worked_examples

TITLE = "The functions answer"
FUNCTION = "NHS_PENSION_TIER"


def look(_machine: Machine) -> Seen:
    """Ask one function what a document has answered already."""
    try:
        function = getattr(import_module("udfs"), FUNCTION)
    except ImportError as error:
        return Seen("wrong", f"The functions cannot be brought in: {error}", (SET_UP_AGAIN,))
    case = next(iter(worked_examples(FUNCTION)), None)
    if case is None:
        return Seen("wrong", "The worked examples are missing from this package.", (SET_UP_AGAIN,))
    asked = f"{FUNCTION}({', '.join(value for value in case.given.values() if value)})"
    try:
        answer = function(**{name: value for name, value in case.given.items() if value})
    except ValueError as error:
        return Seen("wrong", f"{asked} is refused: {error}", _DO)
    if str(answer) != case.expected:
        return Seen("wrong", f"{asked} is {answer}; {case.expected} is right.", _DO)
    return Seen("ok", f"{asked} is {answer}, as {case.who_says} has it.")


_DO = ("Look at the published figures below first.", SET_UP_AGAIN)
