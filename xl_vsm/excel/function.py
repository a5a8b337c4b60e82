"""A plain, typed Python function -> a worksheet function on every Excel host.

    from xl_vsm.excel import excel_function

    @excel_function(category="NHS VSM pay", arguments={"pay": "annual pay in £"})
    def NHS_HALF(pay: Decimal) -> Decimal:
        "Half of the pay."
        return pay / 2

What Excel calls takes raw cells, single or in ranges. It reads each by the type hints, answers cell
by cell, and keeps an error in the cell that it belongs to. xlwings never sees the hints.
"""

from __future__ import annotations

import inspect
import logging
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from inspect import Parameter, Signature
from typing import Any, cast

from xl_vsm.excel import host as hosts
from xl_vsm.excel.answer import Answer, answer_of, error_value, laid_out
from xl_vsm.excel.argument import Argument
from xl_vsm.excel.errors import LONGEST, CellError, fault
from xl_vsm.excel.names import check_argument_names, check_function_name
from xl_vsm.excel.spread import common_shape, given, in_rows

Function = Callable[..., Any]

_log = logging.getLogger(__name__)


class ExcelFunction:
    """One worksheet function: what it is for people, and how its cells are read.

    Attributes:
        name: as typed in Excel.
        doc: the whole docstring; `summary` is its first paragraph, which Excel shows.
        category: where Excel's function wizard lists it.
        arguments: what each argument is, in words, by name.
        signature: of the typed function, its hints resolved.
        function: the typed function itself.
        help_url: a page about it, where there is one.
    """

    def __init__(
        self,
        function: Function,
        category: str,
        arguments: Mapping[str, str],
        help_url: str | None = None,
    ) -> None:
        self.name = function.__name__
        self.doc = inspect.getdoc(function) or ""
        self.category = category
        self.signature = inspect.signature(function, eval_str=True)
        self.arguments = _argument_docs(self.name, self.signature, arguments)
        self.function = function
        self.help_url = help_url
        check_function_name(self.name)
        check_argument_names(self.name, list(self.arguments))
        if not 0 < len(self.summary) <= LONGEST:
            raise ValueError(
                f"{self.name}: its docstring must begin with a paragraph for Excel of at most "
                f"{LONGEST} characters, not {len(self.summary)}"
            )
        self._readers = _argument_readers(self.name, self.signature)

    @property
    def summary(self) -> str:
        """The first paragraph of the docstring, on one line."""
        return " ".join(self.doc.partition("\n\n")[0].split())

    def read(self, *cells: object) -> tuple[Any, ...]:
        """Return the typed arguments that single cells mean, blanks filled in.

        Raises:
            ValueError: a cell that cannot be read, in words; or an error in a cell.
        """
        values = [argument.take(cell) for argument, cell in self._paired(cells, {})]
        for value in values:
            if isinstance(value, CellError):
                raise ValueError(value.words or f"a cell that {self.name} reads is {value}")
        return tuple(values)

    def call(self, cells: Sequence[object], named: Mapping[str, object]) -> object:
        """Answer for raw cells and ranges, as Excel sends them or as plain Python gives them."""
        paired = self._paired(cells, named)
        host = hosts.host()
        try:
            arguments = [given(argument.name, raw) for argument, raw in paired]
            shape = common_shape(arguments)
        except ValueError as error:
            return error_value(fault(str(error)), host, alone=True)
        is_range = any(argument.is_range for argument in arguments)
        columns = [
            argument.take_all(taken.cells)
            for (argument, _), taken in zip(paired, arguments, strict=True)
        ]
        rows = in_rows(columns, shape[0] * shape[1])
        raises = host == "plain" and not is_range
        answers = self._answers(rows, host, raises=raises)
        return laid_out(answers, shape, is_range=is_range, host=host)

    def _answers(
        self, rows: Iterable[tuple[Any, ...]], host: hosts.Host, *, raises: bool
    ) -> list[Answer]:
        """Answer for each row. Rows alike are answered once: columns of posts repeat themselves."""
        known: dict[tuple[int, ...], Answer] = {}
        answers: list[Answer] = []
        kept = list(rows)
        for row in kept:
            # By identity: cells alike were read into one object, and 1 is not TRUE.
            key = tuple(map(id, row))
            if key not in known:
                known[key] = self._answer(row, host, raises=raises)
            answers.append(known[key])
        return answers

    def _answer(self, row: tuple[Any, ...], host: hosts.Host, *, raises: bool) -> Answer:
        """Answer for one set of cells. A bug is told in Excel, and raised in plain Python."""
        for value in row:
            if value.__class__ is CellError:
                return cast("CellError", value)
        try:
            return answer_of(self.function(*row))
        except ValueError as error:
            if raises:
                raise
            return fault(str(error))
        except Exception as error:
            if host == "plain":
                raise
            _note(self.name, error)
            return fault(f"{self.name} could not answer: internal fault, please report")

    def _paired(
        self, cells: Sequence[object], named: Mapping[str, object]
    ) -> list[tuple[Argument, object]]:
        """Match what was given to the arguments; what was left out is blank."""
        bound = self.signature.bind(*cells, **named).arguments
        pairs: list[tuple[Argument, object]] = []
        for name, argument in self._readers.items():
            if self.signature.parameters[name].kind is Parameter.VAR_POSITIONAL:
                run = enumerate(bound.get(name, ()), 1)
                pairs += [(argument.numbered(number), raw) for number, raw in run]
            else:
                pairs.append((argument, bound.get(name)))
        return pairs


REGISTRY: dict[str, ExcelFunction] = {}
"""Every worksheet function, by name, once the module that defines it is imported."""


def excel_function(
    *, category: str, arguments: Mapping[str, str] | None = None, help_url: str | None = None
) -> Callable[[Function], Function]:
    """Make a typed function a worksheet function.

    Its hints may be Decimal, int, bool, date, str, object, or any class whose `read(text)` returns
    one of its members or raises ValueError("must be ..."); each may allow None. Its docstring's
    first paragraph is what Excel shows. It may raise ValueError, whose words reach the user.

    Args:
        category: where Excel's function wizard lists it.
        arguments: what each argument is, in words. None may be missing.
        help_url: a page about it.

    Raises:
        TypeError: on import, where Excel could not call the function or cells not be read.
        ValueError: on import, where names or words would not do in Excel.
    """

    def decorate(function: Function) -> Function:
        definition = ExcelFunction(function, category, arguments or {}, help_url)
        _register(definition)
        return _worksheet_face(definition)

    return decorate


def _register(definition: ExcelFunction) -> None:
    earlier = REGISTRY.get(definition.name)
    if earlier is not None and _home(earlier.function) != _home(definition.function):
        raise ValueError(f"{definition.name}: {_home(earlier.function)} has this name already")
    REGISTRY[definition.name] = definition


def _home(function: Function) -> str:
    """Say where a function is defined: a module that is loaded anew defines the same ones."""
    return f"{function.__module__}.{function.__qualname__}"


def _worksheet_face(definition: ExcelFunction) -> Function:
    """Return what Excel calls: the same name and arguments, without a trace of the type hints."""

    def face(*cells: object, **named: object) -> object:
        return definition.call(cells, named)

    function = definition.function
    face.__name__, face.__qualname__ = function.__name__, function.__qualname__
    face.__module__ = function.__module__
    # Not functools.wraps: through __wrapped__ xlwings would find the hints again.
    face.__annotations__ = {}
    signature = definition.signature
    bare = [p.replace(annotation=Parameter.empty) for p in signature.parameters.values()]
    face.__signature__ = Signature(bare)  # type: ignore[attr-defined]
    face.__doc__ = definition.summary
    bound = hosts.bind(face, definition.arguments, definition.category, definition.help_url)
    if hosts.host() == "plain":
        bound.__doc__ = definition.doc
    return bound


def _argument_docs(function: str, signature: Signature, docs: Mapping[str, str]) -> dict[str, str]:
    """Return the words for each argument in the function's own order; refuse any gap."""
    if unknown := docs.keys() - signature.parameters.keys():
        raise ValueError(f"{function}: words for {sorted(unknown)}, which it does not take")
    for name in signature.parameters:
        if not 0 < len(docs.get(name, "").strip()) <= LONGEST:
            raise ValueError(f"{function}: {name} needs words of at most {LONGEST} characters")
    return {name: docs[name] for name in signature.parameters}


def _argument_readers(function: str, signature: Signature) -> dict[str, Argument]:
    readers = {}
    for name, parameter in signature.parameters.items():
        try:
            readers[name] = Argument.of(parameter)
        except TypeError as error:
            raise TypeError(f"{function}: {name} {error}") from None
    kinds = {parameter.kind for parameter in signature.parameters.values()}
    if Parameter.VAR_POSITIONAL in kinds and any(
        parameter.default is not Parameter.empty for parameter in signature.parameters.values()
    ):
        raise TypeError(f"{function}: xlwings does not take *arguments together with defaults")
    return readers


def _note(function: str, error: Exception) -> None:
    """Log where a bug is. Not its message, which may hold somebody's pay."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    _log.error("%s: %s in %s line %s", function, type(error).__name__, place.name, place.lineno)
