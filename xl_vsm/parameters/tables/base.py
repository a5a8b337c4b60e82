"""What every published table shares: exact numbers, and a shape closed to unknown keys."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def number(value: object) -> Decimal:
    """Take whole numbers and decimals from the file; text, true/false and floats are mistakes."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError(f"must be a number, not {value!r}")
    return Decimal(value)


Pounds = Annotated[Decimal, BeforeValidator(number), Field(ge=0)]
"""Pounds a year."""
Rate = Annotated[Decimal, BeforeValidator(number), Field(ge=0, le=1)]
"""A fraction: 0.125 is 12.5%."""
Measure = Annotated[Decimal, BeforeValidator(number), Field(ge=0)]
"""What an organisation is banded by: pounds of turnover, or people of weighted population."""


class Table(BaseModel):
    """Base of every table: frozen, and closed to keys that nobody has defined."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def rising(values: list[Decimal], what: str, *, zero: bool = True) -> None:
    """Refuse steps that do not begin at 0 or do not rise.

    Raises:
        ValueError: what is wrong, by the name of the steps.
    """
    if zero and values[0] != 0:
        raise ValueError(f"the {what} must begin at 0")
    if any(low >= high for low, high in pairwise(values)):
        raise ValueError(f"the {what} must rise from each step to the next")
