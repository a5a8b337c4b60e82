"""What the data linter looks for along the calendar: days without a table, years with two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations, groupby, pairwise

from xl_vsm.parameters.days import day
from xl_vsm.parameters.publication import Publication


def over_time(entries: list[Publication]) -> Iterator[tuple[str, str, str]]:
    """Check the final publications of one parameter against the calendar.

    Yields:
        The code of a fault, the key of the publication it is in, and the words.
    """
    gone = {key for entry in entries if entry.stage == "withdrawn" for key in entry.replaces}
    finals = sorted(
        (e for e in entries if e.stage == "final" and e.key not in gone),
        key=lambda e: (e.effective_from, e.published),
    )
    # As in an answer, a made-up table counts for nothing where there is a real one.
    standing = [e for e in finals if not e.illustrative] or finals
    yield from _gaps(standing)
    yield from _years(standing)


def _gaps(standing: list[Publication]) -> Iterator[tuple[str, str, str]]:
    # Of those that begin together the latest published holds.
    holding = [list(group)[-1] for _, group in groupby(standing, key=lambda e: e.effective_from)]
    for earlier, later in pairwise(holding):
        end = earlier.effective_until
        # An end before the beginning is a fault of its own.
        if end is not None and earlier.effective_from < end < later.effective_from:
            last = later.effective_from - timedelta(days=1)
            days = day(end) if end == last else f"{day(end)} to {day(last)}"
            message = f"ends before {later.key!r} begins, so that there is no table for {days}"
            yield "DAT111", earlier.key, message


def _years(standing: list[Publication]) -> Iterator[tuple[str, str, str]]:
    by_key = {entry.key: entry for entry in standing}
    for earlier, later in combinations(standing, 2):
        year = getattr(later.table, "pay_year", None)
        if year is None or year != getattr(earlier.table, "pay_year", None):
            continue
        # Those that begin together must name what they replace in any case.
        if earlier.effective_from != later.effective_from and not _replaces(later, earlier, by_key):
            message = f"is for the pay year {year}, as {earlier.key!r} is, and does not replace it"
            yield "DAT110", later.key, message


def _replaces(later: Publication, earlier: Publication, by_key: dict[str, Publication]) -> bool:
    """Say whether one replaces another, be it by way of those between them."""
    seen: set[str] = set()
    waiting = [later.key]
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting += by_key[key].replaces if key in by_key else ()
    return earlier.key in seen
