"""What a page on a terminal is made of, whichever way it is printed."""

from __future__ import annotations

from typing import Final, NamedTuple

Span = tuple[str, str]
"""Words and their style, as `rich` names styles: "bold", "dim", none."""
Line = tuple[Span, ...]
"""Words that are wrapped where they reach the edge."""
Cell = tuple[Line, ...]
"""Lines one below the other."""

EMPTY: Final[Line] = ()


class Grid(NamedTuple):
    """Cells in rows and columns, two signs in and with a blank line after them.

    Attributes:
        rows: the cells, as many in each row.
        kept: how many columns, from the left, are never made narrower.
        style: the style of the last column.
    """

    rows: tuple[tuple[Cell, ...], ...]
    kept: int = 0
    style: str = ""


class Box(NamedTuple):
    """Lines with a frame around them."""

    title: str
    lines: tuple[Line, ...]


class Across(NamedTuple):
    """A line drawn across the page."""

    style: str


Part = Line | Grid | Box | Across


def line(words: str, style: str = "") -> Line:
    """Return a line of one style."""
    return ((words, style),)


def cell(words: str, style: str = "") -> Cell:
    """Return a cell of one line of one style."""
    return (line(words, style),)
