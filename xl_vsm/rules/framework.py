"""The pay framework itself."""

from __future__ import annotations

from datetime import date

from xl_vsm.parameters import Parameters


def first_day(p: Parameters) -> date:
    """Return the framework's first day, that of its first limit; it is not retrospective (S2)."""
    return p.store.series("central-approval").publication[0].effective_from
