"""What a worksheet function is: its words for people, and how its cells are read."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from inspect import Parameter, Signature
from itertools import zip_longest
from typing import Any

from xl_vsm.excel.argument import Argument
from xl_vsm.excel.errors import LONGEST, CellError
from xl_vsm.excel.names import check_argument_names, check_function_name

Function = Callable[..., Any]


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
        steps: the argument along which the answer goes in steps, where there is one.
        readers: what reads each argument, by its name.
    """

    def __init__(
        self,
        function: Function,
        category: str,
        arguments: Mapping[str, str],
        help_url: str | None = None,
        steps: str | None = None,
    ) -> None:
        self.name = function.__name__
        self.doc = inspect.getdoc(function) or ""
        self.category = category
        self.signature = inspect.signature(function, eval_str=True)
        self.arguments = _argument_docs(self.name, self.signature, arguments)
        self.function = function
        self.help_url = help_url
        if steps is not None and steps not in self.arguments:
            raise ValueError(f"{self.name}: it takes no {steps} to go along in steps")
        self.steps = steps
        check_function_name(self.name)
        check_argument_names(self.name, list(self.arguments))
        if not 0 < len(self.summary) <= LONGEST:
            raise ValueError(
                f"{self.name}: its docstring must begin with a paragraph for Excel of at most "
                f"{LONGEST} characters, not {len(self.summary)}"
            )
        self.readers = _argument_readers(self.name, self.signature)
        kinds = [parameter.kind for parameter in self.signature.parameters.values()]
        self._has_more = Parameter.VAR_POSITIONAL in kinds
        self._least = sum(
            parameter.default is Parameter.empty for parameter in self.signature.parameters.values()
        )

    @property
    def summary(self) -> str:
        """The first paragraph of the docstring, on one line."""
        return " ".join(self.doc.partition("\n\n")[0].split())

    def read(self, *cells: object) -> tuple[Any, ...]:
        """Return the typed arguments that single cells mean, blanks filled in.

        Raises:
            ValueError: a cell that cannot be read, in words; or an error in a cell.
        """
        values = [argument.take(cell) for argument, cell in self.paired(cells, {})]
        for value in values:
            if isinstance(value, CellError):
                raise ValueError(value.words or f"a cell that {self.name} reads is {value}")
        return tuple(values)

    def paired(
        self, cells: Sequence[object], named: Mapping[str, object]
    ) -> list[tuple[Argument, object]]:
        """Match what was given to the arguments; what was left out is blank."""
        if not named and self._takes_so_many(len(cells)):
            return list(zip_longest(self.readers.values(), cells))
        bound = self.signature.bind(*cells, **named).arguments
        pairs: list[tuple[Argument, object]] = []
        for name, argument in self.readers.items():
            if self.signature.parameters[name].kind is Parameter.VAR_POSITIONAL:
                run = enumerate(bound.get(name, ()), 1)
                pairs += [(argument.numbered(number), raw) for number, raw in run]
            else:
                pairs.append((argument, bound.get(name)))
        return pairs

    def _takes_so_many(self, count: int) -> bool:
        """Say whether the arguments can be told by their places alone."""
        return self._least <= count <= len(self.readers) and not self._has_more


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
