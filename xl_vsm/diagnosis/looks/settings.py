"""Do the settings name a Python that is there, and is it ours?"""

from __future__ import annotations

from pathlib import Path

from xl_vsm.diagnosis.look import ONLY_WINDOWS, SET_UP_AGAIN, Seen
from xl_vsm.diagnosis.machine import Machine
from xl_vsm.diagnosis.places import INTERPRETER, INTERPRETER_VALUE
from xl_vsm.diagnosis.settings_file import filled_in, read_lines, value_of

TITLE = "The settings file of the add-in"


def look(machine: Machine) -> Seen:
    """Look at the Python that the settings file names."""
    if not machine.windows:
        return ONLY_WINDOWS
    places = machine.places
    if places is None:
        return Seen(
            "wrong", "Windows does not say where this person's folders are.", (SET_UP_AGAIN,)
        )
    value = value_of(read_lines(places.settings), INTERPRETER)
    if value is None:
        return Seen(
            "wrong", f"{places.settings} does not say which Python to start.", (SET_UP_AGAIN,)
        )
    named = filled_in(value, machine.environ)
    if not Path(named).is_file():
        return Seen(
            "wrong", f"{places.settings} names {named}, which is not there.", (SET_UP_AGAIN,)
        )
    if value != INTERPRETER_VALUE:
        return Seen(
            "wrong",
            f"{places.settings} names another Python, {named}. The functions are not in that one"
            " unless somebody put them there.",
            (
                "If nothing else needs it, run install.ps1 -ReplaceInterpreter.",
                "Otherwise ask whoever set up that Python to install xl_vsm in it.",
            ),
        )
    return Seen("ok", f"{places.settings} names {named}.")
