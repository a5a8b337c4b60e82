"""What every section of the annual pay report is written from."""

from __future__ import annotations

from dataclasses import dataclass

from xl_vsm.committee.annual.year import PayYear
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.paper import Column, Notes
from xl_vsm.committee.post import Post
from xl_vsm.parameters import Parameters
from xl_vsm.reports.plain import inert

REFERENCE = Column("Reference", wide=13)
POST = Column("Post", wide=26)


@dataclass(frozen=True)
class Reported:
    """The workbook, its posts on one view of the figures, the notes, and the year.

    Attributes:
        of: the workbook, read and checked.
        p: the view that every section asks, so that the paper names what it used.
        posts: the posts, each asking that view.
        notes: the paper's notes.
        year: the pay year of the workbook's day.
    """

    of: Checked
    p: Parameters
    posts: tuple[Post, ...]
    notes: Notes
    year: PayYear


def reported(of: Checked) -> Reported:
    """Return what the sections are written from, with nothing used yet."""
    p = of.p
    return Reported(of, p, of.posts_on(p), Notes(p), PayYear.of(p.effective))


def named(post: Post) -> tuple[str, str]:
    """Return a post's reference, empty where it has none besides its title, and its title."""
    return inert(post.key) if post.key != post.title else "", inert(post.title)


def called(post: Post) -> str:
    """Return a post's reference and title in one."""
    return " ".join(part for part in named(post) if part)
