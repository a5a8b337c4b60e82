"""One workbook, as its part of the page shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from xl_vsm.findings import AnyReport, Finding, SheetReport, WorkbookReport
from xl_vsm.reports import sheet_words
from xl_vsm.reports.html.chart import DRAWN, Chart, charts
from xl_vsm.reports.html.safe import file_name
from xl_vsm.reports.html.survey import anchor
from xl_vsm.reports.plain import count


@dataclass(frozen=True)
class Group:
    """The findings of one sheet.

    Attributes:
        heading: the sheet's name, or that they concern the whole file.
        findings: the findings, in the report's order.
    """

    heading: str
    findings: tuple[Finding, ...]


class WorkbookPart:
    """What the page's part about a workbook is written from."""

    def __init__(self, number: int, workbook: WorkbookReport) -> None:
        """Take the workbook, and its place in the report, from 1."""
        self.anchor = anchor(number)
        self.workbook = workbook

    @property
    def name(self) -> str:
        """The file's name."""
        return file_name(self.workbook.path)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The findings by sheet, each sheet where its first finding is."""
        by_sheet: dict[str | None, list[Finding]] = defaultdict(list)
        for finding in self.workbook.findings:
            by_sheet[finding.sheet].append(finding)
        return tuple(
            Group(sheet or "The workbook as a whole", tuple(found))
            for sheet, found in by_sheet.items()
        )

    @cached_property
    def charts(self) -> tuple[Chart, ...]:
        """The pictures of its posts' pay."""
        return tuple(charts(self.workbook.posts))

    @cached_property
    def several(self) -> bool:
        """Whether the posts whose salary is stated are on several sheets."""
        return len({post.sheet for post in self.workbook.posts}) > 1

    @property
    def not_drawn(self) -> int:
        """How many posts are in no picture, as there are too many."""
        return max(0, len(self.workbook.posts) - DRAWN) + self.workbook.more_posts

    @property
    def looked_at(self) -> tuple[str, ...]:
        """Where posts were found, in a line for each sheet."""
        return tuple(
            f"{each.name}{_hidden(each)}: {each.headings}, {_read(each)}"
            for each in self.workbook.sheets
            if each.headings
        )

    @property
    def without_posts(self) -> tuple[str, ...]:
        """The sheets in which no table of posts was found."""
        return tuple(each.name for each in self.workbook.sheets if not each.headings)

    @property
    def not_read(self) -> tuple[str, ...]:
        """The columns that no field was found for."""
        return tuple(sheet_words.unknown_columns(self.workbook))

    @property
    def reasons(self) -> tuple[tuple[str, str], ...]:
        """Why something could not be checked, each reason once, with its checks and cells."""
        return tuple(sheet_words.not_checked(self.workbook.not_checked))


def parts(report: AnyReport) -> Iterator[WorkbookPart]:
    """Give the workbooks' parts, of which only one is held at a time."""
    for number, workbook in enumerate(report.workbooks, start=1):
        yield WorkbookPart(number, workbook)


def _read(sheet: SheetReport) -> str:
    return f"{count(len(sheet.places), 'row' if sheet.header_column else 'column')} read"


def _hidden(sheet: SheetReport) -> str:
    return ", a hidden sheet" if sheet.hidden else ""
