"""What a section of a paper is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xl_vsm.committee.paper.figure import UNKNOWN, Figure, Kind, Value, shown, with_marks
from xl_vsm.findings import Mark


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph.

    Attributes:
        text: what it says.
        note: the number of the note that it rests on.
        strong: whether it must not be overlooked.
    """

    text: str
    note: int | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of particulars: what it is, the figure, and why it is so."""

    label: str
    figure: Figure
    why: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Particulars, one below the other."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, how its values are written, and how wide it is.

    Attributes:
        heading: what stands over it.
        kind: how its values are written.
        wide: how many signs of it are seen.
        note: the number of the note on the rule that gives its values.
        total: whether its values add up to anything.
    """

    heading: str
    kind: Kind = "text"
    wide: int = 14
    note: int | None = None
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. A value of None is left empty; what nobody can say is put into words.

    Attributes:
        columns: its columns.
        rows: a value for each column; a figure where it has marks or a formula of its own.
        total: what the line of totals is called; empty for none.
        empty: what is said where it has no row.
        caption: what it shows, for those who do not see it.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Figure | Value, ...], ...]
    caption: str
    total: str = ""
    empty: str = "There are none."

    def totals(self) -> tuple[Value, ...]:
        """Return the line of totals: what it is called, then the sum of each column that adds up.

        A value that is none, or words, adds nothing.
        """
        sums: list[Value] = []
        for place, column in enumerate(self.columns):
            values = [value_of(row[place]) for row in self.rows]
            numbers = [Decimal(each) for each in values if isinstance(each, Decimal | int)]
            sums.append(sum(numbers, Decimal(0)) if column.total else None)
        return (self.total, *sums[1:])

    def marks(self, place: int) -> tuple[Mark, ...]:
        """Return what must be known of any figure of a column: its total rests on all of them."""
        return tuple(dict.fromkeys(mark for row in self.rows for mark in marks_of(row[place])))

    def alike(self, place: int) -> tuple[Mark, ...]:
        """Return the marks that all the figures of a column have, so that its heading says them.

        None where they differ: then each says its own.
        """
        cells = [row[place] for row in self.rows]
        found = {
            marks_of(cell)
            for cell in cells
            if value_of(cell) is not None
            and (isinstance(cell, Figure) or not isinstance(value_of(cell), str))
        }
        return found.pop() if len(found) == 1 else ()

    def total_line(self) -> tuple[Figure | Value, ...]:
        """Return the line of totals, each with the marks of what it is the sum of."""
        return tuple(
            Figure(value, column.kind, marks=self.marks(place))
            if isinstance(value, Decimal)
            else value
            for place, (value, column) in enumerate(zip(self.totals(), self.columns, strict=True))
        )

    def heading(self, place: int) -> str:
        """Return a column's heading, with the marks that all its figures have."""
        return with_marks(self.columns[place].heading, self.alike(place))

    def written(self, place: int, cell: Figure | Value) -> str:
        """Return a cell of a column as people read it, with the marks that the heading lacks."""
        words = shown(value_of(cell), self.columns[place].kind)
        if isinstance(cell, Figure):
            words = UNKNOWN if cell.value is None else shown(cell.value, cell.kind)
        said = set(self.alike(place))
        return with_marks(words, tuple(mark for mark in marks_of(cell) if mark not in said))


def marks_of(cell: Figure | Value) -> tuple[Mark, ...]:
    """Return what must be known of a cell's figure before anybody relies on it."""
    known = isinstance(cell, Figure) and cell.value is not None
    return cell.marks if known and isinstance(cell, Figure) else ()


def value_of(cell: Figure | Value) -> Value:
    """Return a cell's value."""
    return cell.value if isinstance(cell, Figure) else cell


@dataclass(frozen=True, slots=True)
class ToComplete:
    """A marked blank: what only the committee can say, and nothing is invented for it.

    Attributes:
        prompt: what is to be written there.
        lines: how much room it has.
        note: the number of the note on why it is asked.
    """

    prompt: str
    lines: int = 3
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Prompts:
    """Things to tick off, or to choose among."""

    items: tuple[str, ...]
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A salary, or each end of a range, in a picture. Pounds a year."""

    label: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class PayBeside:
    """A salary beside the ends of its range. Pounds a year.

    Attributes:
        label: whose salary it is.
        salary: the salary.
        minimum: the range's; none, with the other two, where no range is known.
        maximum: its operational maximum.
        zone: its exception zone maximum; the same where it has no such zone.
    """

    label: str
    salary: Decimal
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    zone: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """An amount that every salary of a picture is held against: a line across. Pounds a year."""

    name: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Lines:
    """What goes from year to year in a picture: a name, and an amount or none for each year."""

    name: str
    amounts: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: bars side by side, salaries in their ranges, or lines over years.

    Attributes:
        title: what it shows.
        says: the same in words, for those who do not see it.
        bars: amounts side by side; empty for the others.
        pay: salaries, each beside its range; empty for the others.
        levels: what those salaries are held against besides.
        years: the years that the lines go over.
        lines: the lines.
        marks: what must be known before anybody relies on it; shown in the picture.
    """

    title: str
    says: str
    bars: tuple[Bar, ...] = ()
    pay: tuple[PayBeside, ...] = ()
    levels: tuple[Level, ...] = ()
    years: tuple[str, ...] = ()
    lines: tuple[Lines, ...] = ()
    marks: tuple[Mark, ...] = ()


Block = Words | Facts | Table | ToComplete | Prompts | Picture
