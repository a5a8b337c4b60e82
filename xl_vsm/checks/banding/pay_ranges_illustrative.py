"""BND001."""

from __future__ import annotations

from collections.abc import Iterator

from xl_vsm.checks.check import Fault, WholeFault, whole_check
from xl_vsm.parameters import Parameters
from xl_vsm.sheets import Workbook


@whole_check("BND001", "pay-ranges-illustrative", severity="note", rests_on=("pay-ranges",))
def pay_ranges_illustrative(workbook: Workbook, p: Parameters) -> Iterator[WholeFault]:
    """The pay ranges in use are the published ones.

    Wrong: a band or range from the round, made-up figures that come with this package.
    Right: the figures of the pay ranges document, loaded for your organisation.
    Why: no answer that rests on made-up figures may be taken for a real one.
    """
    del workbook
    used = p.used.get("pay-ranges")
    if used is not None and used.illustrative:
        yield WholeFault(
            Fault(
                None,
                "uses illustrative pay ranges: made-up round figures, because the published pay"
                " ranges document is not part of this release. Take no band, range, position or"
                " exception-zone approval here for a real one; compare with the document itself",
                "the published pay ranges",
                "the document that holds the pay ranges was not among the sources",
            )
        )
