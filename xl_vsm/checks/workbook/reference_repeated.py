"""WBK106."""

from __future__ import annotations

from collections.abc import Iterator

from xl_vsm.checks.check import Fault, WholeFault, whole_check
from xl_vsm.parameters import Parameters
from xl_vsm.sheets import Workbook


@whole_check("WBK106", "reference-repeated")
def reference_repeated(workbook: Workbook, p: Parameters) -> Iterator[WholeFault]:
    """A post reference stands once in a sheet.

    Wrong: two posts with the reference 1004. Right: one each.
    Why: a finding is known by its post; with two of a name nobody can tell which.
    """
    del p
    first: dict[tuple[str, str], str] = {}
    for row in workbook.rows:
        entry = row.reference
        if entry is None or entry.value is None:
            continue
        before = first.setdefault((row.sheet, entry.value), entry.cell)
        if before != entry.cell:
            yield WholeFault(
                Fault(
                    "reference",
                    f"post reference {entry.value} stands in {before} too",
                    "a reference of its own",
                ),
                entry,
                row,
            )
