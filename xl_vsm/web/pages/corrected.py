"""From the form in which columns were corrected to the layouts by which workbooks are read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from pydantic import ValidationError
from starlette.datastructures import FormData

from xl_vsm.sheets import Layout, TableLayout
from xl_vsm.sheets.fields import catalogue
from xl_vsm.web.pages.carried import Brought
from xl_vsm.web.pages.reading import guess
from xl_vsm.web.refusals import asked_wrongly

_FIELD: Final = re.compile(
    r"(sheet|header|turned|guess|column)-(\d+)\.(\d+)(?:-([A-Z]{1,3}|\d{1,7}))?"
)

Fault = tuple[str, str]


@dataclass(slots=True)
class _Posted:
    """What the form says of one table."""

    name: str
    said: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)

    @property
    def sheet(self) -> str:
        # A form writes the end of a line as two signs.
        return self.said.get("sheet", "").replace("\r\n", "\n")

    @property
    def header(self) -> str:
        return self.said.get("header", "").strip()

    @property
    def changed(self) -> bool:
        return guess(self.header, self.columns) != self.said.get("guess", "")

    def faults(self) -> list[Fault]:
        """Return what is wrong with it: the field's id, and in words."""
        if not self.said.get("turned") and not (
            self.header.isascii() and self.header.isdigit() and len(self.header) < 8
        ):
            return [(f"header-{self.name}", f"Enter the row of the headings of {self.sheet}")]
        found: list[Fault] = []
        by_field: dict[str, list[str]] = defaultdict(list)
        for place, name in self.columns.items():
            if name:
                by_field[name].append(place)
        for name, places in by_field.items():
            if len(places) > 1:
                label = catalogue().rows[name].label if name in catalogue().rows else name
                what = "rows" if self.said.get("turned") else "columns"
                words = f"{self.sheet}: {what} {' and '.join(places)} cannot both be the {label}"
                found.append((f"column-{self.name}-{places[-1]}", words))
        if not by_field and self.said.get("guess", "").partition(": ")[2]:
            words = f"{self.sheet}: say what at least one column is, or delete the sheet in a copy"
            found.append((f"header-{self.name}", words))
        return found

    def layout(self) -> TableLayout:
        """Return how the table is to be read.

        Raises:
            ValidationError: nothing can be read so.
        """
        read = {name: place for place, name in self.columns.items() if name}
        if self.said.get("turned"):
            rows = {name: int(place) for name, place in read.items()}
            return TableLayout(sheet=self.sheet, header_column=self.header, rows=rows)
        return TableLayout(sheet=self.sheet, header_row=int(self.header), columns=read)


def corrected(form: FormData, brought: Sequence[Brought]) -> tuple[list[Brought], list[Fault]]:
    """Return the workbooks, each to be read as the form says, and what is wrong with the form.

    Where nothing was changed, a workbook is read as before. Where something was, the sheet's
    tables are read as the form has them, by the letters of the columns, and nothing is inferred.

    Raises:
        Refusal: no page of ours made the form.
    """
    posted = _posted(form)
    read: list[Brought] = []
    faults: list[Fault] = []
    for place, each in enumerate(brought):
        tables = posted.get(place, [])
        sheets = {table.sheet for table in tables if table.changed}
        mine = [table for table in tables if table.sheet in sheets]
        wrong = [fault for table in mine for fault in table.faults()]
        faults += wrong
        read.append(each if wrong or not mine else each.read_as(_layout(each, mine)))
    return read, faults


def _layout(brought: Brought, tables: Sequence[_Posted]) -> Layout:
    before = brought.layout or Layout()
    sheets = {table.sheet for table in tables}
    try:
        own = [table.layout() for table in tables if any(table.columns.values())]
    except ValidationError as fault:
        raise asked_wrongly(f"the columns cannot be read so: {fault.errors()[0]['msg']}") from fault
    kept = [table for table in before.tables if table.sheet not in sheets]
    return Layout(tables=(*kept, *own), particulars=before.particulars)


def _posted(form: FormData) -> dict[int, list[_Posted]]:
    tables: dict[tuple[int, int], _Posted] = {}
    for key, value in form.multi_items():
        found = _FIELD.fullmatch(key)
        if found is None or not isinstance(value, str):
            continue
        what, workbook, table, place = found.groups()
        name = f"{int(workbook)}.{int(table)}"
        posted = tables.setdefault((int(workbook), int(table)), _Posted(name))
        if what == "column" and place:
            posted.columns[place] = value
        else:
            posted.said[what] = value
    by_workbook: dict[int, list[_Posted]] = defaultdict(list)
    for (workbook_number, _), posted in sorted(tables.items()):
        by_workbook[workbook_number].append(posted)
    return by_workbook
