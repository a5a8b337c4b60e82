"""A sheet of live formulas, laid out row by row before any file is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from xl_vsm.committee.paper import Kind, Value
from xl_vsm.committee.paper.figure import shown, with_marks
from xl_vsm.committee.writing.live.charts import Chart
from xl_vsm.findings import Mark


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell.

    Attributes:
        value: what Python worked out; None where nobody can say.
        kind: how it is written.
        formula: what a spreadsheet works it out by, without the sign of equality.
        look: of its own: header, label, total, changeable, place; empty for what its kind has.
        name: what formulas call it.
        note: the number of the note that it links to, in place of a value.
        marks: what to know before anybody relies on it.
        said: those of the marks that its column's heading does not say, so that it says them.
    """

    value: Value
    kind: Kind = "text"
    formula: str = ""
    look: str = ""
    name: str = ""
    note: int | None = None
    marks: tuple[Mark, ...] = ()
    said: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Col:
    """A column of a table.

    Attributes:
        key: by which rows and formulas refer to it.
        heading: what stands over it; empty where the column is only kept free.
        kind: how its values are written.
        wide: how many signs of it are seen.
        formula: what its cells are worked out by, with other columns' keys in braces.
        total: whether its values add up to anything.
        note: the number of the note on the rule that gives its values.
        changeable: whether it is for people to alter.
        marks: what to know of all its values before anybody relies on them; its heading says it.
    """

    key: str
    heading: str
    kind: Kind = "text"
    wide: int = 14
    formula: str = ""
    total: bool = False
    note: int | None = None
    changeable: bool = False
    marks: tuple[Mark, ...] = ()


Row = Mapping[str, Value | Cell]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table stands.

    Attributes:
        sheet: the sheet's name.
        first: its first row, counted from 1.
        last: its last one, without the totals.
        letters: the letter of each column, by key.
        sums: what each column that adds up comes to.
    """

    sheet: str
    first: int
    last: int
    letters: Mapping[str, str]
    sums: Mapping[str, Decimal]

    def cell(self, key: str, place: int) -> str:
        """Return how a formula anywhere refers to a cell, by its row's place in the table."""
        return f"'{self.sheet}'!${self.letters[key]}${self.first + place}"

    def all(self, key: str) -> str:
        """Return how a formula anywhere refers to a whole column."""
        column = self.letters[key]
        return f"'{self.sheet}'!${column}${self.first}:${column}${self.last}"

    def total(self, key: str) -> str:
        """Return how a formula anywhere refers to a column's total."""
        return f"'{self.sheet}'!${self.letters[key]}${self.last + 1}"


def letter(place: int) -> str:
    """Return the letter of one of the first 26 columns, by its place from 0."""
    assert 0 <= place < 26
    return chr(ord("A") + place)


@dataclass
class Page:
    """A sheet.

    Attributes:
        name: what its tab says.
        lines: words over the sheet's width, by row counted from 1, each with its look.
        cells: everything else, by row and place of the column.
        wide: how many signs of each column are seen.
        charts: its charts.
        next: the first free row.
        one_page: whether it is printed on one page.
        breaks: the rows after which a printed page ends.
        repeated: the row of headings to be printed again on each further page; none where the
            sheet has several tables.
    """

    name: str
    lines: dict[int, tuple[str, str]] = field(default_factory=dict)
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    wide: dict[int, int] = field(default_factory=dict)
    charts: list[Chart] = field(default_factory=list)
    one_page: bool = False
    breaks: list[int] = field(default_factory=list)
    next: int = 1
    repeated: int | None = None
    _tables: int = 0

    def say(self, text: str, look: str = "words") -> None:
        """Write a line of words below what there is."""
        self.lines[self.next] = (text, look)
        self.next += 1

    def begin_page(self) -> None:
        """Begin a new page where the sheet is printed."""
        self.breaks.append(self.next - 1)

    def space(self) -> None:
        """Leave a row free."""
        self.next += 1

    def table(
        self,
        columns: Sequence[Col],
        rows: Sequence[Row],
        *,
        caption: str = "",
        total: str = "",
        refs: Callable[[int], Mapping[str, str]] | None = None,
        marks: Callable[[int], Mapping[str, tuple[Mark, ...]]] = lambda _: {},
    ) -> Placed:
        """Write a table below what there is.

        Args:
            columns: its columns.
            rows: the value of each column by its key; a missing or unknown one is left empty, and
                a cell stands as it is.
            caption: what it shows.
            total: what its line of totals is called; empty for none.
            refs: gives what formulas may name besides the row's own cells, by the row's place.
            marks: gives what to know of a row's figures besides, by the row's place and the key.
        """
        if caption:
            self.say(caption, "strong")
        self._tables += 1
        self.repeated = self.next if self._tables == 1 else None
        self._headings(columns)
        first = self.next
        letters = {column.key: letter(place) for place, column in enumerate(columns)}
        for place, row in enumerate(rows):
            named = {key: f"${at}{self.next}" for key, at in letters.items()}
            named |= refs(place) if refs else {}
            for at, column in enumerate(columns):
                if column.heading:
                    cell = _cell(column, row.get(column.key), named)
                    more = marks(place).get(column.key, ()) if cell.value is not None else ()
                    every = tuple(dict.fromkeys((*more, *cell.marks)))
                    self.cells[self.next, at] = replace(cell, marks=every)
            self.next += 1
        placed = Placed(self.name, first, self.next - 1, letters, _sums(columns, rows))
        if total:
            self._totals(columns, placed, total)
        self._say_marks(columns, placed)
        self.next += 1
        return placed

    def _say_marks(self, columns: Sequence[Col], placed: Placed) -> None:
        """Say what each figure rests on, and what the colour of cells means."""
        self._in_words(columns, placed)
        found = dict.fromkeys(
            mark
            for (row, at), cell in self.cells.items()
            if row >= placed.first
            for mark in cell.marks
            if mark not in columns[at].marks
        )
        if found:
            self.say(f"Figures on amber rest on what is {' or '.join(found)}.", "small")

    def _in_words(self, columns: Sequence[Col], placed: Placed) -> None:
        """Say each mark in words: in the heading where all of a column have it, else behind each.

        Colour alone would tell whoever cannot see it, or prints without it, nothing.
        """
        noted = any(column.note is not None for column in columns)
        heading = placed.first - 1 - noted
        rows = range(placed.first, placed.last + 1)
        for at, column in enumerate(columns):
            found = {row: self.cells[row, at] for row in rows if (row, at) in self.cells}
            marked = [cell.marks for cell in found.values() if cell.value not in (None, "")]
            every = (
                tuple(mark for mark in marked[0] if all(mark in e for e in marked))
                if marked
                else ()
            )
            told = tuple(dict.fromkeys((*column.marks, *every)))
            if column.heading:
                words = with_marks(column.heading, told)
                self.cells[heading, at] = replace(self.cells[heading, at], value=words)
            for row, cell in found.items():
                said = tuple(mark for mark in cell.marks if mark not in told)
                if said and cell.value is not None:
                    self.cells[row, at] = replace(cell, said=said)
                    wide = len(with_marks(f"{shown(cell.value, cell.kind)}.00", said))
                    if not isinstance(cell.value, str):  # a number that has no room is not shown
                        self.wide[at] = max(self.wide.get(at, 0), wide)

    def _headings(self, columns: Sequence[Col]) -> None:
        for place, column in enumerate(columns):
            self.wide[place] = max(self.wide.get(place, 0), column.wide)
            if column.heading:
                heading = with_marks(column.heading, column.marks)
                self.cells[self.next, place] = Cell(heading, look="header")
        self.next += 1
        noted = [(place, c.note) for place, c in enumerate(columns) if c.note is not None]
        for place, note in noted:
            self.cells[self.next, place] = Cell(None, note=note)
        self.next += bool(noted)

    def _totals(self, columns: Sequence[Col], placed: Placed, total: str) -> None:
        for place, column in enumerate(columns):
            made = Cell(total if place == 0 else None, look="total")
            if column.total:
                at = placed.letters[column.key]
                sums = f"SUM({at}{placed.first}:{at}{placed.last})"
                formula = sums if placed.last >= placed.first else "0"
                value = placed.sums[column.key]
                made = Cell(value, column.kind, formula, "total", marks=column.marks)
            self.cells[self.next, place] = made
        self.next += 1


def _cell(column: Col, value: Value | Cell, named: Mapping[str, str]) -> Cell:
    if isinstance(value, Cell):
        return value
    look = "changeable" if column.changeable else ""
    formula = column.formula.format_map(named) if column.formula and value is not None else ""
    return Cell(value, column.kind, formula, look, marks=() if value is None else column.marks)


def _sums(columns: Sequence[Col], rows: Sequence[Row]) -> dict[str, Decimal]:
    sums = {}
    for column in (each for each in columns if each.total):
        found = (row.get(column.key) for row in rows)
        values = [each.value if isinstance(each, Cell) else each for each in found]
        numbers = [Decimal(each) for each in values if isinstance(each, Decimal | int)]
        sums[column.key] = sum(numbers, Decimal(0))
    return sums
