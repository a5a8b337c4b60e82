"""The salary above which NHS England must approve, where that is the test of a post."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from xl_vsm.committee.paper import Level
from xl_vsm.committee.post import Post
from xl_vsm.parameters import NotInForce
from xl_vsm.rules.approvals.approver import above_central_limit
from xl_vsm.rules.money import PENNY


def limit_for(post: Post) -> Decimal | None:
    """Return the limit; none where another test counts, or the post is on other terms.

    An ICB chief executive's test is the operational maximum; of other posts of ICBs the sources
    disagree, and the published parameter says by which test they are read.
    """
    role, kind = post.role.value, post.organisation_type.value
    if role is None or kind is None or not post.on_vsm_terms:
        return None
    try:
        limit = post.p.central_approval.above
    except NotInForce:
        return None
    return limit if above_central_limit(limit + PENNY, role, kind, post.p) else None


def limit_of(limits: Iterable[Decimal | None]) -> Level | None:
    """Return the limit as a line for a picture of posts; none where it is the test of none.

    Args:
        limits: that of each post which is drawn.
    """
    found = list(limits)
    known = [each for each in found if each is not None]
    if not known:
        return None
    some = len(known) < len(found)
    return Level(f"Limit for central approval{' (not of every post)' if some else ''}", known[0])
