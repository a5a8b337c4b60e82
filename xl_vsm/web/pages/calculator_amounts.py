"""Amounts as people type them into the calculator, and those that are surely in another unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from xl_vsm.rules.money import pounds
from xl_vsm.sheets.doubts import LEAST, THOUSANDS
from xl_vsm.sheets.headers import MILLIONS
from xl_vsm.sheets.headers import THOUSANDS as IN_THOUSANDS
from xl_vsm.sheets.money import amount, clean

if TYPE_CHECKING:
    from xl_vsm.web.pages.calculator_fields import Field

_UNITS: Final = ((IN_THOUSANDS, 1_000), (MILLIONS, 1_000_000))
"""Words such as (£000) and £m that stand beside a figure, and what it is to be multiplied by."""

_LEAST_PAY: Final = THOUSANDS[1]
_BY_TYPE: Final = {
    "trust": ("turnover", "an annual turnover"),
    "ICB": ("weighted_population", "a weighted population"),
}
"""What the size is of an organisation of each type, as workbooks have it and in words."""


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
    """Return the amounts of a form that are too small for what they are: the field, and in words.

    They are taken as they were typed all the same: which unit was meant nobody can know.
    """
    values = {field.id: field.value for field in fields}
    size = _BY_TYPE.get(str(values.get("organisation_type", "")))
    found = []
    for field in fields:
        value = field.value
        if not isinstance(value, Decimal) or value <= 0:
            continue
        if field.id == "size" and size and value < LEAST[size[0]]:
            read = pounds(value) if size[0] == "turnover" else f"{_plain(value)} people"
            found.append((field.id, _words(field, read, size[1], "m for millions or ", value)))
        elif field.kind == "money" and not field.optional and value < _LEAST_PAY:
            found.append((field.id, _words(field, pounds(value), "a year of pay", "", value)))
    return found


def _words(field: Field, read: str, of: str, millions: str, value: Decimal) -> str:
    bare = _plain(value)
    units = f"{bare}{millions}{bare}k for thousands" if millions else f"{bare}k for thousands"
    return (
        f"{field.label}: {field.said} is read as {read}, which is very little for {of}. "
        f"If another unit is meant, write {units}."
    )


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
