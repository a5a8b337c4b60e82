from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from xl_vsm.excel import REGISTRY, excel_function

from . import toys


def define(function: Any, **arguments: str) -> Any:
    return excel_function(category="toys", arguments=arguments)(function)


def named(name: str, function: Any) -> Any:
    function.__name__ = name
    return function


def good(size: Decimal) -> Decimal:
    """Good."""
    return size


def test_a_good_one_answers() -> None:
    assert define(named("TOY_GOOD", good), size="how many")("2.5") == 2.5


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("toy", "in capitals"),
        ("Toy_Good", "in capitals"),
        ("_TOY", "in capitals"),
        ("VSM1", "for a cell"),
        ("NHS24", "for a cell"),
        ("R1C1", "for a cell"),
        ("C", "for a cell"),
    ],
)
def test_names_of_functions(name: str, words: str) -> None:
    with pytest.raises(ValueError, match=f"^{name}: .*{words}"):
        define(named(name, good), size="how many")


def no_doc(size: Decimal) -> Decimal:
    return size


def long_doc(size: Decimal) -> Decimal:
    return size


long_doc.__doc__ = "x" * 256


@pytest.mark.parametrize(("function", "length"), [(no_doc, 0), (long_doc, 256)])
def test_docstrings(function: Any, length: int) -> None:
    with pytest.raises(ValueError, match=f"at most 255 characters, not {length}"):
        define(named("TOY_DOC", function), size="how many")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({}, "size needs words"),
        ({"size": " "}, "size needs words"),
        ({"size": "x" * 256}, "size needs words of at most 255"),
        ({"size": "ok", "seize": "typo"}, r"words for \['seize'\], which it does not take"),
    ],
)
def test_words_for_arguments(arguments: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=f"^TOY_GOOD: {words}"):
        define(named("TOY_GOOD", good), **arguments)


def on_vba(on: int) -> None:
    """Doc."""


def underscore(_size: int) -> None:
    """Doc."""


def caller(caller: int) -> None:
    """Doc."""


def itself(toy_bad: int) -> None:
    """Doc."""


def too_long(a: int, b: int) -> None:
    """Doc."""


@pytest.mark.parametrize(
    ("function", "argument", "words"),
    [
        (on_vba, "on", "on already means something else in VBA"),
        (caller, "caller", "caller already means"),
        (itself, "toy_bad", "toy_bad already means"),
        (underscore, "_size", "_size starts with an underscore"),
    ],
)
def test_names_of_arguments(function: Any, argument: str, words: str) -> None:
    with pytest.raises(ValueError, match=f"^TOY_BAD: {words}"):
        define(named("TOY_BAD", function), **{argument: "words"})


def test_names_of_arguments_together() -> None:
    long = [f"{letter}{'x' * 98}" for letter in "abc"]
    source = f"def TOY_LONG({', '.join(f'{name}: int' for name in long)}):\n  'Doc.'"
    scope: dict[str, Any] = {}
    exec(source, scope)
    with pytest.raises(ValueError, match="too long together"):
        define(scope["TOY_LONG"], **dict.fromkeys(long, "words"))


def by_name(*, size: int) -> None:
    """Doc."""


def by_any_name(**size: int) -> None:
    """Doc."""


def by_place(size: int, /) -> None:
    """Doc."""


def unhinted(size) -> None:  # type: ignore[no-untyped-def]
    """Doc."""


def unreadable(size: float) -> None:
    """Doc."""


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (by_name, "size can only be given by name"),
        (by_any_name, "size can only be given by name"),
        (by_place, "size is positional only"),
        (unhinted, "size has no type hint"),
        (unreadable, "size is declared as <class 'float'>, which cannot be read from a cell"),
    ],
)
def test_parameters(function: Any, words: str) -> None:
    with pytest.raises(TypeError, match=f"^TOY_BAD: {words}"):
        define(named("TOY_BAD", function), size="how many")


def many_with_default(size: int = 1, *more: int) -> None:
    """Doc."""


def test_any_number_of_arguments_and_defaults_do_not_go_together() -> None:
    with pytest.raises(TypeError, match="together with defaults"):
        define(named("TOY_BAD", many_with_default), size="how many", more="more")


def test_one_name_is_one_function() -> None:
    toys.band()
    first = REGISTRY["TOY_BAND"]
    toys.band()  # as when a module is loaded anew
    assert REGISTRY["TOY_BAND"] is not first
    with pytest.raises(ValueError, match=r"^TOY_BAND: .*band.<locals>.TOY_BAND has this name"):
        define(named("TOY_BAND", good), size="how many")


def optional(first: Decimal, second: int | None, third: object, fourth: str = "x") -> str:
    """Doc."""
    return f"{first} {second} {third} {fourth}"


def test_what_a_blank_stands_for() -> None:
    words = dict.fromkeys(("first", "second", "third", "fourth"), "words")
    shown = define(named("TOY_BLANK", optional), **words)
    assert shown(1, None, None) == "1 None None x"
    assert shown(1, 0, 0, "") == "1 0 0 x"
    assert shown(1, 2, "three", 4.0) == "1 2 three 4"
