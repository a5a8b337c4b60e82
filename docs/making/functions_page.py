"""The page of every worksheet function: how it is typed, what it gives, and how it errs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from inspect import Parameter
from itertools import groupby
from types import NoneType
from typing import Any, get_args

import udfs
from making.carriers import all_rules, plain
from making.golden import Example, chosen, examples
from making.markdown import GENERATED, anchor, code, link, page, sentence, table
from xl_vsm.excel import REGISTRY, ExcelFunction, Rate
from xl_vsm.reference.docstrings import Docstring
from xl_vsm.rules.words import Word

HEAD = f"""\
{GENERATED.format(what="the worksheet function")}
# Worksheet functions

Arguments in square brackets may be left out. Every argument takes a cell or a range; with ranges
there is an answer for each row. A day is a date cell or a text such as `2025-04-01`. A rate is a
fraction: 0.125 is 12.5%.

<a id="errors"></a>
## Errors

A cell that cannot be answered says why. In Excel on Windows it shows `#VSM!` and the words. On
the other hosts it shows an error, with the words where the answer stands alone. An error in a cell
that is read is passed on as it is. Every function may say:

- `size is blank and must be given`: an argument without square brackets has an empty cell. The
  function's table says where a blank is an answer of its own.
- `size must be a number, ...`, and so on: what the cell holds is not what the argument is.
- `organisation_type must be "trust" or "ICB", not ...`: the word is none of those to choose from.
- `...: the first table here is from 1 April 2015; there is none for ...`: no table answers for the
  day. There is no nearest table.

What each function says besides stands with it.

A total passes over words, and in Excel on Windows over every fault, which is text there. Count
first that each row has a number: `=IF(COUNT(J6:J21)=ROWS(J6:J21), SUM(J6:J21), "incomplete")`.
"""
_KINDS: dict[Any, str] = {
    Decimal: "a number",
    Rate: "a rate",
    int: "a whole number",
    str: "text",
    bool: "TRUE or FALSE",
    date: "a day",
    object: "anything",
}
_GIVES = {**_KINDS, list: "a row of cells, which spills"}


def functions_page() -> str:
    """Return the page."""
    lines = [HEAD]
    every = sorted(REGISTRY.values(), key=_place)
    for category, group in groupby(every, key=lambda function: function.category):
        lines.append(f"## {category}\n")
        for function in group:
            lines += _function(function)
    return page(lines)


def _place(function: ExcelFunction) -> tuple[str, str]:
    return function.category.casefold(), function.name


def functions_of(rule: str) -> list[str]:
    """Return the worksheet functions that ask a rule."""
    return [name for name, function in REGISTRY.items() if rule in _names(function)]


def _names(function: ExcelFunction) -> tuple[str, ...]:
    return function.function.__code__.co_names


def _function(function: ExcelFunction) -> Iterator[str]:
    yield anchor(function.name)
    yield f"### {function.name}\n"
    yield f"{code(_signature(function))}\n"
    for paragraph in function.doc.split("\n\n"):
        yield " ".join(paragraph.split()) + "\n"
    rows = [
        (code(name), words, _kind(function.signature.parameters[name]))
        for name, words in function.arguments.items()
    ]
    if rows:
        yield from table(("Argument", "What it is", "What a cell may hold"), rows)
    yield f"Gives {_gives(function)}."
    rules = [link(name, f"rules.md#{name}") for name in all_rules() if name in _names(function)]
    if rules:
        yield f"The rule: {', '.join(rules)}."
    yield ""
    yield from _examples(function)
    yield from _errors(function)


def _signature(function: ExcelFunction) -> str:
    typed = []
    for name, parameter in function.signature.parameters.items():
        if parameter.kind is Parameter.VAR_POSITIONAL:
            typed.append(f"[{name} ...]")
        else:
            typed.append(name if parameter.default is Parameter.empty else f"[{name}]")
    return f"={function.name}({', '.join(typed)})"


def _kind(parameter: Parameter) -> str:
    kinds, blank = _alternatives(parameter.annotation)
    words = " or ".join(_kind_of(kind) for kind in kinds)
    optional = parameter.default is not Parameter.empty or object in kinds
    return f"{words}, or blank" if blank and not optional else words


def _alternatives(hint: Any) -> tuple[list[Any], bool]:
    every = get_args(hint) or (hint,)
    return [each for each in every if each is not NoneType], NoneType in every


def _kind_of(kind: Any) -> str:
    if isinstance(kind, type) and issubclass(kind, Word):
        return ", ".join(f'"{word.value}"' for word in kind)
    return _KINDS[kind]


def _gives(function: ExcelFunction) -> str:
    hint = function.signature.return_annotation
    if getattr(hint, "__origin__", None) is list:
        return _GIVES[list]
    return " or ".join(_GIVES[kind] for kind in _alternatives(hint)[0])


def _examples(function: ExcelFunction) -> Iterator[str]:
    kept = chosen(
        [each for each in examples(function.name) if each.is_documented and not each.is_error]
    )
    if kept:
        rows = [
            (code("=" + each.typed(function.name)), each.shown(), each.who_says) for each in kept
        ]
        yield from table(("Typed", "Answer", "Who says so"), rows)


def _errors(function: ExcelFunction) -> Iterator[str]:
    said = [
        f"- {sentence(words)}"
        for name, rule in all_rules().items()
        if name in _names(function)
        for words in Docstring.of(plain(rule)).raises.values()
    ]
    # A case without a day is answered for today, and its words with it.
    cases = chosen([e for e in examples(function.name) if e.is_error and e.effective])
    rows = [(code("=" + each.typed(function.name)), _words(function, each)) for each in cases]
    if not said and not rows:
        return
    yield "No answer, but words that say why:\n"
    yield from said
    yield ""
    if rows:
        yield from table(("Typed", "What it says"), rows)


def _words(function: ExcelFunction, case: Example) -> str:
    """Return what a worksheet function says of a case that it refuses."""
    try:
        getattr(udfs, function.name)(*case.given)
    except ValueError as error:
        return " ".join(str(error).split())
    return case.shown()
