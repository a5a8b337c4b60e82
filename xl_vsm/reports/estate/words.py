"""What the estate summary says in the same words on a terminal and in a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from xl_vsm.reports.estate.model import NOT_STATED, Counts, Estate, WorkbookLine
from xl_vsm.reports.plain import count, day, inert
from xl_vsm.reports.sheet_words import rely

NOTHING_WRONG = "Nothing wrong found"


def outcome(estate: Estate) -> str:
    """Say in one line what was found in how much."""
    found = estate.totals
    kinds = [count(getattr(found, kind), kind) for kind in ("error", "warning", "note")]
    said = ", ".join(kinds) if found.findings else NOTHING_WRONG
    organisations = f"; {count(estate.named, 'organisation')} named" if estate.named else ""
    return (
        f"{said} in {count(found.posts, 'post')} of"
        f" {count(found.workbooks, 'workbook')}{organisations}"
    )


def left_out(estate: Estate) -> Iterator[str]:
    """Say what is not in the counts: what was not read, not checked, accepted, or not reached."""
    found = estate.totals
    if estate.interrupted:
        reached = count(found.workbooks, "workbook")
        yield f"The run was stopped after {reached}: the rest was not checked."
    if found.unread:
        yield f"{count(found.unread, 'workbook')} could not be read."
    if found.in_part:
        yield f"In {count(found.in_part, 'workbook')} a check crashed: a fault of this tool."
    if found.not_checked:
        yield f"{count(found.not_checked, 'check')} could not be made."
    if found.accepted:
        known = count(found.accepted, "finding")
        yield f"{known} that an accepted run had already are not counted."
    if estate.redacted:
        yield "Figures and the titles of posts are left out."


def asked(estate: Estate) -> str:
    """Say for which day the answers are, by what was known, and for which purpose."""
    figures = estate.parameters
    effective = f"for {day(figures.effective)}" if figures.effective else "each for its own day"
    known = f"as known on {day(figures.known)}" if figures.known else "with everything known"
    profile = f", profile {inert(estate.profile)}" if estate.profile else ""
    return f"{estate.tool.name} {estate.tool.version}{profile}; {effective}, {known}"


def banner(estate: Estate) -> Iterator[tuple[str, str, str]]:
    """Give each mark to know before anybody relies on an answer: the mark, on what, its meaning."""
    for mark, names, meaning in rely(estate.parameters):
        yield mark.upper(), ", ".join(map(inert, names)), meaning


def state(line: WorkbookLine) -> str:
    """Say whether a workbook was read, and why not where it was not."""
    if line.complete:
        return "read"
    said = "not checked in full" if line.read else "not read"
    return f"{said}: {line.code} {line.message}" if line.code and line.message else said


def owner(line: WorkbookLine) -> str:
    """Name the organisation of a workbook."""
    return line.organisation or NOT_STATED


def numbers(line: Counts) -> tuple[int, ...]:
    """Give the counts of a line in the order of the columns."""
    return (
        line.workbooks,
        line.unread,
        line.posts,
        line.error,
        line.warning,
        line.note,
        line.not_checked,
    )


NUMBERS = ("Workbooks", "Not read", "Posts", "Errors", "Warnings", "Notes", "Not checked")
"""The headings of `numbers`."""
