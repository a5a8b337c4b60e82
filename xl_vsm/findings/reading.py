"""How each sheet of a workbook was read."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from xl_vsm.findings.frozen import Frozen


class SkippedRow(Frozen):
    """A row inside a table that was not read as a post."""

    row: int
    reason: str


class UnknownColumn(Frozen):
    """A column with values that no field was found for, so that nothing in it was checked."""

    column: str
    header: str


class ColumnReport(Frozen):
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


class SheetReport(Frozen):
    """How a sheet was read."""

    name: str
    header_row: int | None
    columns: dict[str, str]
    header_column: str | None = None
    """The column of the headings, where posts stand in columns; then `rows` has the fields."""
    rows: dict[str, int] = Field(default_factory=dict)
    reading: dict[str, ColumnReport] = Field(default_factory=dict)
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
