"""Headings as people type them, brought down to the words that name a field."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

LONGEST: Final = 120  # a longer text is prose

TYPED: Final = str.maketrans("\u2018\u2019`\u2013\u2014\u00a0", "'''-- ", "\u00ad\u200b\ufeff")
FOOTNOTE: Final = re.compile(r"[¹²³⁰-⁹*†‡§^]+|\[\w\]|\((?:\d{1,2}|[a-jln-z])\)")
MILLIONS: Final = re.compile(r"£\s?mn?\b|\(\s*mn?\s*\)|\bmillions?\b")
THOUSANDS: Final = re.compile(
    r"£\s?'?0{3}'?s?\b|\(\s*'?0{3}'?s?\s*\)|\b0{3}'?s\b|£\s?k\b|\(\s*k\s*\)|"
    r"\bthousands?\b"
)
MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
DAY: Final = re.compile(
    rf"(?:(?:as )?(?:at|of|from|on|to) )?\b(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{2,4}}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d)\b"
)
YEAR: Final = re.compile(
    r"\b(?:fy ?)?20\d\d(?: ?[/-] ?(?:20)?\d\d)?\b|\bfy ?\d\d(?:[/-]\d\d)?\b"
    r"|\b[1-7]\d/[1-7]\d\b"
)
PER_YEAR: Final = re.compile(r"\bp\.\s?a\.?|\bpa\b|\bper annum\b|\b(?:a|per|each) year\b|\bgbp\b")
PERCENT: Final = re.compile(r"(?<![\d.])(?<!\d )%")  # "Contribution %", not "Employer NI (15%)"
SHARE: Final = re.compile(r"\d+(?:\.\d+)? ?(?:%|per ?cent\b)")  # the 15% of "Employer NI (15%)"
BANDS_OF: Final = re.compile(r"\b(?:in )?bands? of £? ?\d[\d,.]*k?\b")
INITIALS: Final = re.compile(r"\b(?:[a-z] ){2,}[a-z]\b")  # what is left of "W.T.E."
QUALIFIERS: Final = re.compile(
    r"^(?:agreed|current|approved|contractual|confirmed|substantive|vsm|nhs)\s"
    r"|\s(?:of|for|in) (?:the )?(?:post|role|position|job)$"
)
BRACKETED: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's words, with and without what it says in brackets, and its unit.

    A heading with a per cent sign is read as a rate first: "Contribution %".
    """

    candidates: tuple[str, ...] = ()
    scale: int = 1
    unit_only: bool = False
    percent: bool = False


@lru_cache(maxsize=8192)
def heading(text: str) -> Heading:
    """Return what a heading says: "Base salary* 2025/26 (£000)" is "base salary" in thousands."""
    if not text or len(text) > LONGEST:
        return Heading()
    lower = " ".join(FOOTNOTE.sub(" ", text.translate(TYPED)).casefold().split())
    scale = 1_000_000 if MILLIONS.search(lower) else 1_000 if THOUSANDS.search(lower) else 1
    bare = lower
    for pattern in (MILLIONS, THOUSANDS, BANDS_OF, DAY, YEAR, PER_YEAR):
        bare = pattern.sub(" ", bare)
    # A percentage that is all there is, is no heading.
    bare = shareless if words(shareless := SHARE.sub(" ", bare)) else bare
    whole, outside = words(bare), words(BRACKETED.sub(" ", bare))
    if not whole and not outside:
        unit = "rate" if "%" in lower else "amount" if "£" in lower or scale > 1 else ""
        return Heading((unit,) if unit else (), scale, unit_only=bool(unit))
    said = [text for text in (whole, outside) if text]
    percent = PERCENT.search(lower) is not None and "£" not in lower
    if percent:
        said = [*(f"{text} rate" for text in said), *said]
    return Heading(tuple(dict.fromkeys(said)), scale, percent=percent)


def dated(text: str) -> bool:
    """Say whether a text names a day or a year."""
    lower = " ".join(text.translate(TYPED).casefold().split())
    return DAY.search(lower) is not None or YEAR.search(lower) is not None


def words(text: str) -> str:
    """Reduce a text to small words: no punctuation, no pound or per cent sign."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"['\u2018\u2019`]", "", plain).replace("&", " and ").replace("#", " no ")
    spaced = " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())
    return INITIALS.sub(lambda found: found[0].replace(" ", ""), spaced)


def unqualified(said: Heading) -> Heading:
    """Return a heading without such words as "agreed" or "of post", or of no words."""
    fewer = [QUALIFIERS.sub("", text) for text in said.candidates]
    kept = tuple(f for f, text in zip(fewer, said.candidates, strict=True) if f != text)
    return replace(said, candidates=kept)
