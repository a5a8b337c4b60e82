"""Which groups of a characteristic may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xl_vsm.committee.equality.groups import Group, grouped
from xl_vsm.committee.post import Post
from xl_vsm.committee.small_numbers import together

POOLED = "Smaller groups together"
ALL = "All posts"


@dataclass(frozen=True, slots=True)
class Shown:
    """The groups of a characteristic of which something may be told.

    Attributes:
        groups: those that are named, the largest first.
        pooled: the posts of all the others, which are neither named nor told apart.
    """

    groups: tuple[Group, ...]
    pooled: tuple[Post, ...]

    @property
    def everyone(self) -> tuple[Post, ...]:
        """Every post, of the groups that are named and of those that are not."""
        return tuple(post for group in self.groups for post in group.posts) + self.pooled

    @property
    def lines(self) -> tuple[tuple[str, tuple[Post, ...]], ...]:
        """What a table has a line for: each group, the others together, and all of them."""
        pooled = ((POOLED, self.pooled),) if self.pooled else ()
        named = ((group.label, group.posts) for group in self.groups)
        return (*named, *pooled, (ALL, self.everyone))


def shown_groups(posts: Sequence[Post], field: str, least: int) -> Shown | None:
    """Return the groups that may be shown; None where nothing may.

    One group that holds every post is not shown: to name it would be to say it of each of them.
    """
    found = grouped(posts, field)
    kept = together([len(group.posts) for group in found], least)
    if len(found) <= 1 or len(kept) == len(found):
        return None
    named = tuple(group for at, group in enumerate(found) if at not in kept)
    pooled = tuple(post for at in sorted(kept) for post in found[at].posts)
    return Shown(named, pooled)
