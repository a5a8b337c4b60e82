"""A table of posts on a sheet: its columns, and the rows between its headings and the next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from xl_vsm.sheets.addresses import letters
from xl_vsm.sheets.bands import Band
from xl_vsm.sheets.cells import Grid
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.headers import words
from xl_vsm.sheets.meanings import in_pay_year
from xl_vsm.sheets.skipped import (
    NOTE,
    OTHER_TABLE,
    SECTION,
    STATEMENT,
    UNITS,
    is_section_or_gap,
    why_skipped,
)
from xl_vsm.sheets.workbook import ReadFault, read_fault


@dataclass(slots=True)
class Table:
    """A table's headings, its columns by field, its posts' rows, and what was passed over.

    Where posts stand in columns, all of it is told of the sheet with rows and columns exchanged.

    Attributes:
        grid: the sheet, or the part of it that the table lies in.
        band: its headings.
        fields: the column of each field.
        scales: what the figures of a column are in.
        posts: the rows that hold posts.
        skipped: the rows that hold something else, and what.
        name: what Excel itself calls the table, if it knows it.
        laid_out: whether a layout file says where it is.
        remarks: what has moved since that was kept.
    """

    grid: Grid
    band: Band
    fields: dict[str, int]
    scales: dict[int, int]
    posts: list[int] = field(default_factory=list)
    skipped: list[tuple[int, str]] = field(default_factory=list)
    name: str = ""
    laid_out: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def first_row(self) -> int:
        """The sheet's own row in which the table begins."""
        if not self.grid.turned:
            return self.band.top
        return min(self.fields.values())

    def place(self, column: int) -> str:
        """Return what the sheet itself calls a column: its letter, or the number of its row."""
        return str(column) if self.grid.turned else letters(column)

    def heading(self, column: int) -> str:
        """Return the heading of a column, as it stands there."""
        return next((each.text for each in self.band.columns if each.number == column), "")

    def own_rows(self) -> set[int]:
        """Return the sheet's own rows that are the table's, and speak of nothing else."""
        if self.grid.turned:
            return set(range(self.first_row, max(self.fields.values()) + 1))
        speaking = (NOTE, SECTION, STATEMENT)
        passed = (row for row, why in self.skipped if why not in speaking)
        return {*range(self.band.top, self.band.row + 1), *self.posts, *passed}

    def is_on(self, grid: Grid) -> bool:
        """Say whether the table lies on a sheet."""
        return self.grid.name == grid.name

    def faults(self) -> list[ReadFault]:
        """Return a fault for each field that more than one column claims."""
        return [
            read_fault(
                "WBK202",
                self.grid.name,
                self.grid.at(self.band.row, columns[0].number).address,
                f"{'rows' if self.grid.turned else 'columns'} "
                f"{_listed([f'{self.place(c.number)} ({c.text})' for c in columns])} can each "
                f"be the {catalogue().rows[name].label}, so none is used: rename the headings, "
                "or say in a layout file which is meant",
                name,
            )
            for name, columns in self.band.claims.items()
            if len(columns) > 1 and name not in self.fields
        ]

    def in_pay_year(self, day: date) -> None:
        """Take the salary of the day's pay year, where several stand side by side."""
        columns = in_pay_year(self.band.columns, day)
        if "salary" not in self.fields and columns != self.band.columns:
            self.band = replace(self.band, columns=columns)
            self.fields = dict(self.band.fields)

    def unknown(self) -> list[tuple[str, str]]:
        """Return the columns with values that mean no field, with their headings."""
        known = set(self.fields.values())
        return [
            (self.place(column.number), column.text)
            for column in self.band.columns
            if column.field is None
            and column.number not in known
            and any(not self.grid.at(row, column.number).empty for row in self.posts)
        ]


def table_under(grid: Grid, band: Band, fields: dict[str, int]) -> Table:
    """Return the table of some headings, without its rows."""
    scales = {column.number: column.scale for column in band.columns}
    scales.update({column: scale for column, scale in band.scales.items() if scale > 1})
    return Table(grid, band, dict(fields), scales)


def fill(table: Table, band: Band, last: int | None) -> None:
    """Sort the rows under some headings into posts and others, down to the last row."""
    headings = {col.number: {words(col.own), words(col.group)} for col in band.columns}
    if band.units_row:
        table.skipped.append((band.units_row, UNITS))
    above, elsewhere, resumes = band.row, False, False
    for row in table.grid.rows():
        if row < band.first_row or (last and row > last):
            continue
        if all(cell.empty for cell in table.grid.row(row).values()):
            continue
        after_gap = (row > above + 1 and not table.grid.holds(row - 1)) or resumes
        above = row
        # Another table under the posts, such as a key, ends with the next blank row.
        elsewhere = elsewhere and not after_gap
        reason = (
            OTHER_TABLE
            if elsewhere
            else why_skipped(table.grid, row, table.fields, after_gap=after_gap, headings=headings)
        )
        elsewhere = reason == OTHER_TABLE
        resumes = not elsewhere and is_section_or_gap(reason) and not table.grid.holds(row + 1)
        if reason:
            table.skipped.append((row, reason))
        else:
            table.posts.append(row)


def _listed(items: list[str]) -> str:
    return f"{', '.join(items[:-1])} and {items[-1]}"
