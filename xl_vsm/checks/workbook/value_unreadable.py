"""WBK101."""

from __future__ import annotations

from collections.abc import Iterator

from xl_vsm.checks.case import Case, label
from xl_vsm.checks.check import Fault, check


@check("WBK101", "value-unreadable")
def value_unreadable(case: Case) -> Iterator[Fault]:
    """A cell holds a value of the kind that its column is for.

    Wrong: "TBC" or "l71,250" in a column of salaries. Right: £171,250.
    Why: what cannot be read cannot be checked, and a spreadsheet's own sums leave it out.
    """
    for field, entry in case.row.entries():
        if entry.state == "unreadable":
            yield Fault(field, f"{label(field)} cannot be read: {entry.reason}", entry.reason)
