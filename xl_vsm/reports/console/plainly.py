"""The page as plain text, for a pipe or a file: the lines that `rich` prints, without colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import zip_longest
from textwrap import wrap
from typing import Final, TextIO
from unicodedata import category, east_asian_width

from xl_vsm.reports.console.parts import Across, Box, Cell, Grid, Line, Part
from xl_vsm.reports.terminal import WIDTH

IN: Final = 2
"""How far a grid is in, and how far its columns are apart."""
WIDE: Final = ("W", "F")
"""How wide a sign is that takes the room of two."""
UNSEEN: Final = ("Mn", "Me", "Cf")
"""Kinds of signs that take none."""


def write_plainly(parts: Iterable[Part], out: TextIO) -> None:
    """Write the parts, one by one, as there may be thousands."""
    drawn = (out.encoding or "utf-8").lower().startswith("utf")
    for part in parts:
        lines = lines_of(part, drawn=drawn) if _is_narrow(part) else _by_rich(part)
        for line in lines:
            out.write(line.rstrip() + "\n")


def lines_of(part: Part, width: int = WIDTH, *, drawn: bool = True) -> Iterator[str]:
    """Give the lines of a part.

    Args:
        part: the part.
        width: how many signs there are in a line.
        drawn: whether lines can be drawn; else they are put together from hyphens and bars.
    """
    match part:
        case Across():
            yield ("─" if drawn else "-") * width
        case Grid():
            yield from (" " * IN + line for line in _grid(part, width - IN))
            yield ""
        case Box():
            yield from _box(part, width, "─│╭╮╰╯" if drawn else "-|++++")
        case _:
            yield from _wrapped(part, width)


def _is_narrow(part: Part) -> bool:
    """Say whether each sign is as wide as any other."""
    return all(words.isascii() or not any(map(_is_other, words)) for words in _words(part))


def _is_other(sign: str) -> bool:
    return category(sign) in UNSEEN or east_asian_width(sign) in WIDE


def _words(part: Part) -> Iterator[str]:
    lines: Iterable[Line]
    match part:
        case Across():
            return
        case Grid():
            lines = (line for row in part.rows for cell in row for line in cell)
        case Box():
            lines = part.lines
        case _:
            lines = (part,)
    for line in lines:
        for words, _ in line:
            yield words


def _by_rich(part: Part) -> list[str]:
    """Lay out what holds Chinese, say, or signs that are written over others."""
    from xl_vsm.reports.console.in_colour import write_in_colour  # noqa: PLC0415 - it is seldom

    page = StringIO()
    write_in_colour([part], page)
    return page.getvalue().splitlines()


def _wrapped(line: Line, width: int) -> list[str]:
    words = "".join(words for words, _ in line)
    return wrap(words, max(1, width), break_on_hyphens=False, replace_whitespace=False) or [""]


def _grid(grid: Grid, width: int) -> Iterator[str]:
    widths = _widths(grid, width)
    gaps = [*[IN] * (len(widths) - 1), 0]
    for row in grid.rows:
        cells = [_cell(*each) for each in zip(row, widths, gaps, strict=True)]
        for lines in zip_longest(*cells, fillvalue=""):
            yield "".join(f"{line:<{each}}" for line, each in zip(lines, widths, strict=True))


def _cell(cell: Cell, width: int, gap: int) -> list[str]:
    return [line for each in cell for line in _wrapped(each, width - gap)]


def _widths(grid: Grid, width: int) -> list[int]:
    """Return how wide each column is, with the gap after it: the widest give way, until all fit."""
    natural = [IN + max(map(_longest, column)) for column in zip(*grid.rows, strict=True)]
    widths = [min(width, each) for each in (*natural[:-1], natural[-1] - IN)]
    while (over := sum(widths) - width) > 0:
        wide = widths[grid.kept :]
        widest = max(wide, default=0)
        below = max((each for each in wide if each < widest), default=IN + 1)
        if widest <= below:
            break  # a page too narrow for so many columns: the lines are longer than it is wide
        those = [n for n, each in enumerate(widths) if n >= grid.kept and each == widest]
        over = min(over, (widest - below) * len(those))
        for left, n in zip(range(len(those), 0, -1), those, strict=True):
            less = round(over / left)
            widths[n] -= less
            over -= less
    return widths


def _longest(cell: Cell) -> int:
    return max((sum(len(words) for words, _ in line) for line in cell), default=0)


def _box(box: Box, width: int, signs: Sequence[str]) -> Iterator[str]:
    across, down, *corners = signs
    yield corners[0] + f" {box.title} ".center(width - 2, across) + corners[1]
    for line in box.lines:
        for each in _wrapped(line, width - 4):
            yield f"{down} {each:<{width - 4}} {down}"
    yield corners[2] + across * (width - 2) + corners[3]
