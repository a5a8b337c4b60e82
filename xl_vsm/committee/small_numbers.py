"""Which small numbers are kept back, and which others with them so that none can be worked out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xl_vsm.committee.paper import Notes
from xl_vsm.parameters import Parameters, Publication
from xl_vsm.rules.rule import Citation

HIDDEN = "*"
"""What stands in the place of a number that is kept back."""

_TOO_FEW = 2
"""Groups that must be kept back together: one alone is what the others leave of the total."""


_ESTIMATE = "paybill-estimate"


def least_shown(p: Parameters) -> int:
    """Return how many a group must be for its number to be shown; the figure counts as used."""
    _published(p)
    return int(p.paybill_estimate.smallest_fte_shown)


def note_on(p: Parameters, notes: Notes) -> int:
    """Return the number of the note on what is kept back."""
    published = _published(p)
    return notes.saying(
        "small numbers",
        f"Fewer than {least_shown(p)} are shown as an asterisk, as the Department shows numbers of"
        " full-time equivalents. What else is kept back, so that a number cannot be worked out"
        " from the total, is this package's own rule.",
        (Citation(published.source, published.locator),),
    )


def _published(p: Parameters) -> Publication:
    """Return the newest publication, whichever day is asked for: it is used from here on.

    A paper on an earlier year is read today, and shows people no less for being about then.
    """
    final = p.store.series(_ESTIMATE).known_by(None)
    newest = max(final, key=lambda each: (each.effective_from, each.published))
    p.used[_ESTIMATE] = newest
    return newest


def in_a_list(counts: Sequence[int], least: int) -> frozenset[int]:
    """Return the places in a fixed list of groups whose numbers are kept back.

    The groups are named whether or not anybody is in them, and their total is known. Nobody can
    work out a number that is kept back from the total and the numbers shown: at least two are,
    and they come to something, but not to the most that so many small numbers can come to.

    Args:
        counts: how many are in each group; they come to the total.
        least: how many a group must be to be shown.
    """
    most = (least - 1) * len(counts)
    if sum(counts) == most and max(counts) <= least:
        # Each may be as large as a small number can be, and no other is left to go with them.
        return frozenset(range(len(counts)))
    small = frozenset(at for at, number in enumerate(counts) if number < least)
    if not any(counts[at] for at in small):
        return frozenset()  # nobody is in them, and that nobody is tells of no one
    if len(small) >= _TOO_FEW and sum(counts[at] for at in small) < (least - 1) * len(small):
        return small
    return small | _next_smallest(counts, small)


def tells_of_each(values: Iterable[object]) -> bool:
    """Say whether all the values of a group are one, so that what is shown of it is each one's.

    However large the group is, its number then keeps nothing back.
    """
    return len(set(values)) == 1


def together(counts: Sequence[int], least: int) -> frozenset[int]:
    """Return the places of the groups that are kept back as one, without their names.

    What is kept back comes to as many as may be shown, in two groups or more, or it is all.

    Args:
        counts: how many are in each group, at least one; they come to the total.
        least: how many a group must be to be shown.
    """
    kept = frozenset(at for at, number in enumerate(counts) if number < least)
    while kept and (len(kept) < _TOO_FEW or sum(counts[at] for at in kept) < least):
        more = _next_smallest(counts, kept)
        if not more:
            break
        kept |= more
    return kept


def _next_smallest(counts: Sequence[int], kept: frozenset[int]) -> frozenset[int]:
    """Return the smallest groups that are still shown: all of one size, as none is preferred."""
    rest = [at for at in range(len(counts)) if at not in kept]
    smallest = min((counts[at] for at in rest), default=0)
    return frozenset(at for at in rest if counts[at] == smallest)
