"""Posts in groups by a protected characteristic, as the workbook words it and no otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from xl_vsm.committee.checked import Checked
from xl_vsm.committee.post import Post
from xl_vsm.reports.plain import inert
from xl_vsm.sheets import Entry

CHARACTERISTICS: Final = (
    "age",
    "disability",
    "gender_reassignment",
    "marriage",
    "maternity",
    "ethnicity",
    "religion",
    "sex",
    "sexual_orientation",
)
"""The fields of the nine, in the order of the Equality Act 2010, section 4."""

NOT_STATED: Final = "Not stated"
"""What a post is grouped under for which the workbook says nothing. It is never guessed."""

_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Group:
    """The posts of one group.

    Attributes:
        label: what the workbook calls the group, made inert.
        posts: its posts.
    """

    label: str
    posts: tuple[Post, ...]


def has_column(of: Checked, field: str) -> bool:
    """Say whether any sheet of the workbook has a column for a characteristic."""
    return any(getattr(row, field) is not None for row in of.workbook.rows)


def grouped(posts: Sequence[Post], field: str) -> tuple[Group, ...]:
    """Return the groups of a characteristic, the largest first, then by name.

    Words that differ only by case or spaces name one group, which is called as it is first.
    """
    labels: dict[str, str] = {}
    members: dict[str, list[Post]] = {}
    for post in posts:
        said = _said(post, field)
        key = said.casefold()
        labels.setdefault(key, said)
        members.setdefault(key, []).append(post)
    found = (Group(labels[key], tuple(each)) for key, each in members.items())
    return tuple(sorted(found, key=lambda group: (-len(group.posts), group.label.casefold())))


def _said(post: Post, field: str) -> str:
    """Return what the workbook says: words such as "none" are an answer here, and no blank."""
    entry: Entry[str] | None = getattr(post.case.row, field)
    if entry is None or entry.state not in {"stated", "not applicable"}:
        return NOT_STATED
    words = " ".join(inert(entry.value or entry.raw).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
