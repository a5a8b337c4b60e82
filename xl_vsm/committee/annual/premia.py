"""The premium that a post has on the day, and when it begins and ends."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from xl_vsm.committee.answer import Answer
from xl_vsm.committee.post import Post
from xl_vsm.rules import premium

NO_PREMIUM = "no premium is stated"


def due_premium(post: Post) -> Answer[Decimal]:
    """Return the premium that is due on the day on the present salary, pounds a year full time.

    It is nothing for a post that has no premium, and from the day after the end that the workbook
    states.
    """
    if post.premium_facts is None and not post.premium_unread:
        return Answer(Decimal(0), NO_PREMIUM, premium.name)
    return post.premium_on(post.salary.value)


def last_day(post: Post) -> date | None:
    """Return the last day of a post's premium: as stated, or by the ground's terms."""
    facts = post.premium_facts
    if facts is None or facts.end is None:
        return None
    return facts.end - timedelta(days=1)
