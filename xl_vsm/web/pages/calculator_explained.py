"""The arguments of a function that is to be explained, read as that function's own form does."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from xl_vsm.excel import REGISTRY, ExcelFunction
from xl_vsm.rules.words import squeeze
from xl_vsm.web.pages.calculator_fields import Field, fields_of

EXPLAINS: Final = "VSM_EXPLAIN"
"""The function whose first argument names another, and whose others are that one's."""


def meant(function: ExcelFunction, fields: list[Field]) -> list[Field]:
    """Return what each field of a form stands for: itself, or one of the function explained.

    Each has the name in the form of the field that it was typed into.

    Args:
        function: the form's function.
        fields: its fields, filled in.
    """
    if function.name != EXPLAINS:
        return fields
    first, *rest = fields
    wanted = squeeze(str(first.value or "").partition("(")[0])
    named = next((each for name, each in REGISTRY.items() if squeeze(name) == wanted), None)
    own = fields_of(named) if named and named.name != EXPLAINS else []
    # Where there is no such function, or too much for it, that is what is wrong and not a field.
    if not own or any(field.said for field in rest[len(own) :]):
        return fields
    read = [
        # What is too long was cut, and must not be read as if that were all.
        field if field.fault else replace(_typed(each), id=field.id).filled(field.said)
        for field, each in zip(rest, own, strict=False)
    ]
    return [first, *read, *rest[len(own) :]]


def as_meant(function: ExcelFunction, fields: list[Field]) -> list[Field]:
    """Return a form's fields with the values and the faults of what they stand for."""
    return [
        field
        if field is each
        else replace(field, value=each.value if field.said else None, fault=each.fault)
        for field, each in zip(fields, meant(function, fields), strict=True)
    ]


def _typed(field: Field) -> Field:
    """Return a field as it is where nothing can be chosen: what is missing is to be entered."""
    return replace(field, kind="text") if field.kind == "choice" else field
