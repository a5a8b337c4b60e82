"""How the rows of a sheet of findings look, for whoever writes them."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from xl_vsm.findings import Severity
from xl_vsm.reports.annotated.page import CELL, COLUMNS, READ, Line

INK: Final = "1F3864"
LINK: Final = "0563C1"
FONT: Final = "Calibri"

FILLS: Final[dict[Severity, str]] = {"error": "FFC7CE", "warning": "FFEB9C", "note": "DDEBF7"}
"""What a wrong cell and its finding are filled with."""
EDGES: Final[dict[Severity, str]] = {"error": "C00000", "warning": "BF8F00", "note": "2F75B5"}
"""What a wrong cell is framed in."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks: the colours of its words and its fill, in hexadecimal, and the rest."""

    colour: str = "000000"
    fill: str = ""
    bold: bool = False
    size: int = 10
    underlined: bool = False
    lined: bool = False


STYLES: Final[dict[str, Style]] = {
    "title": Style(INK, bold=True, size=16),
    "plain": Style(),
    "banner": Style("7F3F00", "FFD966", bold=True, size=11),
    "heading": Style(INK, bold=True, size=12),
    "header": Style("FFFFFF", INK, bold=True),
    "finding": Style(lined=True),
    "good": Style("006100", "C6EFCE", bold=True, size=11),
    "bad": Style("9C0006", "FFC7CE", bold=True, size=11),
    "link": Style(LINK, underlined=True, lined=True),
    **{severity: Style(fill=fill, bold=True, lined=True) for severity, fill in FILLS.items()},
}
"""Every style that a cell may have, by its name."""

WIDTH: Final = sum(signs for _, signs in COLUMNS)
_HEIGHT_OF_A_LINE: Final = 1.3  # of the size of its letters


def style_of(line: Line, column: int, *, linked: bool) -> str:
    """Return the name of the style of one cell of a row."""
    if line.finding is None:
        return line.look
    if column == 0:
        return line.finding.severity
    return "link" if linked and column in {CELL, READ} else line.look


def is_wide(line: Line) -> bool:
    """Say whether a row is one text over all columns."""
    return line.look not in {"finding", "header"}


def height(line: Line) -> float:
    """Return how high, in points, a row must be for its words.

    It is said in the file, for not every program works it out when it opens one.
    """
    style = STYLES[line.look]
    wider = style.size / 10 * (1.1 if style.bold else 1)
    if is_wide(line):
        lines = [_lines(text, WIDTH / wider) for text in line.cells]
    else:
        columns = zip(line.cells, COLUMNS, strict=True)
        lines = [_lines(text, signs / wider) for text, (_, signs) in columns]
    return max(lines, default=1) * style.size * _HEIGHT_OF_A_LINE + 3


def _lines(text: str, signs: float) -> int:
    return max(1, len(wrap(text, max(1, int(signs)))))
