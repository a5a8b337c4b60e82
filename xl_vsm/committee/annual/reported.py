"""What every section of the annual pay report is written from."""

from __future__ import annotations

from dataclasses import dataclass

from xl_vsm.committee.checked import Checked, LeftOut
from xl_vsm.committee.paper import Column, Notes
from xl_vsm.committee.pay_year import PayYear
from xl_vsm.committee.post import Post
from xl_vsm.committee.stated import of_the_year
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
        held: those of them that are held on the report's own day: of two who held one post in
            the year only the one who holds it.
        left_out: the other rows, each with the reason.
        notes: the paper's notes.
        year: the pay year of the workbook's day.
    """

    of: Checked
    p: Parameters
    posts: tuple[Post, ...]
    held: tuple[Post, ...]
    left_out: tuple[LeftOut, ...]
    notes: Notes
    year: PayYear


def reported(of: Checked) -> Reported:
    """Return what the sections are written from, with nothing used yet."""
    p = of.p
    year = PayYear.of(p.effective)
    found, left_out = of_the_year(of.posts_on(p), year)
    return Reported(
        of,
        p,
        tuple(post for post, _ in found),
        tuple(post for post, said in found if said.held_on(p.effective)),
        (*of.left_out, *left_out),
        Notes(p),
        year,
    )


def named(post: Post) -> tuple[str, str]:
    """Return a post's reference, empty where it has none besides its title, and its title."""
    return inert(post.key) if post.key != post.title else "", inert(post.title)


def called(post: Post) -> str:
    """Return a post's reference and title in one."""
    return " ".join(part for part in named(post) if part)
