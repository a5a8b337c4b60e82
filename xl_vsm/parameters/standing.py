"""Which pay ranges answer, in a sentence: the organisation's own, or made-up ones."""

from __future__ import annotations

from xl_vsm.parameters.days import day
from xl_vsm.parameters.errors import NotInForce
from xl_vsm.parameters.parameters import Parameters, in_words

PAY_RANGES = "pay-ranges"


def standing(p: Parameters, name: str = PAY_RANGES) -> str:
    """Say which table of a kind answers for the day asked, and who put it there."""
    what = in_words(name)
    try:
        found = p.publication(name)
    except NotInForce as reason:
        return f"{what}: none. {reason}"
    if found.illustrative:
        return f"{what}: illustrative, made up for this package"
    by = "loaded by your organisation" if p.store.is_own(name, found) else "part of this release"
    dates = f"from {day(found.effective_from)}, published {found.published_words}"
    change = p.store.series(name).overtaken(p.effective, p.known)
    but = f"; but {change.words}" if change else ""
    return f"{what}: {dates}, {by}{but}"
