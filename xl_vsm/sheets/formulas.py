"""A formula's text: in words of the grammar, and as it reads from where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from xl_vsm.sheets.addresses import LAST_COLUMN, LAST_ROW, letters, number, parse

_NO_CELLS: Final = r"""
      "(?:[^"]|"")*"                                  # a text
    | '(?:[^']|'')*'                                  # a sheet's or workbook's quoted name
    | \[(?:[^\[\]]|\[[^\[\]]*\])*\]                   # a table's column, or another workbook
"""
"""What may look like a cell and is none."""
_PIECE: Final = re.compile(
    _NO_CELLS
    + r"""
    | (?<![\w.$\\])(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})(?![\w(.!\\])
    """,
    re.VERBOSE,
)
_COPIED: Final = re.compile(
    _NO_CELLS
    + r"""
    | [\w.]+:[\w.]+!                                  # a row of sheets
    | (?<![\w.$\\:])(?P<first>\$?[A-Za-z]{1,3}):(?P<last>\$?[A-Za-z]{1,3})(?![\w(.!\\\[])
    | (?<![\w.$\\:])(?P<top>\$?[1-9][0-9]{0,6}):(?P<bottom>\$?[1-9][0-9]{0,6})(?![\w(.!\\\[])
    | (?<![\w.$\\])(?P<cell>\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6})(?![\w(.!\\\[])
    """,
    re.VERBOSE,
)
_CORNER: Final = re.compile(r"(?:(\$?)([A-Za-z]+))?(?:(\$?)([0-9]+))?")
_TEXT: Final = re.compile(r'"(?:[^"]|"")*"')


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a formula.

    Attributes:
        kind: operand, function, parenthesis, separator, operator or white space, as openpyxl
            names them.
        part: what of its kind it is, such as a text, or the opening of a function.
        text: as the formula has it.
    """

    kind: str
    part: str
    text: str


def tokens(formula: str) -> list[Token]:
    """Take a formula apart.

    Args:
        formula: with its equals sign.

    Raises:
        ValueError: this is no formula that can be taken apart.
    """
    # Slow to import, and needed only where a formula is looked into.
    from openpyxl.formula import Tokenizer  # noqa: PLC0415
    from openpyxl.formula.tokenizer import TokenizerError  # noqa: PLC0415

    try:
        items = Tokenizer(formula).items
    except (TokenizerError, IndexError, AttributeError) as fault:
        raise ValueError("is not written as a formula") from fault
    return [Token(item.type, item.subtype, item.value) for item in items]


def relative(formula: str, row: int, column: int) -> str:
    """Return a formula as it reads from its own cell, so that copies of it read alike.

    Excel's other notation does the same: two columns to the left is `C[-2]`, row 1 fixed is `R1`.
    """

    def turned(found: re.Match[str]) -> str:
        fixed_column, own, fixed_row, digits = found.groups()
        if own is None:
            return found.group()
        try:
            across = number(own)
        except ValueError:
            return found.group()  # beyond Excel's last column it is a name
        down = int(digits)
        return (f"R{down}" if fixed_row else f"R[{down - row}]") + (
            f"C{across}" if fixed_column else f"C[{across - column}]"
        )

    return _PIECE.sub(turned, formula)


def without_texts(formula: str) -> str:
    """Return a formula with every text in quotes emptied: "director" or "chief executive"."""
    return _TEXT.sub('""', formula)


def moved(formula: str, source: str, target: str) -> str:
    """Return a formula as Excel copies it from one cell to another, such as "H13" to "H14".

    What would lie beyond the sheet's edge becomes #REF!, as it does in Excel.
    """
    (_, row, column), (_, to_row, to_column) = (parse(f"x!{each}") for each in (source, target))
    down, across = to_row - row, to_column - column

    def copied(found: re.Match[str]) -> str:
        corners = [found[name] for name in ("cell", "first", "last", "top", "bottom")]
        try:
            moves = [_moved_corner(each, down, across) for each in corners if each]
        except _BeyondTheEdge:
            return "#REF!"
        return ":".join(moves) or found.group()

    return _COPIED.sub(copied, formula)


class _BeyondTheEdge(Exception):
    pass


def _moved_corner(corner: str, down: int, across: int) -> str:
    found = _CORNER.fullmatch(corner)
    assert found is not None
    fixed_column, own, fixed_row, digits = (each or "" for each in found.groups())
    if own:
        try:
            column = number(own)
        except ValueError:
            return corner  # beyond Excel's last column it is a name
        column += 0 if fixed_column else across
        if not 1 <= column <= LAST_COLUMN:
            raise _BeyondTheEdge
        own = letters(column)
    if digits:
        row = int(digits) + (0 if fixed_row else down)
        if not 1 <= row <= LAST_ROW:
            raise _BeyondTheEdge
        digits = str(row)
    return f"{fixed_column}{own}{fixed_row}{digits}"
