"""What is not in the report, and what could not be checked."""

from __future__ import annotations

from xl_vsm.committee.annual.every_post import unknown
from xl_vsm.committee.annual.reported import POST, REFERENCE, Reported
from xl_vsm.committee.paper import Block, Column, Table
from xl_vsm.reports.plain import inert
from xl_vsm.reports.sheet_words import not_checked


def left_out(of: Reported) -> tuple[Block, ...]:
    """Return the rows that no section has, and the answers that cannot be given on the others."""
    rows = tuple((inert(each.key), inert(each.title), inert(each.why)) for each in of.left_out)
    left = Table(
        (REFERENCE, POST, Column("Why", wide=90)),
        rows,
        "Rows of the workbook that are not in this report",
        empty="Every row is in it.",
    )
    return (left, unknown(of))


def unchecked(of: Reported) -> tuple[Block, ...]:
    """Return the checks that could not be made, each reason once."""
    rows = tuple(
        (inert(reason), inert(where)) for reason, where in not_checked(of.of.report.not_checked)
    )
    columns = (Column("Why", wide=60), Column("Checks and cells", wide=70))
    return (Table(columns, rows, "What could not be checked", empty="Everything could be."),)
