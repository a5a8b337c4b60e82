"""What a check found, and the report that holds it. All that the reports may know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
FailOn = Literal["error", "warning", "note", "never"]
Mark = Literal["illustrative", "pending", "transcribed"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class SourceReference(_Frozen):
    """The document that a finding rests on."""

    title: str
    url: str | None
    locator: str = ""
    publisher: str = ""


class Finding(_Frozen):
    """One fault: what is wrong, where, what was expected, on whose authority."""

    code: str
    name: str
    severity: Severity
    sheet: str | None
    cell: str | None
    """In Excel's own terms, such as H14; None for a finding about the whole file."""
    field: str | None
    row_key: str | None
    """The post's reference or title. Never a person."""
    post: str | None = None
    """The post's title, where the row is known by a reference."""
    stated: str | None
    expected: str | None
    message: str
    why: str
    source: SourceReference | None
    help_url: str
    illustrative: bool = False
    """Whether it rests on made-up figures, so that it must not be mistaken for a real fault."""
    marks: tuple[Mark, ...] = ()
    hidden: bool = False
    """Whether the cell lies in a hidden row, column or sheet."""

    @property
    def text(self) -> str:
        """The message without the address in front."""
        return self.message.removeprefix(f"{address(self.sheet, self.cell)} ")


class NotChecked(_Frozen):
    """Something that could not be checked, and why. A skip is never silent."""

    code: str
    name: str
    sheet: str | None
    cell: str | None
    reason: str


class SkippedRow(_Frozen):
    """A row inside a table that was not read as a post."""

    row: int
    reason: str


class UnknownColumn(_Frozen):
    """A column with values that no field was found for, so that nothing in it was checked."""

    column: str
    header: str


class ColumnReport(_Frozen):
    """How sure it is that a column is its field, and how its values were read."""

    heading: str
    confidence: Literal["certain", "likely", "unsure"]
    why: str
    stated: int
    blank: int
    blank_means: str
    """What a blank is taken for, such as "no premium" or "not known"."""
    converted: int
    """How many values were not taken as they are, such as amounts typed as text."""
    example: str
    """How the first of those was read."""


class SheetReport(_Frozen):
    """How a sheet was read."""

    name: str
    header_row: int | None
    columns: dict[str, str]
    header_column: str | None = None
    """The column of the headings, where posts stand in columns; then `rows` has the fields."""
    rows: dict[str, int] = {}
    reading: dict[str, ColumnReport] = {}
    notes: tuple[str, ...] = ()
    """What else was understood of the table, such as rows that a filter hides."""
    hidden: bool = False
    skipped: tuple[SkippedRow, ...] = ()
    unknown: tuple[UnknownColumn, ...] = ()

    @property
    def places(self) -> dict[str, str]:
        """Where each field stands: its column's letter, or its row's number."""
        return {**self.columns, **{name: str(row) for name, row in self.rows.items()}}

    @property
    def headings(self) -> str:
        """Where the headings stand, in words; empty where there is no table of posts."""
        if self.header_column is not None:
            return f"headings in column {self.header_column}"
        return "" if self.header_row is None else f"headings in row {self.header_row}"


class WorkbookReport(_Frozen):
    """Everything about one workbook."""

    path: str
    sha256: str | None
    rows: int
    effective: date | None
    sheets: tuple[SheetReport, ...]
    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    complete: bool = True
    """False where the tool could not do its work: an unreadable file, or a crash in a check."""


class UsedPublication(_Frozen):
    """A published table that an answer rests on."""

    name: str
    publication: str
    title: str = ""
    effective_from: date | None = None
    published: date | None = None
    certainty: str = ""
    source: SourceReference | None = None


class ParametersReport(_Frozen):
    """Which figures were used, for which day, and how sure they are."""

    release: str
    effective: date | None
    """None where the workbooks of one run are for different days; each says its own."""
    known: date | None
    illustrative: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    transcribed: tuple[str, ...] = ()
    used: tuple[UsedPublication, ...] = ()


class Tool(_Frozen):
    """Who made the report."""

    name: str = "xl-vsm"
    version: str


class Summary(_Frozen):
    """How much was found."""

    error: int
    warning: int
    note: int
    rows: int
    workbooks: int


class Report(_Frozen):
    """The whole result of a run, as the JSON shows it."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    tool: Tool
    parameters: ParametersReport
    workbooks: tuple[WorkbookReport, ...]
    summary: Summary

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of every workbook, in order."""
        return tuple(self._findings())

    def exit_code(self, fail_on: FailOn = "error") -> int:
        """Return 0 for nothing at or above `fail_on`, 1 for something, 2 for work not done."""
        if not all(workbook.complete for workbook in self.workbooks):
            return 2
        if fail_on == "never":
            return 0
        counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        return int(any(finding.severity in counted for finding in self._findings()))

    def _findings(self) -> Iterator[Finding]:
        for workbook in self.workbooks:
            yield from workbook.findings


def summarise(workbooks: tuple[WorkbookReport, ...]) -> Summary:
    """Count what the workbooks hold."""
    counts = Counter(f.severity for workbook in workbooks for f in workbook.findings)
    return Summary(
        error=counts["error"],
        warning=counts["warning"],
        note=counts["note"],
        rows=sum(workbook.rows for workbook in workbooks),
        workbooks=len(workbooks),
    )


_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[rRcC][0-9]*([cC][0-9]*)?")
"""Names such as FY25 or R1C1, which Excel would take for a cell if they had no quotes."""


def address(sheet: str | None, cell: str | None) -> str:
    """Write a cell's address as Excel does, with quotes where the sheet's name needs them."""
    if sheet is None:
        return "the workbook" if cell is None else cell
    plain = sheet.replace("_", "a").isalnum() and not sheet[0].isdigit()
    plain = plain and not _LIKE_A_CELL.fullmatch(sheet)
    name = sheet if plain else "'" + sheet.replace("'", "''") + "'"
    return name if cell is None else f"{name}!{cell}"
