"""A whole estate on a page: by organisation, by code, by workbook."""

from __future__ import annotations

from xl_vsm.reports.estate.counting import estate_of
from xl_vsm.reports.estate.model import (
    CodeLine,
    Counts,
    Estate,
    GapLine,
    OrganisationLine,
    WorkbookLine,
)

__all__ = [
    "CodeLine",
    "Counts",
    "Estate",
    "GapLine",
    "OrganisationLine",
    "WorkbookLine",
    "estate_of",
]
