"""Working a formula out on the values that its workbook has stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Final

from xl_vsm.excel import CellError
from xl_vsm.excel.calling import call
from xl_vsm.excel.errors import NOT_A_NUMBER, OURS, error_in
from xl_vsm.replay.references import Area, Reference
from xl_vsm.replay.scalars import (
    NoNumber,
    Scalar,
    compared,
    day_of,
    number_of,
    rounded,
    text_of,
    truth_of,
)
from xl_vsm.replay.stored import MOST, Matrix, Stored, Value
from xl_vsm.replay.tree import Constant, Name, Node, NotWorkedOut, Operation, Ours, Wrapper

_NAMES_DEEPEST: Final = 5
_DIVIDED: Final = "#DIV/0!"
_TELLS_OF_THE_TOOL: Final = {
    "VSM_STATUS": "VSM_STATUS tells of the release that answered it",
    "VSM_EXPLAIN": "VSM_EXPLAIN answers in the words of the release that answered it",
}
_FAILED: Final = "internal fault, please report"


@dataclass(frozen=True, slots=True)
class Here:
    """Where a formula stands.

    Attributes:
        sheet: its sheet.
        row: its row.
        column: its column.
        fills: whether it is an array formula, which takes ranges cell by cell.
    """

    sheet: str
    row: int
    column: int
    fills: bool


class Work:
    """Works formulas out on the cells of one workbook."""

    def __init__(self, stored: Stored, *, date1904: bool = False) -> None:
        """Take the cells.

        Args:
            stored: the cells.
            date1904: whether the workbook counts days from 1904, which hosts do not do alike.
        """
        self._stored = stored
        self._date1904 = date1904
        self._names_deep = 0

    def out(self, node: Node, here: Here) -> Value:
        """Return what a formula gives.

        Raises:
            NotWorkedOut: with the reason.
        """
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, Reference):
            return self._stored.value(node.area(here.sheet, here.row, here.column))
        if isinstance(node, Name):
            meaning = self._stored.meaning(node, here.sheet, here.row)
            if isinstance(meaning, Area):
                return self._stored.value(meaning)
            return self._named(meaning, here)
        if isinstance(node, Ours):
            return self.ours(node, [self.out(argument, here) for argument in node.arguments])
        try:
            if isinstance(node, Operation):
                return self._operation(node, here)
            return self._wrapper(node, here)
        except NoNumber:
            raise NotWorkedOut("Excel would have to make a number of a text") from None

    def _named(self, meaning: Node, here: Here) -> Value:
        """Work out what a name stands for, unless names stand for each other in a ring."""
        self._names_deep += 1
        try:
            if self._names_deep > _NAMES_DEEPEST:
                raise NotWorkedOut("its names stand for each other")
            return self.out(meaning, here)
        finally:
            self._names_deep -= 1

    def ours(self, node: Ours, given: list[Value]) -> Value:
        """Return what one of our functions answers for what its arguments were worked out to be.

        Raises:
            NotWorkedOut: with the reason.
        """
        name = node.function.name
        if name in _TELLS_OF_THE_TOOL:
            raise NotWorkedOut(_TELLS_OF_THE_TOOL[name])
        cells = (cell for each in given for cell in _cells(each))
        if self._date1904 and any(isinstance(cell, date) for cell in cells):
            raise NotWorkedOut("the workbook counts days from 1904, which Excels do not do alike")
        try:
            answer = call(node.function, given, {}, host="com")
        except TypeError:
            raise NotWorkedOut(f"{name} is given too few cells, or too many") from None
        if isinstance(answer, list):
            return [[_read(cell) for cell in row] for row in answer]
        return _read(answer)

    def _operation(self, node: Operation, here: Here) -> Value:
        sides = [self._side(side, here) for side in node.sides]
        if node.sign == "%":
            return _each(lambda one: number_of(one) / 100, *sides)
        if len(sides) == 1:
            return _each(lambda one: number_of(one) * (-1 if node.sign == "-" else 1), *sides)
        return _each(lambda one, other: _joined(node.sign, one, other), *sides)

    def _wrapper(self, node: Wrapper, here: Here) -> Value:
        count = len(node.arguments)
        if node.name == "IF" and 2 <= count <= 3:
            return self._if(node, here)
        if node.name == "IFERROR" and count == 2:
            tried, otherwise = (self._side(argument, here) for argument in node.arguments)
            return _each(_without_error, tried, otherwise, keeps_errors=True)
        if node.name == "ROUND" and count == 2:
            sides = [self._side(argument, here) for argument in node.arguments]
            return _each(lambda one, two: rounded(number_of(one), int(number_of(two))), *sides)
        if node.name == "DATE" and count == 3:
            return _each(day_of, *(self._side(argument, here) for argument in node.arguments))
        if node.name in {"AND", "OR"} and count:
            return self._all_or_any(node, here)
        if node.name == "NOT" and count == 1:
            return _each(lambda one: not truth_of(one), self._side(node.arguments[0], here))
        if node.name == "ISBLANK" and count == 1:
            side = self._side(node.arguments[0], here)
            return _each(lambda one: one is None, side, keeps_errors=True)
        if node.name == "ANCHORARRAY" and count == 1 and isinstance(node.arguments[0], Reference):
            first = node.arguments[0].area(here.sheet, here.row, here.column)
            return self._stored.value(self._stored.spilt_from(first))
        raise NotWorkedOut(f"{node.name} in the formula is not worked out here")

    def _if(self, node: Wrapper, here: Here) -> Value:
        asked = self._side(node.arguments[0], here)
        branches = node.arguments[1:]
        if not isinstance(asked, list):
            if isinstance(asked, CellError):
                return asked
            if truth_of(asked):
                return self._side(branches[0], here)
            return self._side(branches[1], here) if len(branches) == 2 else False
        yes = self._side(branches[0], here)
        no = self._side(branches[1], here) if len(branches) == 2 else False

        def chosen(asked: Scalar, yes: Scalar, no: Scalar) -> Scalar:
            if isinstance(asked, CellError):
                return asked
            return yes if truth_of(asked) else no

        return _each(chosen, asked, yes, no, keeps_errors=True)

    def _all_or_any(self, node: Wrapper, here: Here) -> Value:
        sides = [self._side(argument, here) for argument in node.arguments]
        if any(isinstance(side, list) for side in sides):
            raise NotWorkedOut(f"{node.name} of ranges is not worked out here")
        error = next((side for side in sides if isinstance(side, CellError)), None)
        if error is not None:
            return error
        truths = [truth_of(side) for side in sides if not isinstance(side, list)]
        return all(truths) if node.name == "AND" else any(truths)

    def _side(self, node: Node, here: Here) -> Value:
        """Work out what an operator or one of Excel's functions takes."""
        value = self.out(node, here)
        if isinstance(value, list) and not here.fills:
            raise NotWorkedOut("it takes one cell of a range, and Excels differ in which")
        return value


def _joined(sign: str, one: Scalar, other: Scalar) -> Scalar:
    if sign == "&":
        return text_of(one) + text_of(other)
    if sign in "+-*/":
        left, right = number_of(one), number_of(other)
        if sign == "/":
            return left / right if right else CellError(_DIVIDED)
        found = left + right if sign == "+" else left - right if sign == "-" else left * right
        return found if isfinite(found) else CellError(NOT_A_NUMBER)
    return compared(sign, one, other)


def _without_error(tried: Scalar, otherwise: Scalar) -> Scalar:
    if isinstance(tried, CellError):
        _not_ours(tried)
        return otherwise
    return tried


def _not_ours(error: CellError) -> None:
    if error.code == OURS:
        # A text in desktop Excel, an error elsewhere: IFERROR and sums see only the latter.
        raise NotWorkedOut("what becomes of a fault of xl_vsm here depends on the Excel")


def _each(function: Callable[..., Scalar], *sides: Value, keeps_errors: bool = False) -> Value:
    """Apply a function cell by cell; one cell, row or column stands for as many as needed."""

    def one(*cells: Scalar) -> Scalar:
        if not keeps_errors:
            for cell in cells:
                if isinstance(cell, CellError):
                    _not_ours(cell)
                    return cell
        return function(*cells)

    tables = [side for side in sides if isinstance(side, list)]
    if not tables:
        return one(*(side for side in sides if not isinstance(side, list)))
    height, width = max(map(len, tables)), max(len(table[0]) for table in tables)
    if height * width > MOST:
        raise NotWorkedOut(f"its ranges make more than {MOST:,} cells together")
    if any(len(t) not in (1, height) or len(t[0]) not in (1, width) for t in tables):
        raise NotWorkedOut("its ranges are not of one size")
    full = [_spread(side, height, width) for side in sides]
    return [
        [one(*(table[row][column] for table in full)) for column in range(width)]
        for row in range(height)
    ]


def _spread(side: Value, height: int, width: int) -> Matrix:
    rows = side if isinstance(side, list) else [[side]]
    rows = rows * height if len(rows) == 1 else rows
    return [row * width if len(row) == 1 else row for row in rows]


def _cells(value: Value) -> list[Scalar]:
    return [cell for row in value for cell in row] if isinstance(value, list) else [value]


def _read(answer: object) -> Scalar:
    """Return what a cell holds of an answer. Desktop Excel shows an error of ours as a text."""
    assert isinstance(answer, str | bool | int | float | date)
    if not isinstance(answer, str):
        return answer
    if answer.endswith(_FAILED):
        raise RuntimeError(answer)
    return error_in(answer) or answer
