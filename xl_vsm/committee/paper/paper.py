"""A paper: what it opens with, its sections, and its notes."""

from __future__ import annotations

from dataclasses import dataclass

from xl_vsm.committee.checked import Checked
from xl_vsm.committee.paper.blocks import Block
from xl_vsm.committee.paper.notes import Note, Notes
from xl_vsm.committee.pay_year import PayYear
from xl_vsm.findings import ParametersReport
from xl_vsm.parameters import Parameters
from xl_vsm.release import VERSION
from xl_vsm.reports.plain import day, inert
from xl_vsm.reports.sheet_words import Rely, rely


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper under a heading of its own."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """What every paper opens with.

    Attributes:
        organisation: whose paper it is.
        asked: for which day, by what was known, and in which release.
        from_workbook: which workbook it is from, to the byte.
        banners: what must be known before anybody relies on it.
        marks: of what kinds the figures are that the banners speak of, such as illustrative.
    """

    organisation: str
    asked: str
    from_workbook: str
    banners: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper.

    Attributes:
        title: what it is.
        name: a short one, for a file or a sheet.
        opening: what it opens with.
        sections: its parts.
        notes: each rule that a figure of it comes from.
        by_section: whether each section is a sheet of its own in a workbook.
    """

    title: str
    name: str
    opening: Opening
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    by_section: bool = True


def paper(
    title: str,
    name: str,
    of: Checked,
    p: Parameters,
    sections: tuple[Section, ...],
    notes: Notes,
    *,
    by_section: bool = True,
) -> Paper:
    """Make a paper of its sections, with what every paper opens with.

    Args:
        title: what it is.
        name: a short one.
        of: the workbook that it is from.
        p: the view whose figures it uses; all of them have been used by now.
        sections: its parts.
        notes: its notes, all of which have been taken by now.
        by_section: whether each section is a sheet of its own in a workbook.
    """
    relied_on = _relied_on(of.figures(p), notes)
    told = (f"{mark.upper()}: {', '.join(names)}: {meaning}." for mark, names, meaning in relied_on)
    opening = Opening(
        inert(of.organisation),
        _asked(of),
        _from(of),
        (*_another_year(of), *told),
        tuple(mark for mark, *_ in relied_on),
    )
    return Paper(title, name, opening, sections, tuple(notes.all()), by_section)


def _asked(of: Checked) -> str:
    known_by = of.p.known
    at = f"For {day(of.report.effective)}" if of.report.effective else "For no one day"
    known = f"as known on {day(known_by)}" if known_by else "with everything known"
    return f"{at}, {known} in release {VERSION} of xl-vsm."


def _from(of: Checked) -> str:
    digest = f" (SHA-256 {of.report.sha256})" if of.report.sha256 else ""
    return f"From the workbook {inert(of.name)}{digest}."


def _another_year(of: Checked) -> list[str]:
    """Say so where a paper is for a day of another pay year than its workbook speaks of."""
    stated = of.workbook.particulars.effective
    asked = of.report.effective
    if stated is None or stated.value is None or asked is None:
        return []
    if PayYear.of(stated.value) == PayYear.of(asked):
        return []
    days = f"the workbook speaks for {day(stated.value)} and this paper is for {day(asked)}"
    return [
        f"ANOTHER PAY YEAR: {days}: its salaries, outcomes and premia may be of the other year."
    ]


def _relied_on(figures: ParametersReport, notes: Notes) -> tuple[Rely, ...]:
    """Give what must be known before anybody relies on the figures of a paper."""
    if not {"award", "withhold"} & set(notes):
        figures = figures.model_copy(update={"pending": ()})  # nothing here waits for it
    return rely(figures)
