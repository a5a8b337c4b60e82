"""Each post's salary beside its range and the top of Agenda for Change, for pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from xl_vsm.checks.case import NO_ANSWER, Case
from xl_vsm.findings import PostReport
from xl_vsm.parameters import Parameters
from xl_vsm.rules import pay_range
from xl_vsm.rules.overlap.afc_overlap import top_point
from xl_vsm.sheets import Particulars, PostRow, Workbook

if TYPE_CHECKING:
    from xl_vsm.parameters.tables import Range


MOST: Final = 500
"""More posts than any employer of very senior managers has; a longer list is no picture."""

Place = tuple[str, int]
"""A sheet and a row."""
Shown = tuple[Place, Callable[[], PostReport]]
"""Where a post is, and what makes its picture."""


def pictured(workbook: Workbook, p: Parameters) -> Iterator[Shown]:
    """Give every post within the framework whose salary is stated.

    Args:
        workbook: as it was read.
        p: the day; what is looked up for a picture counts as used.
    """
    for row in workbook.rows:
        if is_pictured(row, workbook.particulars, p):
            yield (row.sheet, row.number), partial(picture_of, row, workbook.particulars, p)


def is_pictured(row: PostRow, particulars: Particulars, p: Parameters) -> bool:
    """Say whether a post's salary is stated, and is one of the framework."""
    case = Case(row, particulars, p)
    try:
        case.stated("salary", Decimal)
        case.in_framework()
    except NO_ANSWER:
        return False
    return True


def picture_of(row: PostRow, particulars: Particulars, p: Parameters) -> PostReport:
    """Return what is known of a post that is pictured.

    Args:
        row: the post.
        particulars: what the workbook says of the organisation.
        p: the day; what is looked up for a picture counts as used.
    """
    case = Case(row, particulars, p)
    salary = case.stated("salary", Decimal)
    found = _range(case)
    assert row.salary is not None
    return PostReport(
        key=row.key,
        post=row.title if row.title != row.key else None,
        sheet=row.sheet,
        cell=row.salary.cell,
        salary=salary,
        band=found.band if found else None,
        minimum=found.minimum if found else None,
        operational_maximum=found.operational_maximum if found else None,
        exception_zone_maximum=found.exception_zone_maximum if found else None,
        illustrative=found is not None and p.used["pay-ranges"].illustrative,
        band_9_top=_band_9_top(p),
    )


def _range(case: Case) -> Range | None:
    try:
        case.on_vsm_terms()
        return pay_range(case.role(), case.organisation_type(), case.size(), case.p)
    except NO_ANSWER:
        return None


def _band_9_top(p: Parameters) -> Decimal | None:
    try:
        return top_point("9", p).pay
    except NO_ANSWER:
        return None
