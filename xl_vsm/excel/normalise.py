"""One cell as any host sends it -> one plain value.

A blank comes as None, an empty text or a null of JavaScript's; an error as a whole number (COM) or
an object (Office.js); a date as a datetime with a made-up time zone (COM) or a serial number.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from xl_vsm.excel.errors import COM_ERRORS, NO_ANSWER, CellError, error_in, error_of_type

Cell: TypeAlias = bool | int | float | Decimal | str | date | CellError | None
"""What a cell holds once it is normalised. A datetime is a date too; None is a blank."""

_NULLS = ("JsNull", "JsUndefined", "NAType")
"""Blanks of other worlds, known by the name of their type so that nothing has to be imported."""


def normalise(raw: object) -> Cell:
    """Return what a cell holds.

    Raises:
        ValueError: this is nothing that a cell can hold.
    """
    # Columns are mostly numbers and texts, so those are told first.
    if type(raw) is float:
        return raw
    if isinstance(raw, str):
        return _text(str.__str__(raw))
    if raw is None or isinstance(raw, (bool, CellError)):
        return raw
    if isinstance(raw, float):
        # A subclass, numpy's, would not show as the number that it is.
        return float(raw)
    if isinstance(raw, int):
        return CellError(COM_ERRORS[raw]) if raw in COM_ERRORS else int(raw)
    if isinstance(raw, Decimal):
        # Decimal's NaN raises where it is compared; float's compares false.
        return raw if raw.is_finite() else float(raw)
    if isinstance(raw, datetime):
        return _wall_clock(raw)
    if isinstance(raw, date):
        return raw
    return _foreign(raw)


def is_numpy(value: object) -> bool:
    """Say whether a value is numpy's, without importing numpy."""
    return type(value).__module__ == "numpy"


def unboxed(value: Any) -> object:
    """Return what a numpy scalar or array holds, as plain Python values."""
    if value.dtype.kind == "M":
        # Finer than microseconds, numpy gives a bare count since 1970, which is no date.
        value = value.astype("datetime64[us]")
    plain: object = value.tolist()
    return plain


def _text(text: str) -> Cell:
    stripped = text.strip()
    return (error_in(stripped) or stripped) if stripped else None


def _wall_clock(moment: datetime) -> datetime | None:
    """Return what the cell shows. COM labels local times as UTC, so the zone says nothing."""
    if moment != moment:  # noqa: PLR0124 - pandas's "not a time" is a datetime unlike itself
        return None
    return datetime(  # noqa: DTZ001 - a cell has no time zone
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        moment.second,
        moment.microsecond,
    )


def _foreign(raw: object) -> Cell:
    if isinstance(raw, Mapping) and "type" in raw:
        return _office_value(raw)
    if is_numpy(raw):
        plain = unboxed(raw)
        if not is_numpy(plain):
            return normalise(plain)
    if type(raw).__name__ in _NULLS:
        return None
    raise ValueError(f"must be a single number, text, date or yes/no, not a {type(raw).__name__}")


def _office_value(raw: Mapping[Any, object]) -> Cell:
    """Read an Office.js cell value: an error, or anything with a plain value behind it."""
    basic = raw.get("basicValue")
    if "Error" in (raw["type"], raw.get("basicType")):
        if isinstance(basic, str) and (error := error_in(basic)):
            return error
        kind = raw.get("errorType")
        return error_of_type(kind) if isinstance(kind, str) else CellError(NO_ANSWER)
    return None if isinstance(basic, Mapping) else normalise(basic)
