"""Which findings are departures from the framework, and not slips of the pen or of arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from xl_vsm.checks.check import Check
from xl_vsm.checks.finding import purpose
from xl_vsm.checks.registry import all_checks
from xl_vsm.committee.annual.reported import Reported, called
from xl_vsm.committee.answer import marks
from xl_vsm.findings import Finding, Mark
from xl_vsm.rules import REGISTRY

Cell = tuple[str | None, str | None]
"""A sheet and a cell of it."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A way to depart from the framework, which whoever takes it explains.

    Attributes:
        code: the check that finds it.
        rule: the rule that it departs from.
        statements: the briefing's statements of it.
        asks: what the explanation is to say.
    """

    code: str
    rule: str
    statements: tuple[str, ...]
    asks: str

    @property
    def expected(self) -> str:
        """What the framework expects, as the check says it."""
        return purpose(_check(self.code))


DEPARTURES: Final = (
    Departure(
        "PAY101",
        "position",
        ("S3",),
        "Explain why the salary is below the range, and the system-wide approach taken to posts"
        " below it.",
    ),
    Departure(
        "PAY102",
        "position",
        ("S4", "S5", "S13"),
        "Explain why the salary is above the range, and whether the post-holder was paid so before"
        " the framework.",
    ),
    Departure(
        "PAY105",
        "must_be_on_vsm_terms",
        ("S41",),
        "Explain why this chief executive is not on VSM terms.",
    ),
    Departure(
        "APR101",
        "approver",
        ("S19", "S21", "S22", "S24"),
        "Explain why no such approval is shown, and when it was or will be asked for.",
    ),
    Departure(
        "PAY202",
        "premium",
        ("S31", "S46"),
        "Explain why a rate outside the framework was agreed, by whom and until when.",
    ),
    Departure(
        "PAY203",
        "premium",
        ("S47", "S48"),
        "Explain why the premium is still paid after its end, or what will be recovered.",
    ),
    Departure(
        "PAY204",
        "premium",
        ("S45", "S46"),
        "Explain on what ground the premium of a challenged organisation is paid here.",
    ),
    Departure(
        "AWD101",
        "withhold",
        ("S35", "S38", "S40"),
        "Explain why the committee decided otherwise than the terms of the award give.",
    ),
    Departure(
        "AWD103",
        "withhold",
        ("S35", "S38", "S40"),
        "Explain why an award was paid that the terms withhold, or what will be recovered.",
    ),
    Departure(
        "AWD104",
        "withhold",
        ("S37",),
        "Explain why an award was paid before the criteria for it were settled.",
    ),
)
"""The order is that of the report: pay, approval, premia, awards."""

CODES: Final = frozenset(each.code for each in DEPARTURES)

_TOLD_BY: Final[dict[str, tuple[str, ...]]] = {"AWD101": ("AWD103", "AWD104")}
"""A departure that is told by another of the same row, so that one decision is explained once."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at for one way to depart, and what came of it.

    Attributes:
        departure: the way to depart.
        findings: what was found.
        posts: the posts that depart, as they are called.
        unchecked: the posts for which it could not be looked at, each with the reason.
        missing: why it could not be looked at for any post of a sheet.
        marks: what must be known before anybody relies on it.
    """

    departure: Departure
    findings: tuple[Finding, ...]
    posts: frozenset[str]
    unchecked: dict[str, str]
    missing: tuple[str, ...]
    marks: tuple[Mark, ...]


def looked_at(of: Reported) -> tuple[Looked, ...]:
    """Return what was looked at for each way to depart, in the order of the report."""
    posts = _post_by_cell(of)
    return tuple(_looked(of, each, posts) for each in DEPARTURES)


def _looked(of: Reported, departure: Departure, posts: dict[Cell, str]) -> Looked:
    report = of.of.report
    told = _TOLD_BY.get(departure.code, ())
    elsewhere = {(each.sheet, each.row_key) for each in report.findings if each.code in told}
    findings = tuple(
        each
        for each in report.findings
        if each.code == departure.code and (each.sheet, each.row_key) not in elsewhere
    )
    skipped = [each for each in report.not_checked if each.code == departure.code]
    unchecked = {
        posts[each.sheet, each.cell]: each.reason
        for each in skipped
        if (each.sheet, each.cell) in posts
    }
    return Looked(
        departure,
        findings,
        frozenset(posts[cell] for each in findings if (cell := (each.sheet, each.cell)) in posts),
        unchecked,
        tuple(dict.fromkeys(each.reason for each in skipped if each.cell is None)),
        marks(REGISTRY[departure.rule], of.p),
    )


def _post_by_cell(of: Reported) -> dict[Cell, str]:
    """Return what each cell's post is called: two rows may share a reference, never a cell."""
    return {
        (entry.sheet, entry.cell): called(post)
        for post in of.posts
        for _, entry in post.case.row.entries()
    }


def _check(code: str) -> Check:
    return next(each for each in all_checks() if each.code == code)
