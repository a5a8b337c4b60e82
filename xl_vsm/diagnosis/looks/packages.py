"""Is xlwings here, in the version that the add-in was made with, and its library with it?"""

from __future__ import annotations

import re

from xl_vsm.diagnosis.look import ONLY_WINDOWS, SET_UP_AGAIN, Seen
from xl_vsm.diagnosis.machine import Machine
from xl_vsm.diagnosis.receipt import read_receipt

TITLE = "xlwings, its library and the add-in's macros are of one version"
_LIBRARY = re.compile(r"xlwings(?:64|32)-(?P<version>.+)\.dll", re.IGNORECASE)


def look(machine: Machine) -> Seen:
    """Compare the versions of the package, of the library beside it, and of the macros."""
    if not machine.windows:
        return ONLY_WINDOWS
    package = machine.package("xlwings")
    if package is None:
        return Seen("wrong", "xlwings is not installed in this Python.", (SET_UP_AGAIN,))
    libraries = _libraries(machine)
    if package not in libraries:
        found = f"of version {', '.join(sorted(libraries))} only" if libraries else "not there"
        return Seen(
            "wrong",
            f"xlwings is {package}, and its library is {found} in {machine.prefix}. A virus scanner"
            " may have taken it away.",
            ("Ask IT whether the file was quarantined.", SET_UP_AGAIN),
        )
    receipt = read_receipt(machine.places)
    if receipt is None:
        return Seen(
            "worth knowing",
            f"xlwings and its library are {package}. Nothing was set up with install.ps1 here, so"
            " the add-in's version is not known.",
        )
    if receipt.xlwings != package:
        return Seen(
            "wrong",
            f"xlwings is {package}, but the add-in's macros were made for {receipt.xlwings}.",
            (SET_UP_AGAIN,),
        )
    return Seen("ok", f"All three are {package}.")


def _libraries(machine: Machine) -> set[str]:
    """Return the versions of the libraries where the add-in's macros look for them."""
    folders = (machine.prefix, machine.python.parent)
    names = [path.name for folder in folders if folder.is_dir() for path in folder.iterdir()]
    return {found["version"] for name in names if (found := _LIBRARY.fullmatch(name))}
