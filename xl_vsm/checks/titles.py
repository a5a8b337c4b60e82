"""The role in the framework that a post's title tells."""

from __future__ import annotations

import re

from xl_vsm.checks.check import CannotCheck
from xl_vsm.rules import Role

_OUTSIDE = re.compile(r"\b(non[- ]?executive|ned|chair|chairman|governor|lay member)\b", re.I)
_DEPUTY = re.compile(r"\b(deputy|assistant|associate|vice)\b", re.I)
_BELOW_DIRECTOR = re.compile(r"\b(deputy|assistant|associate) (\w+ )?director\b", re.I)
_CHIEF_EXECUTIVE = re.compile(r"\b(chief executive|ceo|accountable officer)\b", re.I)
_DIRECTOR = re.compile(r"\b(director|chief \w+( \w+){0,3} officer|c[fnmpo]o|chief nurse)\b", re.I)


def role_of_title(title: str) -> Role:
    """Return the role: a chief executive, or a director who reports to one (S1).

    Raises:
        CannotCheck: the title does not tell, or it is not an executive's.
    """
    if _OUTSIDE.search(title):
        raise CannotCheck(f"{title!r} is not an executive post, so the framework does not cover it")
    if _CHIEF_EXECUTIVE.search(title) and not _DEPUTY.search(title):
        return Role.CHIEF_EXECUTIVE
    if _BELOW_DIRECTOR.search(title):
        raise CannotCheck(
            f"{title!r} is below director; whether it is a designated VSM post is not said"
        )
    if _DIRECTOR.search(title) or _CHIEF_EXECUTIVE.search(title):
        return Role.DIRECTOR
    raise CannotCheck(
        f"the title {title!r} does not tell whether the post is a chief executive's or a"
        " director's; a column headed 'Role' would"
    )
