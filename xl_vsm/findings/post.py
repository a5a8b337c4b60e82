"""A post's pay beside what it is compared with, for pictures. Nothing is judged here."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.findings.frozen import Frozen


class PostReport(Frozen):
    """One post's salary beside its range and the top of Agenda for Change, in pounds a year.

    A figure is None where it is not known: no range for the role, no size of the organisation,
    no scale for the day.
    """

    key: str
    """The post's reference or title. Never a person."""
    post: str | None
    """The post's title, where the row is known by a reference."""
    sheet: str
    cell: str
    """Where the salary stands."""
    salary: Decimal
    """Full-time equivalent, as the workbook states it."""
    band: str | None = None
    minimum: Decimal | None = None
    operational_maximum: Decimal | None = None
    exception_zone_maximum: Decimal | None = None
    illustrative: bool = False
    """Whether the range is made up, so that no picture of it may pass for a real one."""
    band_9_top: Decimal | None = None
    """The highest pay point of Agenda for Change band 9 on the day."""
