"""Every place that the rules cite, read from their code: many are named only where they decide."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable, Iterator

from xl_vsm.rules.rule import BRIEFING, Citation


def citations_of(function: Callable[..., object]) -> set[Citation]:
    """Return what a rule cites, by itself and by what it calls in its own module."""
    module = sys.modules[function.__module__]
    tree = ast.parse(inspect.getsource(module))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    reached: set[str] = set()
    waiting = {function.__name__}
    while waiting:
        name = waiting.pop()
        reached.add(name)
        used = {node.id for node in ast.walk(functions[name]) if isinstance(node, ast.Name)}
        waiting |= (used & functions.keys()) - reached
    return {
        citation
        for name in reached
        for node in ast.walk(functions[name])
        for citation in _cited(node, vars(module))
    }


def _cited(node: ast.AST, names: dict[str, object]) -> Iterator[Citation]:
    if isinstance(node, ast.keyword) and node.arg == "cites":
        yield from (Citation(BRIEFING, number) for number in ast.literal_eval(node.value))
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return
    arguments = [_text(argument, names) for argument in node.args]
    if node.func.id == "briefing":
        yield from (Citation(BRIEFING, number) for number in arguments if number)
    if node.func.id == "Citation" and all(arguments):
        source, locator = arguments
        assert source is not None
        assert locator is not None
        yield Citation(source, locator)


def _text(node: ast.expr, names: dict[str, object]) -> str | None:
    """Return the text of an argument; None where it comes from the figures."""
    value = names.get(node.id) if isinstance(node, ast.Name) else getattr(node, "value", None)
    return value if isinstance(value, str) else None
