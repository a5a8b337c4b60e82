"""What the formats for machines say alike: of the run as a whole, and of what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from xl_vsm.findings import AnyReport, NotChecked
from xl_vsm.reports.plain import count
from xl_vsm.reports.sheet_words import banner, fitted, not_checked


def cautions(report: AnyReport) -> Iterator[str]:
    """Give each, the weightiest first: stopped, left out, accepted before, not to be relied on."""
    if report.interrupted:
        yield stopped(report)
    if report.redacted:
        yield "Figures and the titles of posts are left out of this report"
    if report.profile:
        yield fitted(f"Checked for the purpose: {report.profile}")
    if report.summary.accepted:
        found = count(report.summary.accepted, "finding")
        yield f"{found} that an accepted run had already: left out"
    yield from banner(report)


def stopped(report: AnyReport) -> str:
    """Say that a run did not come to its end, and how far it came."""
    covered = count(report.summary.workbooks, "workbook")
    return f"The run was stopped before its end: this report covers {covered} and no more"


def left_unchecked(skipped: tuple[NotChecked, ...]) -> Iterator[str]:
    """Say each reason once, with the checks and cells that it concerns."""
    for reason, where in not_checked(skipped):
        yield fitted(f"not checked: {reason} ({where})")
