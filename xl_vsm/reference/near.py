"""The nearest names, for whoever typed one that is none."""

from __future__ import annotations

from difflib import get_close_matches

from xl_vsm.reference.entries import names_of
from xl_vsm.reference.entry import Entry
from xl_vsm.rules.words import squeeze

OFFERED = 3
LIKE = 0.4
"""How alike two names must be for one to be offered for the other."""
LONGEST = 100
"""Letters of what was typed that are compared: no name is nearly as long."""


def near(subject: str, among: tuple[Entry, ...]) -> list[str]:
    """Return the names that are most like what was typed, the nearest first."""
    squeezed = {squeeze(name): name for name in names_of(among)}
    close = get_close_matches(squeeze(subject[:LONGEST]), squeezed, n=OFFERED, cutoff=LIKE)
    return [squeezed[each] for each in close]
