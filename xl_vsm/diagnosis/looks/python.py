"""Is the Python that runs fit for it?"""

from __future__ import annotations

from xl_vsm.diagnosis.interpreter import OLDEST, is_from_the_store
from xl_vsm.diagnosis.look import SET_UP_AGAIN, Seen
from xl_vsm.diagnosis.machine import Machine

TITLE = "Python"
_DISTURBING = ("PYTHONHOME", "PYTHONPATH")


def look(machine: Machine) -> Seen:
    """Look at the version, where it came from, and what could disturb it."""
    version = ".".join(str(part) for part in machine.version)
    if machine.version < OLDEST:
        return Seen("wrong", f"This is Python {version}; 3.11 or later is needed.", (SET_UP_AGAIN,))
    if machine.windows and is_from_the_store(str(machine.base)):
        return Seen(
            "wrong",
            "This Python came from the Microsoft Store. It keeps what it writes where Excel"
            " does not look.",
            ("Install Python for yourself from https://www.python.org/downloads/.", SET_UP_AGAIN),
        )
    set_here = [name for name in _DISTURBING if machine.environ.get(name)]
    if machine.windows and set_here:
        return Seen(
            "worth knowing",
            f"Python {version}, {machine.python}. {' and '.join(set_here)} is set for this person,"
            " which can make Excel's Python find other packages.",
            ("Remove the variable if nothing else needs it.",),
        )
    return Seen("ok", f"Python {version}, {machine.python}.")
