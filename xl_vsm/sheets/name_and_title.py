"""The title out of a cell that holds a person's name as well, as annual reports print them."""

from __future__ import annotations

import re
from typing import Final

from xl_vsm.sheets.headers import words

HEADING: Final = re.compile(r"\bname\b")
PARTS: Final = re.compile(r"\s*[\n\r;:|(),\u2013\u2014]+\s*|\s+-+\s+")
JOB: Final = re.compile(
    r"\b(director|chief|officer|executive|chair|chairman|chairwoman|ceo|c[fnmpoidts]o|nurse|"
    r"medical|finance|secretary|governor|member|manager|head|lead|president|dean|people|strategy)\b",
    re.IGNORECASE,
)
NAMED: Final = "the title alone was taken, as a post is never known by a person's name"


def holds_names(heading: str) -> bool:
    """Say whether a column's heading speaks of people's names besides titles."""
    said = words(heading)
    return bool(HEADING.search(said)) and said not in ("post name", "role name", "job name")


def title_alone(text: str) -> str:
    """Return what of a text is a title: "Jane Smith, Chief Executive" gives "Chief Executive".

    Empty where nothing in it is known for one.
    """
    parts = [part for part in PARTS.split(text) if part and JOB.search(part)]
    return ", ".join(parts)
