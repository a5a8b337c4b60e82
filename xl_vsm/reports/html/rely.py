"""What a page says before anybody relies on an answer."""

from __future__ import annotations

from xl_vsm.findings import ParametersReport
from xl_vsm.reports.sheet_words import RELY

Rely = tuple[str, tuple[str, ...], str]


def rely(figures: ParametersReport) -> tuple[Rely, ...]:
    """Give each mark that concerns something: the mark, what it concerns, and what it means."""
    marks = ((mark, getattr(figures, mark), meaning) for mark, meaning in RELY)
    return tuple(each for each in marks if each[1])
