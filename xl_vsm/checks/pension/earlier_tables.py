"""Which other table a stated pension figure would be right under."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from xl_vsm.parameters import Parameters, Publication
from xl_vsm.parameters.days import day
from xl_vsm.rules.pension.contribution_tier import TIERS, named

T = TypeVar("T")


def superseded(p: Parameters, agrees: Callable[[Parameters], bool]) -> Publication | None:
    """Return the table for the same day, since replaced, that a stated figure agrees with."""
    begun = p.publication(TIERS).effective_from
    return _matching(p, agrees, lambda table: table.effective_from == begun)


def elsewhere(
    p: Parameters, agrees: Callable[[Parameters], bool], *, same_tiers: bool = False
) -> str:
    """Say which table a stated figure agrees with that is not the one in force, if any.

    Args:
        p: the day, and what was known.
        agrees: whether the figure is right by given tables.
        same_tiers: whether only tables of as many tiers as the one in force are looked at.
    """
    tiers = len(p.member_contribution_tiers.tiers)

    def comparable(view: Parameters) -> bool:
        return not same_tiers or len(view.member_contribution_tiers.tiers) == tiers

    later = Parameters(p.effective, None, p.store)
    if p.known is not None and comparable(later) and agrees(later):
        return (
            f"It matches the {named(later.publication(TIERS))}, which nobody knew on"
            f" {day(p.known)}."
        )
    begun = p.publication(TIERS).effective_from
    table = _matching(
        p,
        lambda view: comparable(view) and agrees(view),
        lambda table: table.effective_from < begun,
    )
    if table is not None:
        return f"It matches the tiers effective {day(table.effective_from)}, now out of date."
    return "It matches no earlier table."


def _matching(
    p: Parameters, agrees: Callable[[Parameters], bool], wanted: Callable[[Publication], bool]
) -> Publication | None:
    for table in filter(wanted, p.others(TIERS)):
        if agrees(p.pinned(TIERS, table)):
            return table
    return None
