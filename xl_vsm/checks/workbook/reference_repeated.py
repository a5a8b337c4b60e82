"""WBK106."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from xl_vsm.checks.check import Fault, WholeFault, whole_check
from xl_vsm.parameters import Parameters
from xl_vsm.sheets import PostRow, Workbook


@whole_check("WBK106", "reference-repeated")
def reference_repeated(workbook: Workbook, p: Parameters) -> Iterator[WholeFault]:
    """A post reference stands once in a sheet.

    Wrong: two posts with the reference 1004. Right: one each; or a leaver and
    the successor, who hold one post after each other.
    Why: a finding is known by its post; with two of a name nobody can tell which.
    """
    del p
    before: dict[tuple[str, str], list[PostRow]] = defaultdict(list)
    for row in workbook.rows:
        entry = row.reference
        if entry is None or entry.value is None:
            continue
        same = before[row.sheet, entry.value]
        clash = next((r.reference for r in same if r.reference and _overlap(r, row)), None)
        same.append(row)
        if clash is not None:
            yield WholeFault(
                Fault(
                    "reference",
                    f"post reference {entry.value} stands in {clash.cell} too",
                    "a reference of its own",
                ),
                entry,
                row,
            )


def _overlap(one: PostRow, other: PostRow) -> bool:
    """Say whether two people may hold a post at once, which the dates alone can rule out."""
    return not (_before(one, other) or _before(other, one))


def _before(one: PostRow, other: PostRow) -> bool:
    left = one.left.value if one.left else None
    appointed = other.appointed.value if other.appointed else None
    return left is not None and appointed is not None and left < appointed
