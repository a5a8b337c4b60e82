"""VSM_BAND, VSM_RANGE, VSM_POSITION and VSM_APPROVAL: what follows from an organisation's size."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_vsm.excel import excel_function
from xl_vsm.excel.view import EFFECTIVE, KNOWN, ORGANISATION_TYPE, ROLE, SIZE, ask, figures, marked
from xl_vsm.rules import OrganisationType, Role, approver, band, pay_range, position

_SIZED = {
    "organisation_type": ORGANISATION_TYPE,
    "size": SIZE,
    "effective": EFFECTIVE,
    "known": KNOWN,
}
_SALARY = {"salary": "full-time equivalent salary, £ a year", "role": ROLE, **_SIZED}


@excel_function(category="NHS VSM pay", arguments=_SIZED, steps="size")
def VSM_BAND(
    organisation_type: OrganisationType,
    size: Decimal,
    effective: date | None = None,
    known: date | None = None,
) -> str:
    """The very senior manager pay band: A to E for a trust, A to D for an integrated care board.

    The answer ends in " (illustrative)" while the published band boundaries are not loaded.
    """
    p = figures(effective, known)
    return marked(ask(band, organisation_type, size, p), p, "pay-ranges")


@excel_function(category="NHS VSM pay", arguments={"role": ROLE, **_SIZED}, steps="size")
def VSM_RANGE(
    role: Role,
    organisation_type: OrganisationType,
    size: Decimal,
    effective: date | None = None,
    known: date | None = None,
) -> list[object]:
    """The pay range: spills minimum, operational maximum, exception zone maximum and status.

    The status is "illustrative" while the published ranges are not loaded, and "published" after.
    """
    p = figures(effective, known)
    found = ask(pay_range, role, organisation_type, size, p)
    status = "illustrative" if p.publication("pay-ranges").illustrative else "published"
    return [found.minimum, found.operational_maximum, found.exception_zone_maximum, status]


@excel_function(category="NHS VSM pay", arguments=_SALARY, steps="salary")
def VSM_POSITION(
    salary: Decimal,
    role: Role,
    organisation_type: OrganisationType,
    size: Decimal,
    effective: date | None = None,
    known: date | None = None,
) -> str:
    """Where a salary lies: below range, in range, exception zone or above range."""
    p = figures(effective, known)
    return marked(ask(position, salary, role, organisation_type, size, p), p, "pay-ranges")


@excel_function(category="NHS VSM pay", arguments=_SALARY, steps="salary")
def VSM_APPROVAL(
    salary: Decimal,
    role: Role,
    organisation_type: OrganisationType,
    size: Decimal,
    effective: date | None = None,
    known: date | None = None,
) -> str:
    """Who must approve a salary: remuneration committee, NHS England, or NHS England and DHSC."""
    p = figures(effective, known)
    found = ask(approver, salary, role, organisation_type, size, p)
    return marked(found.outcome, p, "pay-ranges")
