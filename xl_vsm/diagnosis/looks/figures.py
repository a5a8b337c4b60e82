"""Can the figures be read, an organisation's own among them, and what do they rest on?"""

from __future__ import annotations

import os

from xl_vsm.diagnosis.look import Seen
from xl_vsm.diagnosis.machine import Machine
from xl_vsm.excel.explanation import status
from xl_vsm.parameters import ParameterFileError
from xl_vsm.parameters.own import VARIABLE, own_folder

TITLE = "The published figures"
_NONE_YET = "If nothing was loaded into it yet: xl-vsm rates import makes it."


def look(machine: Machine) -> Seen:
    """Look at the folder of an organisation's own figures, and at what answers today."""
    folder = own_folder()
    named = machine.environ.get(VARIABLE, "").strip()
    if named and folder is not None and not folder.is_dir():
        return Seen(
            "wrong",
            f"{VARIABLE} names {named}, which is not there or cannot be reached.",
            ("Connect to the network drive, or ask the folder's owner.", _NONE_YET),
        )
    if folder is not None and folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
        return Seen("wrong", f"{folder} may not be read.", ("Ask the folder's owner.",))
    try:
        words = status()
    except (ParameterFileError, OSError) as error:
        return Seen("wrong", str(error), ("Correct the file, or ask whoever loaded it.",))
    if "illustrative" in words:
        return Seen(
            "worth knowing",
            f"{words}.",
            ("Do not use answers marked (illustrative); xl-vsm rates import loads real ranges.",),
        )
    return Seen("ok", f"{words}.")
