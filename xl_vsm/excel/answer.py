"""What a rule answered -> what a cell can hold, on the host that asked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TypeAlias, cast

from xl_vsm.excel.errors import NO_ANSWER, NOT_A_NUMBER, OURS, CellError, fault
from xl_vsm.excel.host import Host, refusal
from xl_vsm.excel.spread import ONE_CELL, Shape, in_words

Value: TypeAlias = bool | int | float | str | datetime
"""What every host can put into a cell."""
Row: TypeAlias = list[Value]
Answer: TypeAlias = Value | CellError | Row | list[Row]
"""One answer: a value, an error, or a row or table that spills."""


_PLAIN = frozenset({bool, int, str})


def answer_of(result: object) -> Answer:
    """Return a rule's result as cells hold it. A list is a row, a list of lists a table.

    Raises:
        TypeError: no cell can hold this.
    """
    if type(result) in _PLAIN:
        return cast("Value", result)
    if not isinstance(result, (list, tuple)):
        return _value(result)
    if result and all(isinstance(row, (list, tuple)) for row in result):
        return [[_value(cell) for cell in row] for row in result]
    return [_value(cell) for cell in result]


def laid_out(answers: Sequence[Answer], shape: Shape, *, is_range: bool, host: Host) -> object:
    """Return all answers in the shape of the ranges given; a single one as it is.

    Args:
        answers: row by row.
        shape: the common shape of the ranges.
        is_range: whether any argument was a range, if only of one cell.
        host: who asked, which decides how an error is told.

    Raises:
        ValueError: the single answer is an error in words, or rows that spill have no room beside
            each other. As `error_value` says, on some hosts it is another exception.
    """
    # Office.js sends a single cell as a range of one.
    alone = shape == ONE_CELL if host in ("server", "lite") else not is_range
    cells = [
        error_value(answer, host, alone=alone) if isinstance(answer, CellError) else answer
        for answer in answers
    ]
    if list in map(type, cells):
        return _spilt(cells, shape, host, [_beside(answer, host) for answer in answers])
    if not is_range:
        return cells[0]
    width = shape[1]
    return [cells[start : start + width] for start in range(0, len(cells), width)]


def error_value(error: CellError, host: Host, *, alone: bool) -> str:
    """Return what stands in the cell of an error, or raise it where the host tells words so.

    Raises:
        ValueError: a fault of ours as the only answer in plain Python. On the server hosts it is
            xlwings' own exception, whose words the user sees on the cell.
    """
    if error.code != OURS or host == "com":
        return str(error)
    if alone:
        raise (ValueError if host == "plain" else refusal)(error.words) from None
    return str(error) if host == "plain" else NO_ANSWER


def _beside(answer: Answer, host: Host) -> str:
    """Return what fills a row that is shorter than others: an error, where the row is one.

    So every cell of a post without an answer shows that, and a total over any of the columns does.
    """
    if not isinstance(answer, CellError):
        return ""
    return error_value(CellError(answer.code), host, alone=False)


def _spilt(
    cells: Sequence[Value | Row | list[Row]], shape: Shape, host: Host, fill: Sequence[str]
) -> list[Row] | str:
    """Put answers that are rows below each other, filled up to one width, as hosts insist."""
    tables = [_table(cell) for cell in cells]
    if shape != ONE_CELL and (shape[1] > 1 or any(len(table) > 1 for table in tables)):
        room = "single cells or one column" if shape[1] > 1 else "single cells"
        words = f"each answer takes several cells: give {room}, not {in_words(shape)}"
        return error_value(fault(words), host, alone=True)
    width = max(1, *(len(row) for table in tables for row in table))
    return [
        row + [filler] * (width - len(row))
        for table, filler in zip(tables, fill, strict=True)
        for row in table
    ]


def _table(cell: Value | Row | list[Row]) -> list[Row]:
    """Return an answer as the rows that it fills, at least one."""
    if not isinstance(cell, list):
        return [[cell]]
    rows = [row for row in cell if isinstance(row, list)]
    return rows or [[value for value in cell if not isinstance(value, list)]]


def _value(result: object) -> Value:
    if result is None:
        return ""
    if isinstance(result, Enum):
        result = result.value
    if isinstance(result, (bool, int)):
        return result
    if isinstance(result, (float, Decimal)):
        number = float(result)
        return number if math.isfinite(number) else NOT_A_NUMBER
    if isinstance(result, str):
        return result
    if isinstance(result, date):
        return _moment(result)
    if isinstance(result, CellError):
        return str(result)
    raise TypeError(f"a cell cannot hold a {type(result).__name__}")


def _moment(day: date) -> datetime:
    # COM has no dates, only moments; a cell has no time zone.
    if isinstance(day, datetime):
        return day
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001
