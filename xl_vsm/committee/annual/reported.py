"""What every section of the annual pay report is written from."""

from __future__ import annotations

from dataclasses import dataclass

from xl_vsm.committee.answer import NOT_KNOWN
from xl_vsm.committee.checked import Checked, LeftOut
from xl_vsm.committee.costing.posts import stated
from xl_vsm.committee.paper import Column, Notes
from xl_vsm.committee.pay_year import PayYear
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
        posts: the posts that are held on a day of the year, each asking that view.
        left_out: the other rows, each with the reason.
        notes: the paper's notes.
        year: the pay year of the workbook's day.
    """

    of: Checked
    p: Parameters
    posts: tuple[Post, ...]
    left_out: tuple[LeftOut, ...]
    notes: Notes
    year: PayYear


def reported(of: Checked) -> Reported:
    """Return what the sections are written from, with nothing used yet."""
    p = of.p
    year = PayYear.of(p.effective)
    posts, left_out = [], list(of.left_out)
    for post in of.posts_on(p):
        try:
            said = stated(post)
        except NOT_KNOWN as reason:
            left_out.append(LeftOut(post.key, post.title, str(reason)))
            continue
        if year.within(said.began, said.left):
            posts.append(post)
        else:
            why = f"by its dates it is held on no day of {year.name}"
            left_out.append(LeftOut(post.key, post.title, why))
    return Reported(of, p, tuple(posts), tuple(left_out), Notes(p), year)


def named(post: Post) -> tuple[str, str]:
    """Return a post's reference, empty where it has none besides its title, and its title."""
    return inert(post.key) if post.key != post.title else "", inert(post.title)


def called(post: Post) -> str:
    """Return a post's reference and title in one."""
    return " ".join(part for part in named(post) if part)
