"""Cells and answers in words of no host's own, and how the file of parity calls writes them.

    50000   "text"   TRUE   #N/A   @2025-04-01   blank   ""   omitted   nan   {1,2;3,4}   !"words"

`@2025-04-01` is a cell formatted as a date, which hosts send as a moment or as a serial number.
`blank` is an empty cell, `""` a formula that gives an empty text, `omitted` an argument left out.
`!"words"` is a fault of ours; `""` within quotes is one quote.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias


class Nothing(Enum):
    """Two of the three ways of giving a function nothing; the third is an empty text."""

    BLANK = "blank"
    OMITTED = "omitted"


@dataclass(frozen=True)
class Error:
    """An error: Excel's own code, or a fault of ours in words (then `code` is `#VSM!`)."""

    code: str
    words: str = ""


Cell: TypeAlias = float | str | bool | date | Error | Nothing
Given: TypeAlias = Cell | list[list[Cell]]
"""One argument: a cell, or a range as rows of cells."""
Answer: TypeAlias = float | str | bool | Error | list[list[float | str | bool | Error]]
"""What a formula shows: one cell, or rows of cells that spill. An empty text is an empty text."""

OURS = "#VSM!"


def read_cell(text: str) -> Cell:
    """Read one cell as the file writes it."""
    word = text.strip()
    if word.startswith('"') and word.endswith('"') and len(word) > 1:
        return word[1:-1].replace('""', '"')
    if word.startswith("@"):
        return date.fromisoformat(word[1:])
    if word.startswith("#"):
        return Error(word)
    if word.startswith("!"):
        return Error(OURS, str(read_cell(word[1:])))
    if word in ("TRUE", "FALSE"):
        return word == "TRUE"
    if word in ("blank", "omitted"):
        return Nothing(word)
    return float(word)


def read_given(text: str) -> Given:
    """Read one argument, or one answer: a cell, or a range in braces."""
    word = text.strip()
    if word.startswith("{") and word.endswith("}"):
        return [[read_cell(cell) for cell in split(row, ",")] for row in split(word[1:-1], ";")]
    return read_cell(word)


def split(text: str, mark: str) -> list[str]:
    """Split at a mark that is neither within quotes nor within braces."""
    parts, depth, quoted, begun = [], 0, False, 0
    for at, letter in enumerate(text):
        if letter == '"':
            quoted = not quoted
        elif not quoted:
            depth += (letter == "{") - (letter == "}")
            if letter == mark and depth == 0:
                parts.append(text[begun:at])
                begun = at + 1
    return [*parts, text[begun:]] if text.strip() else []


def same(ours: Answer, theirs: Answer) -> bool:
    """Say whether two answers are the same to a person who reads the cells.

    One cell is one cell: Office.js sends every answer as a range.
    """
    ours, theirs = _unboxed(ours), _unboxed(theirs)
    if isinstance(ours, list) or isinstance(theirs, list):
        return (
            isinstance(ours, list)
            and isinstance(theirs, list)
            and len(ours) == len(theirs)
            and all(
                len(a) == len(b) and all(map(same, a, b)) for a, b in zip(ours, theirs, strict=True)
            )
        )
    if isinstance(ours, bool) or isinstance(theirs, bool):
        return ours is theirs
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return math.isclose(ours, theirs, rel_tol=1e-12, abs_tol=1e-9)
    return ours == theirs


def _unboxed(answer: Answer) -> Answer:
    if isinstance(answer, list) and len(answer) == 1 and len(answer[0]) == 1:
        return answer[0][0]
    return answer
