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

from collections.abc import Callable, Mapping
from inspect import Parameter, Signature

from xl_vsm.excel import host as hosts
from xl_vsm.excel.calling import call
from xl_vsm.excel.definition import ExcelFunction, Function

REGISTRY: dict[str, ExcelFunction] = {}
"""Every worksheet function, by name, once the module that defines it is imported."""


def excel_function(
    *,
    category: str,
    arguments: Mapping[str, str] | None = None,
    help_url: str | None = None,
    steps: str | None = None,
) -> Callable[[Function], Function]:
    """Make a typed function a worksheet function.

    Its hints may be Decimal, int, bool, date, str, object, or any class whose `read(text)` returns
    one of its members or raises ValueError("must be ..."); each may allow None. Its docstring's
    first paragraph is what Excel shows. It may raise ValueError, whose words reach the user.

    Args:
        category: where Excel's function wizard lists it.
        arguments: what each argument is, in words. None may be missing.
        help_url: a page about it.
        steps: the argument along which the answer goes in steps: as it grows the answer moves on
            and never comes back to one that it has left. A column of it is then quick.

    Raises:
        TypeError: on import, where Excel could not call the function or cells not be read.
        ValueError: on import, where names or words would not do in Excel.
    """

    def decorate(function: Function) -> Function:
        definition = ExcelFunction(function, category, arguments or {}, help_url, steps)
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
        return call(definition, cells, named)

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
