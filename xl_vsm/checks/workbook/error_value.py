"""WBK104."""

from __future__ import annotations

from collections.abc import Iterator

from xl_vsm.checks.case import Case, label
from xl_vsm.checks.check import Fault, check


@check("WBK104", "error-value")
def error_value(case: Case) -> Iterator[Fault]:
    """A cell holds a value, not one of Excel's errors.

    Wrong: #REF! in the pensionable pay. Right: the amount.
    Why: an error in one cell spreads to every total that uses it.
    """
    for field, entry in case.row.entries():
        if entry.state == "error value":
            yield Fault(field, f"{label(field)} shows {entry.raw}", "a value")
