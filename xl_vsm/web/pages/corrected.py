"""From the form in which columns were corrected to the layouts by which workbooks are read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError
from starlette.datastructures import FormData

from xl_vsm.sheets import Layout, TableLayout
from xl_vsm.sheets.addresses import LAST_ROW
from xl_vsm.sheets.fields import catalogue
from xl_vsm.web.pages.as_read import LONGEST, AsRead, read_back
from xl_vsm.web.pages.carried import Brought
from xl_vsm.web.refusals import asked_wrongly

_READ: Final = re.compile(r"read-([0-9]{1,4})")
_HEADER: Final = re.compile(r"header-([0-9]{1,4}\.[0-9]{1,5})")
_COLUMN: Final = re.compile(r"column-([0-9]{1,4}\.[0-9]{1,5})-([A-Z]{1,3}|[0-9]{1,7})")

LAST_HEADINGS: Final = LAST_ROW - 1
"""The last row that can have headings: a sheet has one more, for the posts below."""

Fault = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Posted:
    """A table, as it was read and as the form has it.

    Attributes:
        before: as it was read.
        now: as the form has it.
        asked: the columns that the form asked for.
    """

    before: AsRead
    now: AsRead
    asked: Collection[str]

    @property
    def changed(self) -> bool:
        return self.now != self.before

    def faults(self) -> list[Fault]:
        """Return what is wrong with it: the field's id, and in words."""
        now, header = self.now, f"header-{self.now.name}"
        if not now.turned and not _is_row(now.header):
            words = (
                f"Enter the row of the headings of {now.sheet}, a number up to {LAST_HEADINGS:,}"
            )
            return [(header, words)]
        found: list[Fault] = []
        by_field: dict[str, list[str]] = defaultdict(list)
        for place, name in now.fields.items():
            by_field[name].append(place)
        for name, places in by_field.items():
            if len(places) > 1:
                label = catalogue().rows[name].label if name in catalogue().rows else name
                what = "rows" if now.turned else "columns"
                words = f"{now.sheet}: {what} {' and '.join(places)} cannot both be the {label}"
                at = [f"column-{now.name}-{place}" for place in places if place in self.asked]
                found.append(((at or [header])[-1], words))
        if not by_field and self.before.fields:
            words = f"{now.sheet}: say what at least one column is, or delete the sheet in a copy"
            found.append((header, words))
        return found

    def layout(self) -> TableLayout:
        """Return how the table is to be read.

        Raises:
            ValidationError: nothing can be read so.
        """
        now = self.now
        if now.turned:
            rows = {name: int(place) for place, name in now.fields.items()}
            return TableLayout(sheet=now.sheet, header_column=now.header, rows=rows)
        columns = {name: place for place, name in now.fields.items()}
        return TableLayout(sheet=now.sheet, header_row=int(now.header), columns=columns)


def corrected(form: FormData, brought: Sequence[Brought]) -> tuple[list[Brought], list[Fault]]:
    """Return the workbooks, each to be read as the form says, and what is wrong with the form.

    Where nothing was changed, a workbook is read as before. Where something was, the sheet's
    tables are read as the form has them, by the letters of the columns, and nothing is inferred.

    Raises:
        Refusal: no page of ours made the form.
    """
    posted = _posted(form, len(brought))
    read: list[Brought] = []
    faults: list[Fault] = []
    for place, each in enumerate(brought):
        tables = posted.get(place, [])
        sheets = {table.now.sheet for table in tables if table.changed}
        mine = [table for table in tables if table.now.sheet in sheets]
        wrong = [fault for table in mine for fault in table.faults()]
        faults += wrong
        read.append(each if wrong or not mine else each.read_as(_layout(each, mine)))
    return read, faults


def open_in(form: FormData) -> frozenset[str]:
    """Return the names of the tables whose columns a form asked for."""
    found = (_HEADER.fullmatch(key) or _COLUMN.fullmatch(key) for key in form)
    return frozenset(each[1] for each in found if each)


def _is_row(said: str) -> bool:
    number = said.isascii() and said.isdigit() and len(said) < 8
    return number and int(said) <= LAST_HEADINGS


def _layout(brought: Brought, tables: Sequence[_Posted]) -> Layout:
    before = brought.layout or Layout()
    sheets = {table.now.sheet for table in tables}
    try:
        own = [table.layout() for table in tables if table.now.fields]
    except (ValidationError, ValueError) as fault:
        raise asked_wrongly("the columns cannot be read so: start again") from fault
    kept = [table for table in before.tables if table.sheet not in sheets]
    return Layout(tables=(*kept, *own), particulars=before.particulars)


def _posted(form: FormData, workbooks: int) -> dict[int, list[_Posted]]:
    """Return every table of each workbook that the form knows of, by the workbook's number.

    Of other workbooks than there are, nothing is read.
    """
    headers: dict[str, str] = {}
    columns: dict[str, dict[str, str]] = defaultdict(dict)
    read: dict[int, str] = {}
    for key, value in form.multi_items():
        if not isinstance(value, str):
            continue
        if found := _READ.fullmatch(key):
            if int(found[1]) < workbooks:
                read[int(found[1])] = value
        elif found := _HEADER.fullmatch(key):
            headers[found[1]] = value.strip()
        elif found := _COLUMN.fullmatch(key):
            columns[found[1]][found[2]] = value
    if sum(map(len, read.values())) > LONGEST:
        raise asked_wrongly("the page did not come back whole: start again")

    def posted(table: AsRead) -> _Posted:
        asked = columns.get(table.name, {})
        return _Posted(table, table.changed(headers.get(table.name), asked), asked)

    return {place: list(map(posted, read_back(said))) for place, said in read.items()}
