"""Answering for raw cells and ranges, each error in the cell that it belongs to."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from xl_vsm.excel import host as hosts
from xl_vsm.excel.answer import Answer, answer_of, error_value, laid_out
from xl_vsm.excel.argument import Argument
from xl_vsm.excel.definition import ExcelFunction
from xl_vsm.excel.errors import CellError, fault
from xl_vsm.excel.spread import Given, common_shape, given, in_rows
from xl_vsm.excel.steps import along_steps, is_amount

A_FEW = 8
"""Cells in a column that are sooner asked one by one."""

_log = logging.getLogger(__name__)


def call(
    definition: ExcelFunction,
    cells: Sequence[object],
    named: Mapping[str, object],
    host: hosts.Host | None = None,
) -> object:
    """Answer for raw cells and ranges, as Excel sends them or as plain Python gives them.

    Args:
        definition: the function.
        cells: its arguments in order.
        named: its arguments by name.
        host: as which host shows answers; the one that this runs in where none is named.
    """
    paired = definition.paired(cells, named)
    host = host or hosts.host()
    try:
        arguments = [given(argument.name, raw) for argument, raw in paired]
        shape = common_shape(arguments)
    except ValueError as error:
        return error_value(fault(str(error)), host, alone=True)
    is_range = any(argument.is_range for argument in arguments)
    readers = [argument for argument, _ in paired]
    if _goes_in_steps(definition, arguments):
        answers = _by_steps(definition, readers, arguments, host)
    else:
        columns = [
            reader.take_all(taken.cells) for reader, taken in zip(readers, arguments, strict=True)
        ]
        rows = in_rows(columns, shape[0] * shape[1])
        answers = _answers(definition, rows, host, raises=host == "plain" and not is_range)
    return laid_out(answers, shape, is_range=is_range, host=host)


def _goes_in_steps(definition: ExcelFunction, arguments: Sequence[Given]) -> bool:
    """Say whether only the argument along which the answer goes in steps is a long column."""
    if definition.steps is None:
        return False
    return all(
        (len(each.cells) > A_FEW) if each.name == definition.steps else len(each.cells) == 1
        for each in arguments
    )


def _by_steps(
    definition: ExcelFunction,
    readers: Sequence[Argument],
    arguments: Sequence[Given],
    host: hosts.Host,
) -> list[Answer]:
    at = list(definition.readers).index(str(definition.steps))
    row = [reader.take(each.cells[0]) for reader, each in zip(readers, arguments, strict=True)]

    def answer(raw: object) -> Answer:
        row[at] = readers[at].take(raw)
        return _answer(definition, tuple(row), host, raises=False)

    column: Sequence[Any] = arguments[at].cells
    amounts = list(filter(is_amount, column))
    found = along_steps(amounts, answer)
    if len(amounts) == len(column):
        return list(map(found.__getitem__, column))
    return [found[raw] if is_amount(raw) else answer(raw) for raw in column]


def _answers(
    definition: ExcelFunction, rows: Iterable[tuple[Any, ...]], host: hosts.Host, *, raises: bool
) -> list[Answer]:
    """Answer for each row. Rows alike are answered once: columns of posts repeat themselves."""
    known: dict[tuple[int, ...], Answer] = {}
    answers: list[Answer] = []
    for row in rows:
        # By identity: cells alike were read into one object, and 1 is not TRUE.
        key = tuple(map(id, row))
        if key not in known:
            known[key] = _answer(definition, row, host, raises=raises)
        answers.append(known[key])
    return answers


def _answer(
    definition: ExcelFunction, row: tuple[Any, ...], host: hosts.Host, *, raises: bool
) -> Answer:
    """Answer for one set of cells. A bug is told in Excel, and raised in plain Python."""
    if CellError in map(type, row):
        return next(value for value in row if isinstance(value, CellError))
    try:
        return answer_of(definition.function(*row))
    except ValueError as error:
        if raises:
            raise
        return fault(str(error))
    except Exception as error:
        if host == "plain":
            raise
        _note(definition.name, error)
        return fault(f"{definition.name} could not answer: internal fault, please report")


def _note(function: str, error: Exception) -> None:
    """Log where a bug is. Not its message, which may hold somebody's pay."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    _log.error("%s: %s in %s line %s", function, type(error).__name__, place.name, place.lineno)
