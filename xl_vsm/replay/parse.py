"""The text of a formula -> its tree."""

from __future__ import annotations

from math import isfinite
from typing import Final

from xl_vsm.excel.errors import error_in
from xl_vsm.replay.names import our_function
from xl_vsm.replay.references import read_reference
from xl_vsm.replay.tree import (
    Constant,
    Name,
    Node,
    NotWorkedOut,
    Operation,
    Ours,
    Wrapper,
    height,
)
from xl_vsm.sheets.formulas import Token, tokens

_STRENGTH: Final = {
    **dict.fromkeys(("=", "<>", "<", ">", "<=", ">="), 1),
    "&": 2,
    **dict.fromkeys(("+", "-"), 3),
    **dict.fromkeys(("*", "/"), 4),
}
_SIGN: Final = 9
"""How strongly an operator binds. Powers, and what makes ranges out of ranges, are not here."""

LONGEST: Final = 20_000
"""Characters. Excel takes 8,192, and a file writes the names of newer functions longer."""
_DEEPEST: Final = 80
"""Brackets within brackets; Excel itself stops at 64."""

_PREFIXES: Final = ("_xlfn.", "_xlws.")


def parse(formula: str, row: int, column: int) -> Node:
    """Return the tree of a formula that stands in a cell.

    Raises:
        NotWorkedOut: it holds something that is not worked out here.
    """
    if len(formula) > LONGEST:
        raise NotWorkedOut("the formula is longer than Excel takes")
    try:
        pieces = [each for each in tokens(formula) if each.kind != "WHITE-SPACE"]
    except ValueError as fault:
        raise NotWorkedOut(f"the formula {fault}") from fault
    tree = _Parser(pieces, row, column).whole()
    if height(tree) > _DEEPEST:
        raise NotWorkedOut("the formula has too many brackets within brackets")
    return tree


class _Parser:
    def __init__(self, pieces: list[Token], row: int, column: int) -> None:
        self._pieces = pieces
        self._row = row
        self._column = column
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._expression(0)
        if self._at < len(self._pieces):
            raise _not_read(self._pieces[self._at].text)
        return node

    def _peek(self) -> Token | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _next(self) -> Token:
        piece = self._peek()
        if piece is None:
            raise NotWorkedOut("the formula ends too soon")
        self._at += 1
        return piece

    def _expression(self, least: int) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotWorkedOut("the formula has too many brackets within brackets")
        left = self._signed()
        while (piece := self._peek()) and piece.kind == "OPERATOR-INFIX":
            strength = _STRENGTH.get(piece.text)
            if strength is None:
                raise _not_read(piece.text)
            if strength <= least:
                break
            self._at += 1
            left = Operation(piece.text, (left, self._expression(strength)))
        self._depth -= 1
        return left

    def _signed(self) -> Node:
        piece = self._peek()
        if piece and piece.kind == "OPERATOR-PREFIX":
            if piece.text not in "+-":
                raise _not_read(piece.text)
            self._at += 1
            return Operation(piece.text, (self._expression(_SIGN),))
        node = self._single()
        while (piece := self._peek()) and piece.kind == "OPERATOR-POSTFIX":
            self._at += 1
            node = Operation("%", (node,))
        return node

    def _single(self) -> Node:
        piece = self._next()
        if piece.kind == "OPERAND":
            return self._operand(piece)
        if piece.kind == "FUNC" and piece.part == "OPEN":
            return self._call(piece.text[:-1])
        if piece.kind == "PAREN" and piece.part == "OPEN":
            node = self._expression(0)
            if self._next().part != "CLOSE":
                raise _not_read(piece.text)
            return node
        raise _not_read(piece.text)

    def _operand(self, piece: Token) -> Node:
        text = piece.text
        if piece.part == "TEXT":
            return Constant(text[1:-1].replace('""', '"'))
        if piece.part == "NUMBER":
            if not isfinite(float(text)):
                raise _not_read(text)
            return Constant(float(text))
        if piece.part == "LOGICAL":
            return Constant(text.upper() == "TRUE")
        if piece.part == "ERROR":
            return Constant(error_in(text))
        return read_reference(text, self._row, self._column) or Name(text)

    def _call(self, stored: str) -> Node:
        arguments = tuple(self._arguments())
        ours = our_function(stored)
        if ours is not None:
            return Ours(ours, arguments)
        name = stored.upper()
        for prefix in _PREFIXES:
            name = name.removeprefix(prefix.upper())
        return Wrapper(name, arguments)

    def _arguments(self) -> list[Node]:
        found: list[Node] = []
        waiting = False  # whether a separator has been read that an argument must follow
        while True:
            piece = self._peek()
            if piece and piece.kind == "FUNC" and piece.part == "CLOSE":
                self._at += 1
                return [*found, Constant(None)] if waiting else found
            if piece and piece.kind == "SEP":
                if piece.part != "ARG":
                    raise _not_read(piece.text)
                self._at += 1
                if waiting or not found:
                    found.append(Constant(None))
                waiting = True
                continue
            if piece and found and not waiting:
                raise _not_read(piece.text)
            found.append(self._expression(0))
            waiting = False


def _not_read(text: str) -> NotWorkedOut:
    return NotWorkedOut(f"the formula has {text.strip() or 'a space'!r} in it, which is not read")
