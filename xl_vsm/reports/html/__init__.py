"""Findings as one web page that needs nothing beside itself: no network, no folder, no server."""

from __future__ import annotations

from xl_vsm.reports.html.estate_page import write_estate
from xl_vsm.reports.html.report_page import write

__all__ = ["write", "write_estate"]
