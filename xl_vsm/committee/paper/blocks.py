"""What a section of a paper is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xl_vsm.committee.paper.figure import Figure, Kind, Value


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
class Lines:
    """What goes from year to year in a picture: a name, and an amount or none for each year."""

    name: str
    amounts: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: bars side by side, or lines over years.

    Attributes:
        title: what it shows.
        says: the same in words, for those who do not see it.
        bars: amounts side by side; empty for lines.
        years: the years that the lines go over.
        lines: the lines.
        marks: what must be known before anybody relies on it; shown in the picture.
    """

    title: str
    says: str
    bars: tuple[Bar, ...] = ()
    years: tuple[str, ...] = ()
    lines: tuple[Lines, ...] = ()
    marks: tuple[str, ...] = ()


Block = Words | Facts | Table | ToComplete | Prompts | Picture
