"""A whole figure as somebody typed it: £120,000, 120000, or 612 under a heading in £m."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xl_vsm.loading.cells import Value
from xl_vsm.sheets.exact import exact, plain
from xl_vsm.sheets.money import amount, why_no_amount

_UNITS = 'if the document prints thousands or millions, the heading must say "(£000)" or "(£m)"'


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a figure is, and how far it can lie before it must be a slip in its unit."""

    words: str
    least: Decimal
    most: Decimal
    nought: bool = False
    """Whether 0 may stand as well."""


def read_figure(value: Value, scale: int, bounds: Bounds) -> tuple[Decimal | None, str]:
    """Return the figure of a cell, or None and what is wrong with it.

    Args:
        value: what the cell holds.
        scale: what the heading says figures are in.
        bounds: what the figure is.
    """
    number, scale = _number(value, scale)
    if number is None:
        hint = why_no_amount(value) if isinstance(value, str) else ""
        shown = value.strip() if isinstance(value, str) else value
        return None, f'"{shown}" is not an amount{hint}'
    figure = number * scale
    shown = f"{figure:,f}"
    if figure == 0 and bounds.nought:
        return Decimal(0), ""
    if figure % 1:
        return None, f"{shown} is not a whole figure"
    # A figure typed in thousands rises from step to step as well, so no later check would see it.
    if figure < bounds.least:
        return None, f"{shown} is too small ({_UNITS})"
    if figure > bounds.most:
        return None, f"{shown} is too large"
    return Decimal(plain(figure)), ""


def _number(value: Value, scale: int) -> tuple[Decimal | None, int]:
    """Return the number of a cell and what it is still to be multiplied by."""
    if isinstance(value, str):
        found = amount(value)
        if found is None:
            return None, scale
        number, says_its_own = found
        return number, 1 if says_its_own else scale
    if isinstance(value, int | float) and not isinstance(value, bool):
        return exact(value), scale
    return None, scale
