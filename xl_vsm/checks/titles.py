"""The role in the framework that a post's title tells."""

from __future__ import annotations

import re

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.rules import Role

_OUTSIDE = re.compile(
    r"\b(non[- ]?exec(utive)?|ned|chair|vice[- ]?chair|chairman|governor|lay member)\b", re.I
)
_ASSISTANT = re.compile(r"\b(assistant|secretary|pa|adviser|advisor|office manager) to\b", re.I)
_DEPUTY_CHIEF_EXECUTIVE = re.compile(r"\bdeputy (chief executive|ceo)\b", re.I)
_BELOW_DIRECTOR = re.compile(r"\b(deputy|assistant|associate)\b", re.I)
_CHIEF_EXECUTIVE = re.compile(r"\b(chief executive|ceo|accountable officer)\b", re.I)
_OFFICE = re.compile(
    r"\b(office|directorate|department) of the (chief executive|ceo)\b"
    r"|\b(chief executive|ceo)(['\u2019]s)? office\b",
    re.I,
)
"""Where a post is placed, which is not whose it is."""
_DIRECTOR = re.compile(
    r"\b(director|chief [\w&/,-]+( [\w&/,-]+){0,4} officer|c[fnmpoidts]o|chief nurse)\b", re.I
)


def role_of_title(title: str) -> Role:
    """Return the role: a chief executive, or a director who reports to one (S1).

    Raises:
        CannotCheck: the title does not tell, or it is not an executive's.
    """
    if _OUTSIDE.search(title) or _ASSISTANT.search(title):
        raise CannotCheck(f"{title!r} is not an executive post, so the framework does not cover it")
    rest, deputy = _DEPUTY_CHIEF_EXECUTIVE.subn("", _OFFICE.sub("", title))
    if _BELOW_DIRECTOR.search(rest):
        raise CannotCheck(
            f"{title!r} is below director; whether it is a designated VSM post is not said"
        )
    if _CHIEF_EXECUTIVE.search(rest):
        return Role.CHIEF_EXECUTIVE
    if deputy or _DIRECTOR.search(rest):
        return Role.DIRECTOR
    raise CannotCheck(
        f"the title {title!r} does not tell whether the post is a chief executive's or a"
        " director's; a column headed 'Role' would"
    )
