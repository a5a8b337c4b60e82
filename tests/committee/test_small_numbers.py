"""No number that is kept back can be worked out from what is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.committee.small_numbers import in_a_list, together

COUNTS = st.lists(st.integers(0, 40), min_size=2, max_size=7)
LEAST = st.integers(2, 9)


def published(counts: tuple[int, ...], least: int) -> tuple[int, tuple[int | str, ...]]:
    """Return what a reader of a list of groups sees: the total, and each number or an asterisk."""
    kept = in_a_list(counts, least)
    return sum(counts), tuple("*" if at in kept else n for at, n in enumerate(counts))


@pytest.mark.parametrize(
    ("counts", "kept"),
    [
        ((10, 5, 6), ()),
        ((10, 1, 1, 0), (1, 2, 3)),
        ((10, 3, 5), (1, 2)),  # one alone is what the others leave of 18
        ((9, 5, 3, 5), (1, 2, 3)),  # both fives: which of them is taken would tell
        ((13, 0, 0), ()),  # nobody is not a small number of people
        ((7, 4, 4), (0, 1, 2)),  # 8 in two groups of at most 4 could only be 4 and 4
    ],
)
def test_a_list_by_hand(counts: tuple[int, ...], kept: tuple[int, ...]) -> None:
    assert in_a_list(counts, 5) == set(kept)


@cache
def readings(groups: int, most: int, least: int) -> dict[object, list[tuple[int, ...]]]:
    """Return, for all that can be published, the numbers that it can have come from."""
    found: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(most + 1), repeat=groups):
        found[published(counts, least)].append(counts)
    return found


@pytest.mark.parametrize(("groups", "most", "least"), [(2, 12, 5), (3, 12, 5), (4, 7, 3)])
def test_a_reader_who_knows_the_rule_cannot_work_one_out(
    groups: int, most: int, least: int
) -> None:
    looked = 0
    for (total, shown), counts in readings(groups, most, least).items():  # type: ignore[misc]
        if total > most:
            continue  # larger numbers than were tried could be behind it
        for at, number in enumerate(shown):
            if number == "*":
                looked += 1
                assert len({each[at] for each in counts}) > 1, (total, shown)
    assert looked > 20


@given(COUNTS, LEAST)
def test_whatever_is_shown_is_large_enough_or_nobody(counts: list[int], least: int) -> None:
    kept = in_a_list(counts, least)
    assert all(n >= least or n == 0 for at, n in enumerate(counts) if at not in kept)
    assert len(kept) != 1
    hidden = [counts[at] for at in kept]
    assert not kept or sum(counts) - sum(n for at, n in enumerate(counts) if at not in kept) > 0
    assert all(counts[at] not in hidden for at in range(len(counts)) if at not in kept)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), LEAST)
def test_what_is_kept_together_is_large_enough_and_more_than_one(
    counts: list[int], least: int
) -> None:
    kept = together(counts, least)
    assert all(n >= least for at, n in enumerate(counts) if at not in kept)
    if kept and len(kept) < len(counts):
        left = sum(counts) - sum(n for at, n in enumerate(counts) if at not in kept)
        assert left >= least
        assert len(kept) > 1


def parts(total: int, most: int) -> Iterable[tuple[int, ...]]:
    """Give every way in which a number of posts can be in groups."""
    if total == 0:
        yield ()
    for first in range(min(total, most), 0, -1):
        yield from ((first, *rest) for rest in parts(total - first, first))


@pytest.mark.parametrize("total", range(2, 19))
def test_a_reader_cannot_tell_the_groups_that_are_kept_together(total: int) -> None:
    found: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for counts in parts(total, total):
        kept = together(counts, 5)
        if kept and len(kept) < len(counts):
            shown = tuple(n for at, n in enumerate(counts) if at not in kept)
            found[shown].append(tuple(n for at, n in enumerate(counts) if at in kept))
    for shown, hidden in found.items():
        common = set(hidden[0]).intersection(*hidden[1:])
        assert not common, (total, shown)
        assert len(hidden) > 1
