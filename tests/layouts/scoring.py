"""What the reader makes of a workbook, against the answers beside it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.conftest import ROOT
from xl_vsm.sheets import AnyEntry, Workbook, read
from xl_vsm.sheets.exact import plain

MESSY = ROOT / "workbooks" / "messy"
REFUSED = "refused"
ASK = "ask"
REQUIRED = ("post", "salary", "pensionable_pay", "fte", "actual_pay", "turnover")
"""What the checks cannot do without."""

Place = tuple[str, str]
"""A sheet and a cell."""


@dataclass(frozen=True)
class Score:
    """What became of the cells that a person reads, and of the columns they stand in."""

    assigned: frozenset[tuple[str, str, str]]
    """Columns that the reader found: sheet, field and the column's letter or the row's number."""
    missed: frozenset[tuple[str, str, str]]
    wrong: tuple[str, ...]
    """Cells that the reader took for a field, or for a value, that they are not."""
    unasked: tuple[str, ...]
    """Fields of which the reader should have asked which column is meant."""


def names() -> list[str]:
    """Return the messy layouts' names."""
    return sorted(path.stem for path in MESSY.glob("*.xlsx"))


def score(name: str) -> Score:
    """Read a messy workbook with nothing to help, and compare."""
    answers: dict[Place, tuple[str, str]] = {}
    ask: list[tuple[str, str]] = []
    with (MESSY / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["field"] == ASK:
                ask.append((row["sheet"], row["value"]))
            else:
                answers[row["sheet"], row["cell"]] = (row["field"], row["value"])
    workbook = read(MESSY / f"{name}.xlsx")
    found = {(entry.sheet, entry.cell): (field, entry) for field, entry in _entries(workbook)}
    asked = {(fault.sheet, fault.field) for fault in workbook.faults if fault.code == "WBK202"}
    columns = {_column(answers, place) for place in answers}
    missed = {
        _column(answers, place)
        for place, (field, _) in answers.items()
        if place not in found or found[place][0] != field
    }
    return Score(
        frozenset(columns - missed),
        frozenset(missed),
        tuple(_wrong(answers, found)),
        tuple(field for sheet, field in ask if (sheet, field) not in asked),
    )


def said(entry: AnyEntry) -> str:
    """Return an entry's value as the answers write it."""
    if entry.state == "a band":
        return f"{plain(entry.least)} to {plain(entry.most)}"
    value = entry.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    return plain(value) if hasattr(value, "as_tuple") else str(value)


def _entries(workbook: Workbook) -> Iterator[tuple[str, AnyEntry]]:
    yield from workbook.particulars.entries()
    for row in workbook.rows:
        yield from row.entries()


def _wrong(
    answers: dict[Place, tuple[str, str]], found: dict[Place, tuple[str, AnyEntry]]
) -> Iterator[str]:
    for (sheet, cell), (field, entry) in found.items():
        if entry.state not in {"stated", "a band"}:
            continue
        meant, value = answers.get((sheet, cell), ("", ""))
        if meant != field:
            yield f"{sheet}!{cell} {entry.raw!r} is read as {field}; it is {meant or 'nothing'}"
        elif value != said(entry):
            yield f"{sheet}!{cell} {entry.raw!r} is read as {said(entry)}; it is {value}"


def _column(answers: dict[Place, tuple[str, str]], place: Place) -> tuple[str, str, str]:
    """Return the column that a cell stands in, or the row where posts stand in columns."""
    sheet, cell = place
    field = answers[place][0]
    letter, number = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
    others = [c for (s, c), (f, _) in answers.items() if (s, f) == (sheet, field) and c != cell]
    across = bool(others) and all(re.sub("[A-Z]", "", other) == number for other in others)
    return sheet, field, number if across else letter
