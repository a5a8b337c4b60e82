"""Every family of troubles: one TOML file each, here in the order in which they are told."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from xl_vsm.diagnosis.trouble import Trouble, trouble_of

FAMILIES = (
    "name",
    "stored_name",
    "ours",
    "value",
    "passed_on",
    "busy",
    "spill",
    "calc",
    "at_sign",
    "text_shows",
    "hashes",
    "marks",
    "com_server",
    "library",
    "module",
    "permission",
    "excel_busy",
    "macros",
    "connection",
    "licence",
    "crash",
)


@cache
def all_troubles() -> tuple[Trouble, ...]:
    """Return every trouble that is known, those in cells before those in messages."""
    folder = files(__name__)
    texts = (folder.joinpath(f"{name}.toml").read_text(encoding="utf-8") for name in FAMILIES)
    return tuple(trouble_of(tomllib.loads(text)) for text in texts)


def troubles_shown_by(text: str) -> tuple[Trouble, ...]:
    """Return what a cell or a message may mean, by the text that it shows; none if unknown."""
    return tuple(trouble for trouble in all_troubles() if trouble.is_shown_by(text))
