"""One cell's value as a field: what it says, what it shows, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, Literal, TypeAlias, TypeVar

T = TypeVar("T")

State = Literal[
    "stated", "a band", "blank", "not applicable", "not calculated", "unreadable", "error value"
]
"""What a cell has to say.

stated          a value of the field's kind
a band          a band in which an amount lies, such as "150-155" in thousands, but no amount
blank           nothing
not applicable  words for "there is none", such as "n/a" or "not in scheme"
not calculated  a formula whose value was never stored
unreadable      something, but no value of the field's kind
error value     one of Excel's errors, such as #REF!
"""


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A value with its cell.

    Attributes:
        sheet: the sheet's name.
        cell: the cell in Excel's own terms, such as "H14".
        state: what the cell has to say; `value` is set only when it is "stated".
        value: the value in the field's kind.
        raw: what the cell shows, such as "£171,250" or "#REF!".
        read_as: how the value was read where it was not taken as it is.
        reason: why the cell cannot be read, and what was expected.
        hidden: whether its row, column or sheet is hidden.
        formula: the formula, if it is one.
        least: where the band begins, in pounds; set only when the state is "a band".
        most: where the band ends, in pounds.
    """

    sheet: str
    cell: str
    state: State
    value: T | None = None
    raw: str = ""
    read_as: str = ""
    reason: str = ""
    hidden: bool = False
    formula: str | None = None
    least: Decimal | None = None
    most: Decimal | None = None


AnyEntry: TypeAlias = Entry[Any]
"""An entry of whatever kind its field holds."""
