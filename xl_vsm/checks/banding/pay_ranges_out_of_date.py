"""BND002."""

from __future__ import annotations

from collections.abc import Iterator

from xl_vsm.checks.check import Fault, WholeFault, whole_check
from xl_vsm.parameters import Parameters
from xl_vsm.rules.rule import Citation, Explanation
from xl_vsm.sheets import Workbook


@whole_check("BND002", "pay-ranges-out-of-date", severity="warning", rests_on=("pay-ranges",))
def pay_ranges_out_of_date(workbook: Workbook, p: Parameters) -> Iterator[WholeFault]:
    """The pay ranges loaded are those of the year.

    Wrong: the ranges of 2025/26 for a day in June 2026. Right: those uplifted from 1 April 2026.
    Why: a range is updated each year (S12); by last year's a salary can seem in range or above it.
    """
    del workbook
    if "pay-ranges" not in p.used:
        return
    change = p.store.series("pay-ranges").overtaken(p.effective, p.known)
    if change is not None:
        because = Explanation(False, change.words, (Citation(change.source, change.locator),))
        message = f"is checked by an earlier year's ranges: {change.words}"
        yield WholeFault(Fault(None, message, "the year's own pay ranges", because))
