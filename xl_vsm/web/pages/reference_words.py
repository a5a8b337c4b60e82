"""The words about an entry as parts of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from xl_vsm.reference.docstrings import Docstring
from xl_vsm.reference.entry import Entry, without_return

_JUDGED: Final = re.compile(r"\b(Wrong|Right|Why): ")


@dataclass(frozen=True, slots=True)
class Parts:
    """The words about an entry, apart.

    Attributes:
        paragraphs: what it is.
        judged: of a check, what is wrong, what is right and why.
        arguments: what each fact or argument is.
        gives: what comes of it.
        refuses: what it does not answer.
    """

    paragraphs: tuple[str, ...]
    judged: tuple[tuple[str, str], ...]
    arguments: dict[str, str]
    gives: str
    refuses: tuple[str, ...]


def parts_of(entry: Entry) -> Parts:
    """Take the words about an entry apart."""
    said = Docstring.in_text(entry.words)
    paragraphs, judged = [], []
    for paragraph in said.paragraphs:
        before, *rest = _JUDGED.split(paragraph)
        if before.strip():
            paragraphs.append(before.strip())
        judged += [
            (word, _capital(text.strip())) for word, text in zip(rest[::2], rest[1::2], strict=True)
        ]
    if paragraphs and entry.kind == "rule":
        paragraphs[0] = without_return(paragraphs[0])
    return Parts(
        paragraphs=tuple(paragraphs),
        judged=tuple(judged),
        arguments=entry.arguments or said.args,
        gives=said.returns,
        refuses=tuple(said.raises.values()),
    )


def coded(text: str) -> Markup:
    """Return words in which what stands between backticks is code."""
    pieces = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if place % 2 else escape(piece)
        for place, piece in enumerate(pieces)
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
