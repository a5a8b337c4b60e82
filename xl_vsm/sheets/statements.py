"""What a workbook says about the organisation as a whole, in labelled cells and titles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from xl_vsm.sheets.cells import Book, Cell, Grid
from xl_vsm.sheets.dates import find_date
from xl_vsm.sheets.entry import AnyEntry, Entry
from xl_vsm.sheets.fields import Field, catalogue
from xl_vsm.sheets.headers import heading, words
from xl_vsm.sheets.named_in_title import TITLE_ROWS, organisation_in_title, organisation_of
from xl_vsm.sheets.post import Particulars
from xl_vsm.sheets.rows import read_entry
from xl_vsm.sheets.shown import in_words, long_date
from xl_vsm.sheets.tables import Table
from xl_vsm.sheets.titles import AS_AT, day_of_pay_year
from xl_vsm.sheets.views import spoken
from xl_vsm.sheets.workbook import ReadFault, read_fault

EFFECTIVE: Final = "effective"
ORGANISATION: Final = "organisation"
KINDS_OF_BODY: Final = ("trust", "icb", "provider")
"""Labels of the organisation's name in one workbook, its type in the next."""
REACH: Final = 5  # columns to the right of a label in which its value can stand
PROSE: Final = 3  # words; an unreadable text of more explains the label rather than answers it


def find_particulars(
    book: Book, tables: list[Table], given: dict[str, AnyEntry]
) -> tuple[Particulars, list[ReadFault]]:
    """Return what the workbook says of the organisation, and where it says two things.

    Args:
        book: the workbook.
        tables: its pay tables; their posts are not searched.
        given: particulars whose cells a layout names.
    """
    found: dict[str, list[AnyEntry]] = {}
    for grid in book.sheets:
        own = [table for table in tables if table.is_on(grid)]
        for name, entry in _statements(grid, own, date1904=book.date1904):
            found.setdefault(name, []).append(entry)
    if EFFECTIVE not in given and EFFECTIVE not in found and (day := day_of_pay_year(tables)):
        found[EFFECTIVE] = [day]
    for name, entry in _named(book):
        found.setdefault(name, []).append(entry)
    if ORGANISATION not in given and ORGANISATION not in found:
        titled = organisation_in_title(book, tables)
        found.update({ORGANISATION: [titled]} if titled else {})
    faults: list[ReadFault] = []
    chosen = dict(given)
    for name, entries in found.items():
        if name in given:
            continue
        stated = [entry for entry in entries if entry.state == "stated"]
        other = next((e for e in stated if not _agree(e, stated[0])), None)
        if other is None:
            chosen[name] = (stated or entries)[0]
            continue
        first, label = stated[0], catalogue().particulars[name].label
        faults.append(
            read_fault(
                "WBK203",
                first.sheet,
                first.cell,
                f"the {label} is {_value(first)} in {first.sheet}!{first.cell} but "
                f"{_value(other)} in {other.sheet}!{other.cell}, so neither is used: "
                "correct one, or say in a layout file which is meant",
                name,
            )
        )
    return Particulars(**chosen), faults


def _named(book: Book) -> Iterator[tuple[str, AnyEntry]]:
    """Give the particulars whose cells the workbook itself has names for."""
    for grid in book.sheets:
        for name, area in grid.named:
            one = (area.top, area.left) == (area.bottom, area.right)
            field = catalogue().label(heading(spoken(name))) if one else None
            cell = grid.at(area.top, area.left)
            if field and not cell.empty:
                yield field.name, read_particular(grid, cell, field, date1904=book.date1904)


def _statements(
    grid: Grid, tables: list[Table], *, date1904: bool
) -> Iterator[tuple[str, AnyEntry]]:
    first = min((table.first_row for table in tables), default=None)
    taken: set[tuple[int, int]] = set()
    for row in _free_rows(grid, tables):
        for column, cell in sorted(grid.row(row).items()):
            if not cell.text or (row, column) in taken:
                continue
            field = catalogue().label(heading(cell.text.split(":")[0]))
            if words(cell.text) in KINDS_OF_BODY and not grid.at(row - 1, column).empty:
                continue  # a choice in a list, not a label
            answer = _answer(grid, cell, field) if field else None
            if field is None or answer is None:
                if (row < first) if first else (row <= TITLE_ROWS):
                    yield from ((EFFECTIVE, entry) for entry in _title(grid, cell))
                continue
            entry = read_particular(grid, answer, field, date1904=date1904, label=cell)
            if entry.state == "unreadable" and len(entry.raw.split()) > PROSE:
                continue
            taken.add((answer.row, answer.column))
            yield field.name, entry


def read_particular(
    grid: Grid, cell: Cell, field: Field, *, date1904: bool, label: Cell | None = None
) -> AnyEntry:
    """Read a cell as a particular: "£612m", "Turnover: £612m" or a title with its date.

    Args:
        grid: the sheet.
        cell: the cell.
        field: the particular.
        date1904: whether the workbook counts its days from 1904.
        label: the cell that names the particular, if it is known.
    """
    own = catalogue().label(heading(cell.text.split(":")[0]))
    if own is field and _after_colon(cell):
        label, cell = cell, replace(cell, value=_after_colon(cell))
    elif field.name == EFFECTIVE and (titled := _title(grid, cell)):
        return titled[0]
    elif field.name == ORGANISATION and (named := organisation_of(grid, cell)):
        return named
    said = heading((label or _label_of(grid, cell, field)).text.split(":")[0])
    scale = said.scale if field.kind in ("money", "number") else 1
    return read_entry(grid, cell, field, scale=scale, date1904=date1904)


def _label_of(grid: Grid, cell: Cell, field: Field) -> Cell:
    places = [(cell.row, cell.column - step) for step in range(1, REACH + 1)]
    for row, column in (*places, (cell.row - 1, cell.column)):
        near = grid.at(row, column)
        if catalogue().label(heading(near.text.split(":")[0])) is field:
            return near
    return Cell(cell.row, cell.column)


def _after_colon(cell: Cell) -> str:
    return cell.text.partition(":")[2].strip()


def _free_rows(grid: Grid, tables: list[Table]) -> Iterator[int]:
    used = {row for table in tables for row in table.own_rows()}
    return (row for row in grid.rows() if row not in used)


def _answer(grid: Grid, label: Cell, field: Field) -> Cell | None:
    """Return the cell that answers a label.

    It is the label's own cell after a colon, the cell to its right, or the one under it if
    labels stand side by side.
    """
    if _after_colon(label):
        return label
    places = range(label.column + 1, label.column + REACH + 1)
    right = next((c for p in places if not (c := grid.at(label.row, p)).empty), None)
    if right and not _is_label(right):
        return right
    below = grid.at(label.row + 1, label.column)
    # More than one cell under a label is a list of choices, or a table of something else.
    single = not below.empty and grid.at(label.row + 2, label.column).empty
    if single and not _is_label(below) and (right or field.kind != "text"):
        return below
    return None


def _is_label(cell: Cell) -> bool:
    said = heading(cell.text.split(":")[0])
    if words(cell.text) in KINDS_OF_BODY:
        return False
    return catalogue().label(said) is not None or catalogue().heads_columns(said)


def _title(grid: Grid, cell: Cell) -> list[AnyEntry]:
    """Return the day that a title speaks for: "VSM pay as at 30 September 2025"."""
    found = AS_AT.search(cell.text)
    day = find_date(cell.text[found.end() :]) if found else None
    if day is None:
        return []
    entry = Entry(
        sheet=grid.name,
        cell=cell.address,
        state="stated",
        value=day,
        raw=cell.text,
        read_as=f'text "{cell.text}" read as {long_date(day)}',
        hidden=cell.hidden,
        formula=cell.formula,
    )
    return [entry]


def _agree(one: AnyEntry, other: AnyEntry) -> bool:
    if isinstance(one.value, str) and isinstance(other.value, str):
        return words(one.value) == words(other.value)
    return one.value == other.value


def _value(entry: AnyEntry) -> str:
    return in_words(entry.value) or entry.raw
