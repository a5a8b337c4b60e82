"""Is the add-in where Excel looks, whole, and not blocked?"""

from __future__ import annotations

from xl_vsm.diagnosis.look import ONLY_WINDOWS, SET_UP_AGAIN, Seen
from xl_vsm.diagnosis.machine import Machine
from xl_vsm.diagnosis.receipt import digest, read_receipt

TITLE = "The add-in"


def look(machine: Machine) -> Seen:
    """Look for the add-in, for Windows' mark of a downloaded file, and for a change."""
    if not machine.windows:
        return ONLY_WINDOWS
    places = machine.places
    if places is None or not places.add_in.is_file():
        where = f" at {places.add_in}" if places else ""
        return Seen("wrong", f"There is no add-in{where}.", (SET_UP_AGAIN,))
    if machine.mark(places.add_in) is not None:
        return Seen(
            "wrong",
            f"{places.add_in} bears Windows' mark of a file from elsewhere, so Excel may block it.",
            ("Right-click it in Explorer > Properties, tick Unblock.", SET_UP_AGAIN),
        )
    receipt = read_receipt(places)
    if receipt is not None and receipt.add_in != digest(places.add_in):
        return Seen(
            "worth knowing",
            f"{places.add_in} is not the file that was set up: signed since, or changed.",
            ("If IT did not sign it: " + SET_UP_AGAIN,),
        )
    return Seen("ok", f"{places.add_in}, not blocked.")
