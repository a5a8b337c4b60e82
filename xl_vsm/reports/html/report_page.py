"""The report as a page."""

from __future__ import annotations

from typing import TextIO

from xl_vsm.findings import SEVERITIES, AnyReport
from xl_vsm.reports.html.page import write_page
from xl_vsm.reports.html.survey import survey
from xl_vsm.reports.html.workbook_part import parts
from xl_vsm.reports.sheet_words import rely


def write(report: AnyReport, out: TextIO) -> None:
    """Write the report as one page that needs nothing beside itself.

    The workbooks are gone through twice, and one is held at a time.

    Args:
        report: the result of a run.
        out: where to; what is written says that it is UTF-8.
    """
    figures = report.parameters
    said = {
        "report": report,
        "tool": report.tool,
        "figures": figures,
        "survey": survey(report),
        "parts": parts(report),
        "severities": SEVERITIES,
        "rely": rely(figures),
    }
    write_page("report.html", out, said, illustrative=bool(figures.illustrative))
