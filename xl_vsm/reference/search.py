"""Finding entries by words: a code or a name first, then what is said in a line, then the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from xl_vsm.parameters import shipped
from xl_vsm.reference.entries import entries
from xl_vsm.reference.entry import Entry
from xl_vsm.rules.words import squeeze

MOST_WORDS: Final = 12
"""Words of a query that are looked for. More says nothing more, and takes time."""
LONGEST: Final = 200
_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_WHOLE_NAME, _NAME_BEGINS, _IN_NAME, _IN_LINE, _IN_WORDS = 1_000, 300, 60, 20, 5
"""What it weighs where a query, or a word of one, is found."""


@dataclass(frozen=True, slots=True)
class _Indexed:
    """An entry with its words apart."""

    entry: Entry
    names: tuple[str, ...]
    in_name: frozenset[str]
    in_line: frozenset[str]
    in_words: frozenset[str]


def search(query: str) -> list[Entry]:
    """Return the entries that have every word of a query, the likeliest first.

    Args:
        query: as typed. Case, punctuation and the end of a plural do not matter.

    Returns:
        The entries; none where the query has no word.
    """
    words = _words(query[:LONGEST])[:MOST_WORDS]
    whole = squeeze(query[:LONGEST])
    if not words:
        return []
    scored = [(_score(each, words, whole), each.entry) for each in _index()]
    hits = [(score, entry) for score, entry in scored if score]
    return [entry for _, entry in sorted(hits, key=lambda hit: -hit[0])]


def _score(each: _Indexed, words: list[str], whole: str) -> int:
    """Return how well an entry answers; 0 where a word of the query is nowhere in it."""
    score = 0
    if whole in each.names:
        score += _WHOLE_NAME
    elif any(name.startswith(whole) for name in each.names):
        score += _NAME_BEGINS
    for word in words:
        if _among(word, each.in_name):
            score += _IN_NAME
        elif _among(word, each.in_line):
            score += _IN_LINE
        elif _among(word, each.in_words):
            score += _IN_WORDS
        elif score < _NAME_BEGINS:
            return 0
    return score


def _among(word: str, words: frozenset[str]) -> bool:
    """Say whether a word, or the beginning of a longer one, is among others."""
    return word in words or any(other.startswith(word) for other in words)


@cache
def _index() -> tuple[_Indexed, ...]:
    return tuple(map(_indexed, entries()))


def _indexed(entry: Entry) -> _Indexed:
    titles = [shipped().series(name).title for name in entry.figures]
    rest = [entry.words, entry.group, entry.severity, entry.typed, entry.rule, entry.function]
    return _Indexed(
        entry,
        (squeeze(entry.key), squeeze(entry.name)),
        _set([entry.key, entry.name]),
        _set([entry.line]),
        _set([*rest, *titles, *entry.arguments, *entry.arguments.values()]),
    )


def _set(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _words(text))


def _words(text: str) -> list[str]:
    """Return the words of a text, their plurals and figures as others write them."""
    return [_stem(word) for word in _WORD.findall(text.casefold().replace(",", ""))]


def _stem(word: str) -> str:
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word
