"""Amounts as people type them into the calculator, and those that are surely in another unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from xl_vsm.checks.bounds import too_large
from xl_vsm.rules.money import pounds
from xl_vsm.sheets.doubts import LEAST, THOUSANDS
from xl_vsm.sheets.exact import plain
from xl_vsm.sheets.headers import MILLIONS
from xl_vsm.sheets.headers import THOUSANDS as IN_THOUSANDS
from xl_vsm.sheets.money import MULTIPLES, amount, clean

if TYPE_CHECKING:
    from xl_vsm.web.pages.calculator_fields import Field

_UNITS: Final = ((IN_THOUSANDS, 1_000), (MILLIONS, 1_000_000))
"""Words such as (£000) and £m that stand beside a figure, and what it is to be multiplied by."""

_FIGURE: Final = re.compile(r"[0-9][0-9, ]*(?:\.[0-9]+)?|\.[0-9]+")


class _Measure(NamedTuple):
    """What an amount measures.

    Attributes:
        name: what workbooks call it.
        words: what people call it.
        least: what it hardly is less than.
        units: the larger units in which people give it, by how they are typed.
    """

    name: str
    words: str
    least: Decimal
    units: tuple[tuple[str, str], ...]


_THOUSANDS: Final = (("k", "thousands"),)
_EITHER: Final = (("m", "millions"), *_THOUSANDS)
_PAY: Final = _Measure("salary", "a year of pay", THOUSANDS[1], _THOUSANDS)
_BY_TYPE: Final = {
    "trust": _Measure("turnover", "an annual turnover", LEAST["turnover"], _EITHER),
    "ICB": _Measure(
        "weighted_population", "a weighted population", LEAST["weighted_population"], _EITHER
    ),
}
"""What the size is of an organisation of each type."""


def amount_in(said: str) -> Decimal | None:
    """Return the amount that a text says in a larger unit: £512.4m, 512k, 512,400 (£000).

    None if it says no unit: it is then read as a cell of Excel is.
    """
    if found := amount(said):
        return found[0] if found[1] else None
    text = clean(said)
    for unit, times in _UNITS:
        bare = unit.sub("", text, count=1).strip(" ()")
        if bare != text and (found := amount(bare)) and not found[1]:
            return found[0] * times
    return None


def doubts(fields: Sequence[Field]) -> list[tuple[str, str]]:
    """Return the amounts of a form that are too small or too large: the field, and in words.

    They are taken as they were typed all the same: which unit was meant nobody can know.
    """
    values = {field.argument.name: field.value for field in fields}
    size = _BY_TYPE.get(str(values.get("organisation_type", "")))
    found = []
    for field in fields:
        measure = size if field.argument.name == "size" else _PAY if field.kind == "money" else None
        value = field.value
        if measure is None or not isinstance(value, Decimal) or value <= 0:
            continue
        if most := too_large(measure.name, value):
            how = f"more than {measure.words} can be, {most}"
        elif value < measure.least and not field.optional:
            how = f"very little for {measure.words}"
        else:
            continue
        people = measure.name == "weighted_population"
        read = f"{plain(value, ',')} people" if people else pounds(value)
        words = f"{field.label}: {field.said} is read as {read}, which is {how}."
        found.append((field.id, f"{words} {_advice(field.said, value, measure)}"))
    return found


def _advice(said: str, value: Decimal, measure: _Measure) -> str:
    """Return what to do about an amount, with the units in which what was typed would do."""
    if amount_in(said) is not None:
        return "Check the unit."
    figure = _FIGURE.search(clean(said))
    fit = [
        f"{figure[0]}{sign} for {called}"
        for sign, called in measure.units
        if figure and _does(value * MULTIPLES[sign], measure)
    ]
    if not fit:
        return "Check the figure."
    return f"If another unit is meant, write {' or '.join(fit)}."


def _does(value: Decimal, measure: _Measure) -> bool:
    return value >= measure.least and not too_large(measure.name, value)
