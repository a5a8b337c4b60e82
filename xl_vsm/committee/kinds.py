"""The papers by name, and what each can be written as."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO, Final

from xl_vsm.committee import arrears, costing
from xl_vsm.committee.annual import annual_report
from xl_vsm.committee.answer import NotAsked
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.equality import equality_view
from xl_vsm.committee.paper import Paper
from xl_vsm.committee.pay_case import pay_cases
from xl_vsm.committee.settings import Settings
from xl_vsm.committee.writing import book, word
from xl_vsm.parameters import NotInForce
from xl_vsm.rules import Unanswerable

MOST_MONTHS: Final = 60
"""Longer than any award was ever late, and short enough to be waited for."""

Make = Callable[[Checked, Settings], Sequence[Paper]]
Write = Callable[[Checked, Settings, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper.

    Attributes:
        title: what people call it.
        summary: what it gives, in a line.
        make: what makes it.
        usual: the ending of the file that it usually is.
        book: what writes it as a workbook of its own making, with formulas; none for the usual.
    """

    title: str
    summary: str
    make: Make
    usual: str = "docx"
    book: Write | None = None

    def write(self, of: Checked, settings: Settings, ending: str, out: BinaryIO) -> None:
        """Write it.

        Args:
            of: the workbook, read and checked.
            settings: what is asked besides.
            ending: docx or xlsx.
            out: where it goes.

        Raises:
            NotAsked: something that it needs was not given, or no figures answer for the day.
            ModuleNotFoundError: a Word document is asked for, and the extra `papers` is not here.
        """
        try:
            if ending == "docx":
                self.write_papers(self.make(of, settings), out)
            elif self.book is not None:
                self.book(of, settings, out)
            else:
                book.write(self.make(of, settings), out)
        except (NotInForce, Unanswerable) as reason:
            raise NotAsked(str(reason)) from reason

    @staticmethod
    def write_papers(papers: Sequence[Paper], out: BinaryIO) -> None:
        """Write papers that have been made as a Word document."""
        word.write(papers, out)


def _cases(of: Checked, settings: Settings) -> tuple[Paper, ...]:
    try:
        found = pay_cases(of, settings.posts)
    except KeyError as missing:
        known = ", ".join(post.key for post in of.posts) or "none"
        raise NotAsked(
            f"the workbook has no post {missing} within the framework; it has {known}"
        ) from missing
    if not found:
        raise NotAsked("the workbook has no post within the framework whose salary it states")
    return found


def _costed(of: Checked, settings: Settings) -> costing.Costing:
    return costing.costing(of, scenarios=settings.scenarios, multipliers=settings.multipliers)


def _owed(of: Checked, settings: Settings) -> arrears.ArrearsResult:
    if settings.first is None or settings.last is None or settings.known_then is None:
        raise NotAsked("arrears need the first month, the last one, and the day they were paid by")
    if settings.first > settings.last:
        raise NotAsked("the first month of arrears comes after the last one")
    years = settings.last.year - settings.first.year
    if 12 * years + settings.last.month - settings.first.month >= MOST_MONTHS:
        raise NotAsked(f"arrears are for {MOST_MONTHS} months at most: ask for them in parts")
    if of.question.known is not None and of.question.known < settings.known_then:
        raise NotAsked("what is known now must not be less than what the months were paid by")
    return arrears.arrears_paper(
        of,
        first=settings.first,
        last=settings.last,
        known_then=settings.known_then,
        known_now=of.question.known,
        award=settings.award,
    )


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "pay-case": Kind(
            "Pay case and justification",
            "for each decision on a post's pay: range, position, approvals, what to justify",
            _cases,
        ),
        "annual": Kind(
            "Annual pay report",
            "every VSM post, the year's decisions, each departure to explain, banded pay",
            lambda of, settings: (annual_report(of, workforce=settings.workforce),),
        ),
        "costing": Kind(
            "Costing",
            "what the award costs, by post and in total, and in scenarios side by side",
            lambda of, settings: (costing.as_paper(_costed(of, settings)),),
            "xlsx",
            lambda of, settings, out: costing.write_workbook(_costed(of, settings), out),
        ),
        "arrears": Kind(
            "Arrears",
            "what was taken, what was due and what is owed, by post and month",
            lambda of, settings: (arrears.as_paper(_owed(of, settings)),),
            "xlsx",
            lambda of, settings, out: arrears.write_workbook(_owed(of, settings), out),
        ),
        "equality": Kind(
            "Equality view",
            "pay and position by protected characteristic, small groups hidden",
            lambda of, _: (equality_view(of),),
        ),
    }
)
"""Each kind of paper by its name on the command line."""
