"""What a workbook's words on approval say: who approved, or that nobody has yet."""

from __future__ import annotations

import re

from xl_vsm.rules import Approver

_DHSC = re.compile(
    r"\b(dhsc|ministers?|ministerial|secretary of state|department of health)\b", re.I
)
# Not \b: references such as NHSE_014 join the name to a number.
_NHS_ENGLAND = re.compile(
    r"(?<![a-z])(nhs[\s-]*(england|e)(i|&i)?|nhs[\s-]*improvement)(?![a-z])", re.I
)
_OTHERS = re.compile(r"\b(committee|rem ?com?|board|chair|icb|trust|council)\b", re.I)
_NEGATIVE = re.compile(
    r"^no\b(?!\.?\s*\d)|\b(not|never|await\w*|refused|reject\w*|declined|pending|submitted|"
    r"requested|sought|outstanding|tbc|to be confirmed)\b",
    re.I,
)
_AFFIRMATIVE = re.compile(
    r"\b(approved?|approves|agreed|granted|given|received|confirmed|obtained)\b", re.I
)
_PLAIN_YES = re.compile(
    r"([\W\d]*\b(y|yes|approved|approval|agreed|granted|given|received|confirmed|obtained|in full|"
    r"on|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b)*[\W\d]*",
    re.I,
)
_CLAUSE = re.compile(r"[;,.\n]+|\bbut\b", re.I)
_PRE_DATES = re.compile(
    r"\bpre-?\s?dat|\bpre-?\s?framework\b|\b(before|prior to|previous|earlier|old) (the )?"
    r"(\w+ )?framework\b|\bbefore (1 )?april 2025\b",
    re.I,
)
_FRONT = 7
"""Words: what a text says after them is about the approval's history, not its outcome."""


def shown(text: str) -> Approver:
    """Return the highest approval that a text shows; the committee's own is always assumed.

    "NHSE approved 12/5/25, DHSC pending" shows NHS England's: each part of a sentence speaks of
    the approver that it names, and one that names nobody of the approver named before it.
    """
    granted: dict[Approver, bool] = {}
    certain: set[Approver] = set()
    last: Approver | None = None
    for clause in _clauses(text):
        named, stance = _named(clause), _stance(clause)
        last = named or last
        if last is None or (named is None and (stance is None or last in certain)):
            continue
        granted[last] = stance is not False
        if stance:
            certain.add(last)
    given = [who for who, yes in granted.items() if yes]
    return max(given, key=list(Approver).index, default=Approver.COMMITTEE)


def is_plain_yes(text: str) -> bool:
    """Say whether a text only affirms, or says nothing: "Yes", "Approved 12/5/25", "Y"."""
    return _named(text) is None and _PLAIN_YES.fullmatch(text.strip()) is not None


def says_it_pre_dates(text: str) -> bool:
    """Say whether a text has it that the salary was set before the framework."""
    return _PRE_DATES.search(text) is not None


def _clauses(text: str) -> list[str]:
    """Split a text, and at "and" only where each side says an outcome of its own."""
    found: list[str] = []
    for clause in _CLAUSE.split(text):
        parts = re.split(r"\band\b", clause, flags=re.I)
        own = all(_stance(part) is not None and _named(part) for part in parts)
        found += parts if own else [clause]
    return found


def _named(clause: str) -> Approver | None:
    if _DHSC.search(clause):
        return Approver.NHS_ENGLAND_AND_DHSC
    if _NHS_ENGLAND.search(clause):
        return Approver.NHS_ENGLAND
    return Approver.COMMITTEE if _OTHERS.search(clause) else None


def _stance(clause: str) -> bool | None:
    """Return whether a clause says yes or no, whichever it says first; None for neither."""
    front = " ".join(clause.split()[:_FRONT])
    negative, affirmative = _NEGATIVE.search(front), _AFFIRMATIVE.search(clause)
    if negative and (affirmative is None or negative.start() < affirmative.start()):
        return False
    return True if affirmative else None
