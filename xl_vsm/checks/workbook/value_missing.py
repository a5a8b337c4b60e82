"""WBK102."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.case import Case, label
from xl_vsm.checks.check import Fault, check


@check("WBK102", "value-missing")
def value_missing(case: Case) -> Iterator[Fault]:
    """A post states its title or reference, its pay, and the ground of any premium.

    Wrong: a director with no salary in the salary column. Right: the salary, or "vacant".
    Why: without them nothing about the post can be checked.
    """
    if _is_vacant(case):
        raise CannotCheck("the post is vacant")
    for field in ("salary", "pensionable_pay"):
        entry = getattr(case.row, field)
        if entry is not None:
            if entry.state == "blank":
                yield _missing(field)
            break
    names = [e for f in ("post", "reference") if (e := getattr(case.row, f)) is not None]
    if names and all(entry.state == "blank" for entry in names):
        yield _missing("post" if case.row.post is not None else "reference")
    ground = case.row.premium_ground
    if (
        ground is not None
        and ground.state == "blank"
        and case.has("premium_amount")
        and case.stated("premium_amount", Decimal)
    ):
        yield _missing("premium_ground")


def _missing(field: str) -> Fault:
    return Fault(field, f"{label(field)} is missing", f"a {label(field)}")


def _is_vacant(case: Case) -> bool:
    # Notes may speak of another post, or of a vacancy since filled.
    cells = (case.row.post, case.row.salary, case.row.contract)
    return any(entry is not None and "vacant" in entry.raw.casefold() for entry in cells)
