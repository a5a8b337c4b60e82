"""The pay case of a post, put together."""

from __future__ import annotations

from collections.abc import Collection

from xl_vsm.committee.checked import Checked, means
from xl_vsm.committee.paper import Notes, Paper, Section
from xl_vsm.committee.paper.paper import paper
from xl_vsm.committee.pay_case.approval import approval, award
from xl_vsm.committee.pay_case.comparison import comparison
from xl_vsm.committee.pay_case.decision import decision
from xl_vsm.committee.pay_case.grounds import equality, grounds
from xl_vsm.committee.pay_case.pay import pay_and_range, premium
from xl_vsm.committee.pay_case.record import found, not_the_template, record
from xl_vsm.committee.post import Post


def pay_cases(of: Checked, posts: Collection[str] = ()) -> tuple[Paper, ...]:
    """Return a pay case for each decision in a workbook.

    Args:
        of: the workbook, read and checked.
        posts: the posts wanted, by reference or by title. None: every post for which another
            salary is proposed, or every post within the framework where the workbook proposes none.

    Raises:
        KeyError: a post is not in the workbook, or not within the framework; with its name.
    """
    if posts:
        return tuple(pay_case(of, each) for each in _named(of, posts))
    proposing = [post for post in of.posts if post.changes]
    return tuple(pay_case(of, post) for post in proposing or of.posts)


def pay_case(of: Checked, post: Post) -> Paper:
    """Return the pay case of one post.

    Args:
        of: the workbook that the post is from.
        post: the post, with the salary that is proposed for it.
    """
    p = of.p
    post = post.on(p)
    notes = Notes(p)
    sections = (
        Section("About this paper", not_the_template(notes)),
        Section("The decision", decision(of, post, notes)),
        Section("Pay band and range", pay_and_range(post, notes)),
        Section("Pay premium", premium(post, notes)),
        Section("Approvals needed, and why", approval(post, notes)),
        Section("Annual award", award(post, notes)),
        Section("Beside Agenda for Change", comparison(post, notes)),
        Section("What the check found on this post", found(post)),
        Section("Grounds for the committee to state", grounds(post, notes)),
        Section("Equality", equality(notes)),
        Section("Record of the decision", record()),
    )
    known_as = post.title if post.title == post.key else f"{post.key} {post.title}"
    title = f"Pay case and justification: {post.title}"
    return paper(title, known_as, of, p, sections, notes, by_section=False)


def _named(of: Checked, posts: Collection[str]) -> list[Post]:
    found = []
    for name in posts:
        named = [post for post in of.posts if means(name, post.case.row.key, post.case.row.title)]
        if not named:
            raise KeyError(name)
        found += named
    return list(dict.fromkeys(found))
