"""A table of posts on a sheet: its columns, and the rows between its headings and the next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from xl_vsm.sheets.addresses import a1, letters
from xl_vsm.sheets.bands import Band, find_bands
from xl_vsm.sheets.cells import Grid
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.headers import words
from xl_vsm.sheets.meanings import in_pay_year
from xl_vsm.sheets.skipped import OTHER_TABLE, REPEATED, UNITS, is_section_or_gap, why_skipped
from xl_vsm.sheets.workbook import ReadFault, SheetRead, read_fault


@dataclass(slots=True)
class Table:
    """A table's headings, its columns by field, its posts' rows, and what was passed over."""

    grid: Grid
    band: Band
    fields: dict[str, int]
    scales: dict[int, int]
    posts: list[int] = field(default_factory=list)
    skipped: list[tuple[int, str]] = field(default_factory=list)

    def as_read(self) -> SheetRead:
        """Return how the table was read."""
        return SheetRead(
            name=self.grid.name,
            hidden=self.grid.hidden,
            header_row=self.band.row,
            columns={name: letters(column) for name, column in self.fields.items()},
            unknown=tuple(self._unknown()),
            skipped=tuple(self.skipped),
        )

    def faults(self) -> list[ReadFault]:
        """Return a fault for each field that more than one column claims."""
        return [
            read_fault(
                "WBK202",
                self.grid.name,
                a1(self.band.row, columns[0].number),
                f"columns {_listed([f'{letters(c.number)} ({c.text})' for c in columns])} can each "
                f"be the {catalogue().rows[name].label}, so none is used: rename the headings, "
                "or say in a layout file which is meant",
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

    def _unknown(self) -> list[tuple[str, str]]:
        known = set(self.fields.values())
        return [
            (letters(column.number), column.text)
            for column in self.band.columns
            if column.field is None
            and column.number not in known
            and any(not self.grid.at(row, column.number).empty for row in self.posts)
        ]


def find_tables(grid: Grid) -> list[Table]:
    """Return the pay tables of a sheet, from the top."""
    tables: list[Table] = []
    bands = find_bands(grid)
    for index, band in enumerate(bands):
        last = bands[index + 1].top - 1 if index + 1 < len(bands) else None
        if tables and band.fields == tables[-1].fields:
            table = tables[-1]
            table.skipped += [(row, REPEATED) for row in range(band.top, band.row + 1)]
        else:
            table = table_under(grid, band, band.fields)
            tables.append(table)
        fill(table, band, last)
    return tables


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
        after_gap = row > above + 1 or resumes
        above = row
        # Another table under the posts, such as a key, ends with the next blank row.
        elsewhere = elsewhere and not after_gap
        reason = (
            OTHER_TABLE
            if elsewhere
            else why_skipped(table.grid, row, table.fields, after_gap=after_gap, headings=headings)
        )
        elsewhere = reason == OTHER_TABLE
        resumes = not elsewhere and is_section_or_gap(reason)
        if reason:
            table.skipped.append((row, reason))
        else:
            table.posts.append(row)


def _listed(items: list[str]) -> str:
    return f"{', '.join(items[:-1])} and {items[-1]}"
