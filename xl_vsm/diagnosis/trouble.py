"""What a cell or a message shows, what it means, and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Cause:
    """One reason for a trouble, and how to mend it.

    Attributes:
        why: the reason, in words.
        do: what to do, in order.
    """

    why: str
    do: tuple[str, ...]


@dataclass(frozen=True)
class Trouble:
    """What is seen, and the causes of it, the likeliest first.

    Attributes:
        title: what is seen, as a heading.
        means: what it means, in a sentence or two.
        causes: the likeliest first.
        shows: pieces of text by which it is known, each found anywhere in what was given, whatever
            its capitals and spaces.
        patterns: regular expressions by which it is known, where no piece of text will do.
    """

    title: str
    means: str
    causes: tuple[Cause, ...]
    shows: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()

    def is_shown_by(self, text: str) -> bool:
        """Say whether a text shows this trouble."""
        plain = _squeezed(text)
        return any(_squeezed(piece) in plain for piece in self.shows) or any(
            re.search(pattern, text, re.IGNORECASE) for pattern in self.patterns
        )


def trouble_of(data: Mapping[str, Any]) -> Trouble:
    """Return a trouble as its file has it, its prose put on one line each.

    Raises:
        TypeError: the file has a key that a trouble has not, or lacks one.
    """
    lists = {name: tuple(data[name]) for name in ("shows", "patterns") if name in data}
    causes = tuple(_cause_of(**cause) for cause in data["causes"])
    return Trouble(**{**data, **lists, "causes": causes, "means": _one_line(data["means"])})


def _cause_of(*, why: str, do: list[str]) -> Cause:
    return Cause(_one_line(why), tuple(_one_line(step) for step in do))


def _one_line(prose: str) -> str:
    return " ".join(prose.split())


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
