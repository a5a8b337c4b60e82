"""One plain cell value -> what a rule's argument is declared to be.

Every reader refuses in words that follow the argument's name: "must be a number, not 'abc'".
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from types import UnionType
from typing import Any, NewType, TypeAlias, Union, get_args, get_origin

from xl_vsm.excel.normalise import Cell
from xl_vsm.excel.text import date_in, number_in

Rate = NewType("Rate", Decimal)
"""A fraction, such as 0.05; a worksheet function says so of an argument, to read 5% as it."""
Reader: TypeAlias = Callable[[Cell], object]

LARGEST = 10**15
"""A thousand million million: more than any amount, and few enough digits to reckon exactly."""

FIRST_SERIAL = 367
"""1 January 1901. Excel's own count of days is one out in the first months of 1900."""
LAST_SERIAL = 2_958_465
"""31 December 9999, the last day that Excel has."""
SERIAL_ZERO = date(1899, 12, 30)
FIRST_YEAR, LAST_YEAR = 1901, 2100
"""As serial numbers these are days in 1905; typed into a cell they are years."""

_YES = frozenset({"true", "yes", "y", "1"})
_NO = frozenset({"false", "no", "n", "0"})


def reader_of(hint: object) -> Reader:
    """Return what reads a cell as a type hint says.

    Raises:
        TypeError: nothing here reads that type from a cell.
    """
    if hint in _READERS:
        return _READERS[hint]
    if isinstance(hint, type) and callable(getattr(hint, "read", None)):
        return _reader_of_words(hint)
    raise TypeError(f"is declared as {hint!r}, which cannot be read from a cell")


def without_none(hint: object) -> tuple[object, bool]:
    """Return the type that `X | None` allows besides None, and whether it allows None."""
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    allows_none = len(kinds) < len(get_args(hint))
    return (kinds[0], True) if allows_none and len(kinds) == 1 else (hint, allows_none)


def is_zero_date(value: Cell) -> bool:
    """Say whether a value is how hosts send a blank cell for a date: 0, or 0 shown as a date."""
    if isinstance(value, date):
        return value.timetuple()[:3] == SERIAL_ZERO.timetuple()[:3]
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool) and value == 0


def as_number(value: Cell) -> Decimal:
    """Read a number. A float is the number that its cell shows, so 0.1 is exactly 0.1.

    A percentage typed as text is none: 50% is no amount.
    """
    number = None if _holds(value, "%") else _number(value)
    if number is None:
        raise ValueError(f"must be a number, not {shown(value)}")
    if abs(number) > LARGEST:
        raise ValueError(f"must be no more than {LARGEST:,}")
    return number


def as_rate(value: Cell) -> Decimal:
    """Read a rate: a fraction, or a percentage typed as text."""
    number = None if _holds(value, "£") else _number(value)
    if number is None:
        raise ValueError(f"must be a rate such as 0.05 or 5%, not {shown(value)}")
    return number


def as_whole_number(value: Cell) -> int:
    """Read a whole number."""
    number = None if _holds(value, "%") else _number(value)
    if number is None or number != number.to_integral_value():
        raise ValueError(f"must be a whole number, not {shown(value)}")
    return int(number)


def as_yes_or_no(value: Cell) -> bool:
    """Read TRUE/FALSE, yes/no, Y/N or 1/0."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        word = "".join(value.casefold().split()).rstrip(".")
        if word in _YES or word in _NO:
            return word in _YES
    elif isinstance(value, int | float | Decimal) and value in (0, 1):
        return value == 1
    raise ValueError(f"must be yes or no (TRUE or FALSE, 1 or 0), not {shown(value)}")


def as_date(value: Cell) -> date:
    """Read a date: a date, Excel's serial number of one, ISO text, or text as the UK writes it."""
    day: date | None = None
    if isinstance(value, datetime):
        day = value.date()
    elif isinstance(value, date):
        day = value
    elif isinstance(value, str):
        day = date_in(value)
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        day = _day_of_serial(value)
    if day is None:
        raise ValueError(f"must be a date such as 2025-04-01 or 1 April 2025, not {shown(value)}")
    return day


def as_text(value: Cell) -> str:
    """Read a text; a number, date or TRUE/FALSE as it would be typed."""
    return value if isinstance(value, str) else shown(value)


def shown(value: Cell) -> str:
    """Return a value as a message shows it."""
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else f"{value[:59]}…")
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    return str(value)


def _as_it_is(value: Cell) -> Cell:
    return value


def _reader_of_words(kind: Any) -> Reader:
    """Read one of a set of words, by the set's own way of reading them."""

    def read(value: Cell) -> object:
        return kind.read(as_text(value))

    return read


def _number(value: Cell) -> Decimal | None:
    if isinstance(value, float):
        # A cell may hold minus nothing, which Excel shows as 0.
        return Decimal(repr(value or 0.0)) if math.isfinite(value) else None
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, Decimal):
        return value
    return number_in(value) if isinstance(value, str) else None


def _holds(value: Cell, mark: str) -> bool:
    return isinstance(value, str) and mark in value


def _day_of_serial(serial: float | Decimal) -> date | None:
    # Written so that NaN, which no comparison holds for, is refused too.
    if not FIRST_SERIAL <= serial < LAST_SERIAL + 1 or FIRST_YEAR <= serial <= LAST_YEAR:
        return None
    return date.fromordinal(SERIAL_ZERO.toordinal() + int(serial))


_READERS: dict[object, Reader] = {
    Decimal: as_number,
    Rate: as_rate,
    int: as_whole_number,
    bool: as_yes_or_no,
    date: as_date,
    str: as_text,
    object: _as_it_is,
}
