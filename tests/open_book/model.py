"""A workbook as Excel holds it open: as much of one as our code reads, writes and could spoil."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

PLACE = re.compile(r"ADDRESS\(ROW\('(?P<sheet>(?:[^']|'')+)'!(?P<cell>[A-Z]+[0-9]+)\)")
WEB = re.compile(r'=HYPERLINK\("https://(?:[^"]|"")+","(?P<words>(?:[^"]|"")+)"\)')
RULE = re.compile(r"COUNTIF\('(?P<own>[^']+)'!\$(?P<column>[A-Z]+):\$[A-Z]+,\"(?P<key>[^\"]+)\"&")


@dataclass
class Held:
    """A cell: its value, its formula, and how it looks."""

    value: Any = None
    formula: str | None = None
    number_format: str = "General"
    fill: str | None = None


@dataclass
class Rule:
    """A rule of conditional formatting over a whole sheet, by a formula."""

    formula: str
    fill: str | None = None


@dataclass
class Page:
    """A worksheet."""

    name: str
    cells: dict[tuple[int, int], Held] = field(default_factory=dict)
    hidden: bool = False
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    rules: list[Rule] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    protected: bool = False

    def at(self, row: int, column: int) -> Held:
        return self.cells.get((row, column), Held())

    def own(self, row: int, column: int) -> Held:
        return self.cells.setdefault((row, column), Held())

    def enter(self, row: int, column: int, typed: Any) -> None:
        """Do as Excel does with what is typed, or sent, into a cell."""
        cell = self.own(row, column)
        cell.formula = None
        if isinstance(typed, str) and typed.startswith("'"):
            cell.value = typed[1:]
        elif isinstance(typed, str) and typed.startswith("="):
            cell.formula, cell.value = typed, calculated(typed)
        else:
            cell.value = None if typed == "" else typed

    def clear(self) -> None:
        self.cells.clear()

    def used(self, *, looks: bool) -> tuple[int, int]:
        """Return the last row and column of what is used, by values or by looks as well."""
        places = [at for at, cell in self.cells.items() if looks or cell.value is not None]
        return max((r for r, _ in places), default=1), max((c for _, c in places), default=1)


@dataclass
class Open:
    """An open workbook."""

    name: str
    pages: list[Page]
    active: int = 0
    locked: bool = False
    saved: bool = False
    said: list[str] = field(default_factory=list)

    def page(self, name: str) -> Page:
        return next(page for page in self.pages if page.name == name)

    def fill(self, sheet: str, cell: str) -> str | None:
        """Return the colour that a cell shows: that of the first rule which holds, or its own."""
        page, (row, column) = self.page(sheet), split(cell)
        for rule in page.rules:
            found = RULE.search(rule.formula)
            if found and any(own.name == found["own"] for own in self.pages):
                listed = self.page(found["own"])
                at = split(f"{found['column']}1")[1]
                wanted = f"{found['key']}{cell}"
                if any(held.value == wanted for (_, c), held in listed.cells.items() if c == at):
                    return rule.fill
        return page.at(row, column).fill

    def without(self, *names: str) -> list[Page]:
        """Return a copy of the other sheets, to be compared with later."""
        return deepcopy([page for page in self.pages if page.name not in names])

    def rows(self, name: str) -> list[list[Any]]:
        """Return what a sheet says in the columns that are not hidden."""
        page = self.page(name)
        last, _ = page.used(looks=False)
        return [
            [page.at(row, column).value for column in range(1, 11)] for row in range(1, last + 1)
        ]


def split(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(cell[len(letters) :]), column


def calculated(formula: str) -> str:
    """Work out the three kinds of formula that our sheet has."""
    if page := WEB.fullmatch(formula):
        return page["words"].replace('""', '"')
    found = PLACE.search(formula)
    if found is None:
        raise AssertionError(f"a formula of another kind: {formula}")
    cell = found["cell"]
    if formula.startswith("=HYPERLINK("):
        return cell
    key = re.match(r'="([^"]+)"&', formula)
    assert key, formula
    return key[1] + cell


def opened(path: Path) -> Open:
    """Return a file as Excel holds it when it has opened it."""
    values, formulas = load_workbook(path, data_only=True), load_workbook(path)
    pages = []
    for sheet in formulas.worksheets:
        page = Page(sheet.title, hidden=sheet.sheet_state != "visible")
        page.merges = [
            (m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges
        ]
        page.hidden_rows = {n for n, row in sheet.row_dimensions.items() if row.hidden}
        page.hidden_columns = {
            n
            for column in sheet.column_dimensions.values()
            if column.hidden
            for n in range(column.min, column.max + 1)
        }
        for row in sheet.iter_rows():
            for cell in row:
                shown = values[sheet.title][cell.coordinate].value
                text = getattr(cell.value, "text", cell.value)
                formula = str(text) if cell.data_type == "f" else None
                fill = cell.fill.fgColor.rgb if cell.fill.fill_type else None
                if shown is not None or formula or fill:
                    held = Held(shown, formula, cell.number_format, fill)
                    page.cells[cell.row, cell.column] = held
        pages.append(page)
    return Open(path.name, pages)


def serial(value: date | time | timedelta) -> float:
    """Return a day or a time as the number that Excel keeps."""
    nought = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel knows no zones
    if isinstance(value, time):
        value = datetime.combine(nought, value)
    if isinstance(value, timedelta):
        return value / timedelta(days=1)
    if not isinstance(value, datetime):
        value = datetime.combine(value, time())
    return (value - nought) / timedelta(days=1)


def a1(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"
