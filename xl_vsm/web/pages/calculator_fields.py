"""A worksheet function as a form: a field for each argument, from its definition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from inspect import Parameter
from typing import Final, Literal

from starlette.datastructures import FormData

from xl_vsm.excel import CellError, ExcelFunction, Rate
from xl_vsm.excel.argument import Argument
from xl_vsm.excel.coerce import as_number, without_none
from xl_vsm.excel.errors import error_in
from xl_vsm.rules.words import Word
from xl_vsm.web.pages.calculator_amounts import amount_in
from xl_vsm.web.pages.days import DAYS, day_in
from xl_vsm.web.uploads import text

Kind = Literal["choice", "day", "money", "number", "rate", "text"]

LONGEST: Final = 200
"""Signs of one answer: more than any amount, day or word has."""
MOST_OF_A_RUN: Final = 8
"""Fields for a run of arguments: as many as the function with the most of them takes."""
YES_OR_NO: Final = (("yes", "Yes"), ("no", "No"))
LABELS: Final = {"effective": "Effective date", "known": "Known on"}
"""The two dates that functions have in common, as people say them."""

_IS_MONEY = re.compile(r"£ a year|pay in £")
"""How an argument's words say that it is an amount; a size may be people as well."""
_ALSO: Final = {
    "day": f"For example, {DAYS}.",
    "money": "For example, £182,500 or 182.5k.",
    "rate": "For example, 5% or 0.05.",
    "size": "For example, £512.4m, 512,400 (£000) or 512,400,000.",
}
"""Examples, by what a field is or by its name."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a function's form.

    Attributes:
        id: its name in the form.
        argument: what reads it.
        label: what stands above it.
        hint: what helps to fill it in.
        kind: what it looks like.
        choices: what can be chosen, with what each is called; only of a choice.
        optional: whether it may be left blank.
        is_of_run: whether it is one of a run of arguments, of which the last may be left out.
        default: what it stands for when blank.
        said: what was typed or chosen.
        value: what that means; None where it is blank.
        fault: what is wrong with it; empty where nothing is.
    """

    id: str
    argument: Argument
    label: str
    hint: str
    kind: Kind
    choices: tuple[tuple[str, str], ...]
    optional: bool
    is_of_run: bool = False
    default: object = None
    said: str = ""
    value: object = None
    fault: str = ""

    @property
    def chosen(self) -> str:
        """The choice that is marked: what was chosen, or what a blank stands for."""
        value = self.default if self.value is None else self.value
        if isinstance(value, bool):
            return "yes" if value else "no"
        return "" if value is None else str(value)

    def filled(self, said: str) -> Field:
        """Return the field with what was typed, read; with a fault in words where it cannot be."""
        if len(said) > LONGEST:
            fault = f"{self.label} must be no more than {LONGEST} signs"
            return replace(self, said=said[:LONGEST], fault=fault)
        try:
            value = self.argument.take(self._meant(said))
        except ValueError as fault:
            return replace(self, said=said).wrong(str(fault))
        if not isinstance(value, CellError):
            return replace(self, said=said, value=value)
        if not said:
            return replace(self, fault=self._missing)
        return replace(self, said=said).wrong(value.words or f"is an error, {value.code}")

    def _meant(self, said: str) -> object:
        """Return what was typed as a cell of Excel would have it: a day, or an amount in full.

        Raises:
            ValueError: it should be a day and is none.
        """
        if self.kind == "day" and said and not error_in(said):
            return day_in(said)
        if self.argument.reader is as_number:
            return said if (found := amount_in(said)) is None else found
        return said

    def wrong(self, words: str) -> Field:
        """Return the field with what is wrong with it, in words that may begin with its name."""
        about = words.removeprefix(self.argument.name) if self.is_named_by(words) else f" {words}"
        return replace(self, fault=f"{self.label}{about}")

    def is_named_by(self, words: str) -> bool:
        """Say whether words about what is wrong begin with the argument's name."""
        return bool(re.match(rf"{re.escape(self.argument.name)}\b", words))

    @property
    def _missing(self) -> str:
        called = self.label[:1].lower() + self.label[1:]
        if self.choices[:2] == YES_OR_NO:
            return f"Choose yes or no for {called}"
        return f"{'Choose' if self.kind == 'choice' else 'Enter'} the {called}"


def fields_of(function: ExcelFunction) -> list[Field]:
    """Return the fields of a function, blank, in its own order."""
    return [
        field
        for parameter in function.signature.parameters.values()
        for field in _fields(function, parameter)
    ]


def filled(fields: list[Field], form: FormData) -> list[Field]:
    """Return the fields with what a form says in them."""
    return [field.filled(text(form, field.id)) for field in fields]


def values_of(fields: list[Field]) -> list[object]:
    """Return what was typed, as the function takes it."""
    values = list(fields)
    while values and values[-1].is_of_run and values[-1].value is None:
        values.pop()
    return [field.value for field in values]


def _fields(function: ExcelFunction, parameter: Parameter) -> Iterator[Field]:
    argument = function.readers[parameter.name]
    words = function.arguments[parameter.name]
    if parameter.kind is Parameter.VAR_POSITIONAL:
        for number in range(1, MOST_OF_A_RUN + 1):
            hint = words if number == 1 else ""
            yield _field(parameter, argument.numbered(number), hint)
    else:
        yield _field(parameter, argument, words)


def _field(parameter: Parameter, argument: Argument, words: str) -> Field:
    hint, allows_none = without_none(parameter.annotation)
    kind = _kind(hint, words)
    is_run = parameter.kind is Parameter.VAR_POSITIONAL
    optional = is_run or allows_none or parameter.default is not Parameter.empty
    default = None if is_run or parameter.default is Parameter.empty else parameter.default
    # Yes and no are what the form has for TRUE and FALSE.
    words = re.sub(r"^TRUE\b", "yes", words)
    example = _ALSO.get(argument.name) or _ALSO.get(kind, "")
    also = f". {example}" if example else ""
    return Field(
        id=argument.name.replace(" ", "_"),
        argument=argument,
        label=LABELS.get(argument.name) or _label(argument.name),
        hint=_capital(f"{words}{also}"),
        kind=kind,
        choices=tuple(_choices(hint, optional=optional, default=default)),
        optional=optional,
        is_of_run=is_run,
        default=default,
    )


def _kind(hint: object, words: str) -> Kind:
    if hint is bool or (isinstance(hint, type) and issubclass(hint, Word)):
        return "choice"
    if hint is Decimal and _IS_MONEY.search(words):
        return "money"
    kinds: dict[object, Kind] = {date: "day", Decimal: "number", int: "number", Rate: "rate"}
    return kinds.get(hint, "text")


def _choices(hint: object, *, optional: bool, default: object) -> Iterator[tuple[str, str]]:
    if isinstance(hint, type) and issubclass(hint, Word):
        yield from ((word.value, _capital(word.value)) for word in hint)
    elif hint is bool:
        yield from YES_OR_NO
    else:
        return
    # A radio button cannot be taken back, so that what is optional has one for nothing.
    if optional and default is None:
        yield "", "Not known"


def _label(name: str) -> str:
    return _capital(name.replace("_", " ")).replace("Non ", "Non-")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
