"""What the set-up of a finance PC made, as it wrote it down.

Standard library only: the set-up uses this before anything is installed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from xl_vsm.diagnosis.places import Places


@dataclass(frozen=True)
class Receipt:
    """What was set up.

    Attributes:
        release: of xl_vsm.
        xlwings: the version that the add-in's macros were made for.
        add_in: the SHA-256 of the add-in.
        made: the folders that were not there before, to be removed again if they are empty.
        settings_before: each setting that was changed -> its value before; None where it had none.
    """

    release: str
    xlwings: str
    add_in: str
    made: tuple[str, ...] = ()
    settings_before: dict[str, str | None] = field(default_factory=dict)


def read_receipt(places: Places | None) -> Receipt | None:
    """Return what was set up; None where nothing was, or the note of it cannot be read."""
    if places is None or not places.receipt.is_file():
        return None
    try:
        data = json.loads(places.receipt.read_text(encoding="utf-8"))
        data["made"] = tuple(data["made"])
        return Receipt(**data)
    except (ValueError, TypeError, KeyError):
        return None


def write_receipt(places: Places, receipt: Receipt) -> None:
    """Write down what was set up."""
    text = json.dumps(asdict(receipt), indent=1)
    places.receipt.write_text(text + "\n", encoding="utf-8")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
