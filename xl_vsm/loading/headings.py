"""Finding the columns of a table by their headings, however those are typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xl_vsm.loading.cells import Row
from xl_vsm.loading.faults import Fault, LoadingError
from xl_vsm.rules.words import squeeze
from xl_vsm.sheets.headers import heading

Headings = Mapping[str, tuple[str, ...]]
"""Each column by what people call it, with the other headings that mean it."""

ENOUGH = 3
"""So many known headings make a row the heading row, whichever are missing."""

TEMPLATE = "`xl-vsm rates import --template FILE` writes a table with every heading"


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column is, and what its figures are to be multiplied by: 1,000 for "(£000)"."""

    index: int
    scale: int


@dataclass(frozen=True, slots=True)
class Table:
    """The rows below a heading row."""

    columns: Mapping[str, Column]
    rows: tuple[Row, ...]


def find_tables(sheets: list[list[Row]], headings: Headings, file: str) -> list[Table]:
    """Return the table of every sheet that has one.

    Raises:
        LoadingError: no sheet has one, or headings are missing or stand twice.
    """
    tables, faults = [], []
    for rows in sheets:
        for number, row in enumerate(rows):
            found = _columns(row, headings)
            if len(found) < ENOUGH:
                continue
            faults += _faults(row, found, headings, file)
            below = tuple(r for r in rows[number + 1 :] if _filled(r, found))
            tables.append(Table({name: each[0] for name, each in found.items()}, below))
            break
    if not tables:
        wrong = "no row has the headings of the table"
        faults.append(Fault(file, wrong, f"the headings {', '.join(headings)}", f"{TEMPLATE}"))
    if faults:
        raise LoadingError(*faults)
    return tables


def _columns(row: Row, headings: Headings) -> dict[str, list[Column]]:
    found: dict[str, list[Column]] = {}
    for index in range(len(row.values)):
        text = row.cell(index)
        if isinstance(text, str):
            said = heading(text)
            words = {squeeze(candidate) for candidate in said.candidates}
            for name, others in headings.items():
                if words & {squeeze(each) for each in (name, *others)}:
                    found.setdefault(name, []).append(Column(index, said.scale))
    return found


def _faults(row: Row, found: dict[str, list[Column]], headings: Headings, file: str) -> list[Fault]:
    there = ", ".join(str(cell) for i in range(len(row.values)) if (cell := row.cell(i)))
    faults = [
        Fault(
            row.name if row.sheet else f"{file} {row.name}",
            f'no column is headed "{name}"',
            f"it among the headings, which are: {there}",
            f"Add the column or correct its heading; {TEMPLATE}",
        )
        for name in headings
        if name not in found
    ]
    for name, columns in found.items():
        if len(columns) > 1:
            places = " and ".join(row.place(column.index) for column in columns)
            do = "Remove the one that is not from the published document"
            faults.append(Fault(places, f'"{name}" is a heading twice', "it once", do))
    return faults


def _filled(row: Row, found: dict[str, list[Column]]) -> bool:
    return any(row.cell(column.index) is not None for each in found.values() for column in each)
