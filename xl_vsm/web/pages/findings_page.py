"""What the page of findings is written from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from xl_vsm.findings import SEVERITIES, Finding, Report, WorkbookReport
from xl_vsm.reports import sheet_words
from xl_vsm.reports.plain import count, day
from xl_vsm.reports.sheet_words import rely
from xl_vsm.web.pages.carried import can_be_carried
from xl_vsm.web.pages.choices import Choices
from xl_vsm.web.pages.looking import Seen, report
from xl_vsm.web.pages.rows import Sheet, gravest, sheets

COLOURS: Final = {"error": "red", "warning": "orange", "note": "blue"}
SIGNS: Final = {"error": "✗", "warning": "!", "note": "i"}
"""A sign beside the word, so that nothing rests on colour."""
PLACES: Final = 5
"""Tables that are named one by one; how each of more was read is said further down."""


class Part:
    """One workbook's part of the page.

    Args:
        place: its number on the page.
        seen: the workbook.
        workbook: its report, judged for the purpose.
    """

    def __init__(self, place: int, seen: Seen, workbook: WorkbookReport) -> None:
        """Take the workbook."""
        self.place = place
        self.seen = seen
        self.workbook = workbook

    @property
    def name(self) -> str:
        """The file's name."""
        return self.seen.brought.upload.name

    @property
    def broken(self) -> bool:
        """Whether it could not be read."""
        return self.seen.broken

    @property
    def why_broken(self) -> str:
        """Why not."""
        return self.workbook.findings[0].message

    @cached_property
    def shown(self) -> list[Finding]:
        """The findings that the page shows."""
        return gravest(self.workbook.findings)

    @cached_property
    def sheets(self) -> list[Sheet]:
        """Those, by sheet and row."""
        return sheets(self.seen, self.shown)

    @property
    def left_out(self) -> int:
        """How many findings are in what can be taken away alone."""
        return len(self.workbook.findings) - len(self.shown)

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many findings of each severity there are."""
        found = self.workbook.findings
        return [(name, sum(each.severity == name for each in found)) for name in SEVERITIES]

    @property
    def headline(self) -> str:
        """What was found, in one line."""
        return headline(self.counts)

    @property
    def looked_at(self) -> list[str]:
        """Where posts were found, in a line for each table."""
        return [sheet_words.how_read(each) for each in self.workbook.sheets if each.headings]

    @property
    def where(self) -> str:
        """Where posts were found, in short."""
        read = [each for each in self.workbook.sheets if each.headings]
        if len(read) > PLACES:
            return f"{', '.join(each.name for each in read[:PLACES])} and {len(read) - PLACES} more"
        return "; ".join(f"{each.name} ({each.headings})" for each in read) or "nowhere"

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """Why something could not be checked, each reason once, with its checks and cells."""
        return list(sheet_words.not_checked(self.workbook.not_checked))

    @property
    def unread(self) -> list[str]:
        """The columns that nobody knew, so that nothing in them was checked."""
        return sheet_words.unknown_columns(self.workbook)


@dataclass(frozen=True)
class FindingsPage:
    """The page.

    Attributes:
        seen: the workbooks.
        choices: what was chosen.
    """

    seen: Sequence[Seen]
    choices: Choices

    @cached_property
    def report(self) -> Report:
        """The report on all of them."""
        return report(self.seen, self.choices)

    @cached_property
    def parts(self) -> list[Part]:
        """Each workbook's part."""
        pairs = zip(self.seen, self.report.workbooks, strict=True)
        return [Part(place, seen, workbook) for place, (seen, workbook) in enumerate(pairs)]

    @property
    def carried(self) -> bool:
        """Whether the page carries its workbooks, or has to ask for them again."""
        return can_be_carried(each.brought for each in self.seen)

    @property
    def rely(self) -> tuple[tuple[str, tuple[str, ...], str], ...]:
        """What to know before anybody relies on an answer."""
        return rely(self.report.parameters)

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many findings of each severity there are, of workbooks that could be read."""
        return [(name, sum(dict(part.counts)[name] for part in self.read)) for name in SEVERITIES]

    @property
    def headline(self) -> str:
        """What was found, in one line, and in how many workbooks if some could not be read."""
        if not self.read:
            return "No workbook could be checked"
        said = headline(self.counts)
        if self.broken:
            said += f" in {len(self.read)} of {count(len(self.parts), 'workbook')}"
        return said

    @property
    def read(self) -> list[Part]:
        """The workbooks that could be read."""
        return [part for part in self.parts if not part.broken]

    @property
    def broken(self) -> list[Part]:
        """The workbooks that could not be read."""
        return [part for part in self.parts if part.broken]

    @property
    def anchors_of_broken(self) -> list[tuple[str, str]]:
        """Where the page says why, and each of their names."""
        return [(f"workbook-{part.place + 1}", part.name) for part in self.broken]

    @property
    def known(self) -> str:
        """By what was known."""
        known = self.choices.known
        return f"as known on {day(known)}" if known else "with everything known in this release"


def headline(counts: Sequence[tuple[str, int]]) -> str:
    """Say how much was found: 12 errors, 4 warnings and 1 note."""
    said = [count(number, name) for name, number in counts if number]
    if not said:
        return "Nothing wrong was found"
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))
