"""The annual pay report that remuneration committees submit to NHS England."""

from __future__ import annotations

from xl_vsm.committee.annual.banded import banded
from xl_vsm.committee.annual.compliance import compliance
from xl_vsm.committee.annual.decisions import decisions
from xl_vsm.committee.annual.every_post import every_post
from xl_vsm.committee.annual.left_out import left_out, unchecked
from xl_vsm.committee.annual.multiples import Workforce, multiples
from xl_vsm.committee.annual.overview import overview
from xl_vsm.committee.annual.reported import reported
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.paper import Paper, Section
from xl_vsm.committee.paper.paper import paper


def annual_report(of: Checked, *, workforce: Workforce | None = None) -> Paper:
    """Return the annual pay report for the pay year of the workbook's day.

    Args:
        of: the workbook, read and checked.
        workforce: what the whole workforce is paid, for the multiples; None leaves them blank.
    """
    asked = reported(of)
    sections = (
        Section("Overview", overview(asked)),
        Section("Every post", every_post(asked)),
        Section("Decisions in the year", decisions(asked)),
        Section("Compliance", compliance(asked)),
        Section("Banded pay", banded(asked)),
        Section("Pay multiples", multiples(asked, workforce)),
        Section("Left out", left_out(asked)),
        Section("Not checked", unchecked(asked)),
    )
    title = f"Annual pay report, {asked.year.name}"
    return paper(title, "Annual pay report", of, asked.p, sections, asked.notes)
