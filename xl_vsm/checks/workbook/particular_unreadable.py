"""WBK107."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xl_vsm.checks.bounds import too_large
from xl_vsm.checks.case import label
from xl_vsm.checks.check import Fault, WholeFault, whole_check
from xl_vsm.checks.organisations import organisation_type_of
from xl_vsm.parameters import Parameters
from xl_vsm.rules import OrganisationType
from xl_vsm.rules.words import options
from xl_vsm.sheets import Workbook

_SEGMENTS = range(1, 6)


@whole_check("WBK107", "particular-unreadable")
def particular_unreadable(workbook: Workbook, p: Parameters) -> Iterator[WholeFault]:
    """What a workbook says of its organisation can be read.

    Wrong: "large" as the annual turnover, or "hospital" as the organisation type.
    Right: £612m; trust or ICB. Nor is there a segment 9, or a turnover of nothing.
    Why: the band, the range and the award rest on it for every post.
    """
    del p
    for field, entry in workbook.particulars.entries():
        if entry.state in {"unreadable", "error value"}:
            reason = entry.reason or f"it shows {entry.raw}"
            yield WholeFault(
                Fault(field, f"{label(field)} cannot be read: {reason}", reason), entry
            )
        elif bounds := _outside(field, entry.value):
            message = f"{label(field)} is {entry.raw}; it can be {bounds}"
            yield WholeFault(Fault(field, message, bounds), entry)
    kind = workbook.particulars.organisation_type
    if kind is not None and kind.value is not None:
        try:
            organisation_type_of(kind.value)
        except ValueError as error:
            yield WholeFault(
                Fault(
                    "organisation_type",
                    f"{label('organisation_type')} {error}",
                    options(OrganisationType),
                ),
                kind,
            )


def _outside(field: str, value: object) -> str:
    if field == "segment" and isinstance(value, int):
        return "" if value in _SEGMENTS else "1 to 5"
    if field in {"turnover", "weighted_population"} and isinstance(value, Decimal):
        return too_large(field, value) if value > 0 else "more than 0"
    return ""
