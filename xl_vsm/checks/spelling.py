"""The habits of writing that stand around a word and do not change it."""

from __future__ import annotations

import re

_MARKS = re.compile(r"\s*\((illustrative|transcribed)(, *(illustrative|transcribed))*\)\s*$", re.I)
_BEFORE_A_BAND = re.compile(r"^\s*((nhs|trust|icb|vsm|pay|band)\b[\s:-]*)+(?=\S)", re.I)


def without_marks(text: str) -> str:
    """Return a word as it was before this tool's own functions marked it "(illustrative)"."""
    return _MARKS.sub("", text)


def band_letter(text: str) -> str:
    """Return the band that a text names: E for "Trust band E (illustrative)"."""
    return _BEFORE_A_BAND.sub("", without_marks(text)).strip()
