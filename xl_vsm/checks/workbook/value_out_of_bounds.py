"""WBK103."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xl_vsm.checks.bounds import too_large
from xl_vsm.checks.case import Case, label
from xl_vsm.checks.check import Fault, check
from xl_vsm.sheets.fields import FIELDS


@check("WBK103", "value-out-of-bounds")
def value_out_of_bounds(case: Case) -> Iterator[Fault]:
    """A value lies where such a value can lie.

    Wrong: a negative salary, a rate of 1,250%, 1.2 WTE, pay of £130m. Right: 0 or more, 0% to
    100%, up to 1, up to £10m.
    Why: outside these bounds a figure is a slip of the keyboard.
    """
    for field, entry in case.row.entries():
        if entry.state == "stated" and (bounds := _outside(field, entry.value)):
            yield Fault(field, f"{label(field)} is {entry.raw}; it can be {bounds}", bounds)


def _outside(field: str, value: object) -> str:
    if not isinstance(value, Decimal):
        return ""
    if field == "fte":
        return "" if 0 < value <= 1 else "more than 0 and up to 1"
    if FIELDS[field].kind == "rate":
        return "" if 0 <= value <= 1 else "0% to 100%"
    return too_large(field, value) if value >= 0 else "0 or more"
