"""A workbook that has been read and checked, as the papers are written from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from xl_vsm.checks.case import Case
from xl_vsm.checks.figures_used import figures_used
from xl_vsm.checks.one_workbook import Question, check_read, read_for
from xl_vsm.clock import today
from xl_vsm.committee.answer import NOT_KNOWN, NotAsked
from xl_vsm.committee.post import Post, shorter
from xl_vsm.findings import Finding, ParametersReport, WorkbookReport
from xl_vsm.parameters import Parameters
from xl_vsm.reports.plain import inert
from xl_vsm.sheets import Workbook
from xl_vsm.sheets.addresses import letters


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that a paper has no place for, and why. None is passed over in silence."""

    key: str
    title: str
    why: str


@dataclass(frozen=True)
class Checked:
    """A workbook, its report, and its posts.

    Attributes:
        workbook: as it was read.
        report: what the checks found.
        posts: the posts within the framework whose pay is stated.
        left_out: the other rows, each with the reason.
        question: what was asked of it.
        rests_on: the figures that the checks used.
    """

    workbook: Workbook
    report: WorkbookReport
    posts: tuple[Post, ...]
    left_out: tuple[LeftOut, ...]
    question: Question
    rests_on: ParametersReport

    @property
    def p(self) -> Parameters:
        """The view of the figures for the workbook's day, with nothing used yet."""
        return self.question.parameters(self.workbook.particulars.effective)

    @property
    def organisation(self) -> str:
        """Whose posts they are."""
        return self.report.organisation or "An organisation that the workbook does not name"

    @property
    def name(self) -> str:
        """The workbook's file name."""
        return Path(self.report.path).name

    def posts_on(self, p: Parameters) -> tuple[Post, ...]:
        """Return the posts, each asking one view, so that a paper names what it used."""
        return tuple(post.on(p) for post in self.posts)

    def figures(self, p: Parameters) -> ParametersReport:
        """Return which figures a view has used."""
        return figures_used(self.report, p)


def checked(
    path: str | Path,
    question: Question | None = None,
    proposed: Mapping[str, Decimal] | None = None,
) -> Checked:
    """Read a workbook and check it.

    Args:
        path: the workbook.
        question: the days, the layout and the limits; what is usual unless told otherwise.
        proposed: salaries that are proposed, by what the row is known by or by its title.

    Raises:
        RefusedFile: the file cannot or must not be read.
        NotAsked: a salary is proposed for a post that is not there, or not the only one, or two
            are proposed for one post.
    """
    question = question or Question(today())
    return of_workbook(read_for(Path(path), question), question, proposed)


def of_workbook(
    workbook: Workbook, question: Question, proposed: Mapping[str, Decimal] | None = None
) -> Checked:
    """Check a workbook that has been read."""
    report, used = check_read(workbook, question)
    p = question.parameters(workbook.particulars.effective)
    wanted = _each_means_one(proposed or {}, workbook)
    by_row = _by_row(report)
    posts, left_out = [], []
    for row in workbook.rows:
        case = Case(row, workbook.particulars, p)
        try:
            case.in_framework()
            case.stated("salary", Decimal)
            case.role()
        except NOT_KNOWN as reason:
            why = str(reason) or "the workbook states no salary for it"
            left_out.append(LeftOut(shorter(row.key), shorter(row.title or row.key), why))
            continue
        found = by_row.get((row.sheet, letters(row.number) if row.across else str(row.number)), ())
        posts.append(Post(case, tuple(found), wanted.get(id(row))))
    rests_on = figures_used(report, used)
    return Checked(workbook, report, tuple(posts), tuple(left_out), question, rests_on)


def folded(name: str) -> str:
    """Return a name as names are compared: by letters, whatever their case."""
    return name.casefold().strip()


def means(name: str, key: str, title: str | None) -> bool:
    """Say whether a name that somebody typed is a row's reference or its title."""
    return folded(name) in (folded(key), folded(title or key))


def _each_means_one(asked: Mapping[str, Decimal], workbook: Workbook) -> dict[int, Decimal]:
    """Return the salary that is proposed for each row, by the row's identity.

    Raises:
        NotAsked: one is proposed for no post, or for one of several of that name, with the
            references that there are; or two are for one post.
    """
    found: dict[int, Decimal] = {}
    for name, salary in asked.items():
        meant = [row for row in workbook.rows if means(name, row.key, row.title)]
        if len(meant) != 1:
            why = "no post" if not meant else f"{len(meant)} posts"
            known = ", ".join(inert(row.key) for row in workbook.rows) or "none"
            raise NotAsked(f"the workbook has {why} {name!r}; it has {known}")
        (row,) = meant
        if id(row) in found:
            raise NotAsked(f"two salaries are proposed for {inert(row.key)!r}: {name!r} is it too")
        found[id(row)] = salary
    return found


def _by_row(report: WorkbookReport) -> dict[tuple[str | None, str], list[Finding]]:
    """Return the findings by their sheet and row, and by their column too, for posts across."""
    found: dict[tuple[str | None, str], list[Finding]] = {}
    for each in report.findings:
        if each.cell and each.row_key:
            column = each.cell.rstrip("0123456789")
            for place in (column, each.cell.removeprefix(column)):
                found.setdefault((each.sheet, place), []).append(each)
    return found
