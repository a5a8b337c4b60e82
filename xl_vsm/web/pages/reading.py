"""How the columns of a workbook were read, as its reader is asked to confirm or correct it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from xl_vsm.findings import ColumnReport, SheetReport
from xl_vsm.sheets.addresses import number
from xl_vsm.sheets.fields import ESSENTIAL, catalogue
from xl_vsm.sheets.headers import words
from xl_vsm.web.pages.as_read import AsRead
from xl_vsm.web.pages.looking import Seen
from xl_vsm.web.shown_sheets import ShownRow, ShownSheet, beginning

_NAMED: Final = re.compile(r"\b([A-Z]{1,3}|[0-9]{1,7}) \(")

EXAMPLES: Final = 3
ROOM: Final = 300
"""Columns that can be corrected on one page. Of other tables a page says how they were read."""

NOT_TOLD: Final = frozenset({"WBK201", "WBK202", "WBK204"})
"""What is found where a table, a column or a layout could not be made out."""

EITHER: Final = "two columns could be the same, so neither was read: nothing in it is checked"

TELLING: Final = {
    "salary": ("salary", "pensionable_pay"),
    "pensionable": ("pensionable_pay",),
    "pension": ("pensionable_pay", "pension_rate", "pension_tier", "pension_contribution"),
    "premium": ("premium_rate", "premium_amount", "premium_ground"),
    "award": ("award_outcome", "award_amount"),
    "paybill": ("paybill",),
    "wte": ("fte",),
    "fte": ("fte",),
    "role": ("role", "post"),
}
"""Words in the heading of a column that nobody read, and the fields that they may be: where none
of those was read, the column matters."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, or a row where posts stand in columns.

    Attributes:
        place: its letter, or the row's number.
        heading: what stands over it.
        examples: the first of its values.
        field: what it was read as; empty where it was not read.
        confidence: how sure that is; empty where it was not read.
        why: by what it was told.
        asked: whether its reader is asked to look at it.
    """

    place: str
    heading: str
    examples: tuple[str, ...] = ()
    field: str = ""
    confidence: str = ""
    why: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of posts, or a sheet in which none was found.

    Attributes:
        name: by what the form calls it: the workbook's number and the table's.
        sheet: the sheet's name.
        hidden: whether the sheet is hidden.
        header: the row of its headings, or the letter of their column.
        turned: whether posts stand in columns.
        found: whether a table was found at all.
        columns: its columns.
        first: its first rows, where they could be shown.
        notes: what else was understood of it.
    """

    name: str
    sheet: str
    hidden: bool
    header: str
    turned: bool
    found: bool
    columns: tuple[Column, ...]
    first: tuple[ShownRow, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def read(self) -> AsRead:
        """How it was read, so that a form can tell what was changed."""
        fields = {each.place: each.field for each in self.columns if each.field}
        return AsRead(self.name, self.sheet, self.header, self.turned, fields)

    @property
    def key(self) -> str:
        """By what it is known again where it has another name by now."""
        return f"{self.name.partition('.')[0]} {self.header} {self.sheet}"

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that there is room for: those that matter before any other."""
        first = sorted(self.columns, key=lambda each: (not each.asked, not each.field))
        kept = {each.place for each in first[:ROOM]}
        return tuple(each for each in self.columns if each.place in kept)

    @property
    def left_out(self) -> int:
        """How many columns there is no room for, none of which was read."""
        return max(0, len(self.columns) - ROOM)

    @property
    def fields(self) -> tuple[str, ...]:
        """What was read of it, as its reader knows it."""
        labels = dict(field_names())
        return tuple(labels[each.field] for each in self.columns if each.field)

    @property
    def asked(self) -> tuple[Column, ...]:
        """The columns that its reader is asked about."""
        return tuple(each for each in self.shown if each.asked)

    @property
    def sure(self) -> tuple[Column, ...]:
        """The others."""
        return tuple(each for each in self.shown if not each.asked)

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the columns that its first rows have."""
        return _letters(self.first)


def opened(tables: Sequence[Table], wanted: Collection[str] = ()) -> frozenset[str]:
    """Return the names of the tables whose columns can be corrected on one page.

    Where there is no room for all, it is those that somebody wants to correct, and then those that
    their reader is asked about.

    Args:
        tables: all that the page speaks of.
        wanted: names or keys of those that somebody wants to correct.
    """
    if sum(map(_needed, tables)) <= ROOM:
        return frozenset(table.name for table in tables)
    chosen = [table for table in tables if table.name in wanted or table.key in wanted]
    asked = [table for table in tables if table.found and table.asked and table not in chosen]
    names: set[str] = set()
    room = ROOM
    for table in (*chosen, *asked):
        if _needed(table) <= room:
            room -= _needed(table)
            names.add(table.name)
    return frozenset(names)


def _needed(table: Table) -> int:
    """Return how many columns of a table are shown to be corrected.

    One without any counts too: it has a field for the row of its headings.
    """
    return max(1, min(len(table.columns), ROOM))


def tables(seen: Seen, place: int) -> list[Table]:
    """Return every table of a workbook, and every sheet without one.

    Args:
        seen: the workbook.
        place: its number on the page.
    """
    workbook = seen.looked.checked.workbook
    shown = {sheet.name: sheet for sheet in seen.looked.sheets}
    claimed = _claimed(seen)
    return [
        _table(f"{place}.{n}", each, shown.get(each.name), claimed.get(each.name, frozenset()))
        for n, each in enumerate(workbook.sheets)
    ]


def to_be_confirmed(seen: Seen) -> bool:
    """Say whether a workbook's reader has to look at how its columns were read."""
    workbook = seen.looked.checked.workbook
    if seen.broken:
        return False
    if any(finding.code in NOT_TOLD for finding in workbook.findings):
        return True
    return any(column.asked for table in tables(seen, 0) if table.found for column in table.columns)


def _table(
    name: str, sheet: SheetReport, shown: ShownSheet | None, claimed: frozenset[str]
) -> Table:
    found = bool(sheet.headings)
    turned = sheet.header_column is not None
    first = shown.first if shown and not turned else ()
    if found and first and first[0].number != sheet.header_row:
        first = ()  # another table of the same sheet
    header = sheet.header_column or str(sheet.header_row or (first[0].number if first else 1))
    return Table(
        name=name,
        sheet=sheet.name,
        hidden=sheet.hidden,
        header=header,
        turned=turned,
        found=found,
        columns=tuple(_columns(sheet, first, claimed)),
        first=first,
        notes=sheet.notes,
    )


def _columns(
    sheet: SheetReport, first: tuple[ShownRow, ...], claimed: frozenset[str]
) -> Iterator[Column]:
    fields = {place: name for name, place in sheet.places.items()}
    unknown = {each.column: each.header for each in sheet.unknown}
    places = {*fields, *unknown, *_letters(first)}
    lacking = not any(name in sheet.places for name in ESSENTIAL)
    for place in sorted(places, key=_order):
        values = [row.cells[place] for row in first[1:] if place in row.cells]
        examples = tuple(map(beginning, values[:EXAMPLES]))
        name = fields.get(place, "")
        if name:
            yield _read(place, name, sheet.reading.get(name), examples)
            continue
        heading = beginning(unknown.get(place) or (first[0].cells.get(place, "") if first else ""))
        twice = place in claimed
        asked = bool(sheet.headings) and (lacking or twice or _matters(heading, sheet))
        why = EITHER if twice else ""
        yield Column(place, heading, examples, why=why, asked=asked and bool(heading))


def _read(place: str, name: str, read: ColumnReport | None, examples: tuple[str, ...]) -> Column:
    if read is None:
        return Column(place, "", examples, name)
    unsure = read.confidence == "unsure"
    return Column(place, read.heading, examples, name, read.confidence, read.why, unsure)


def _matters(heading: str, sheet: SheetReport) -> bool:
    """Say whether an unread column may be one that a check needs."""
    said = set(words(heading).split())
    return any(
        word in said and not any(field in sheet.places for field in fields)
        for word, fields in TELLING.items()
    )


def _claimed(seen: Seen) -> dict[str, frozenset[str]]:
    """Return the columns of each sheet of which two could be the same field, as findings say."""
    claimed: dict[str, frozenset[str]] = {}
    for each in seen.looked.checked.workbook.findings:
        if each.code == "WBK202" and each.sheet:
            named = frozenset(_NAMED.findall(each.text))
            claimed[each.sheet] = claimed.get(each.sheet, frozenset()) | named
    return claimed


def _letters(rows: tuple[ShownRow, ...]) -> tuple[str, ...]:
    return tuple(sorted({letter for row in rows for letter in row.cells}, key=number))


def _order(place: str) -> int:
    return int(place) if place.isdigit() else number(place)


def field_names() -> list[tuple[str, str]]:
    """Return what a column can be, by what it is called."""
    named = sorted((each.label, name) for name, each in catalogue().rows.items())
    return [("", "Not read"), *((name, label[:1].upper() + label[1:]) for label, name in named)]
