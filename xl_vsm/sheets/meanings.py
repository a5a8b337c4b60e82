"""What headings of more than one meaning mean, told from the other columns and the values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from xl_vsm.sheets.cells import Cell, Grid
from xl_vsm.sheets.columns import BY_VALUES, Column
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.headers import heading, words
from xl_vsm.sheets.money import amount
from xl_vsm.sheets.spans import WIDEST, span
from xl_vsm.sheets.values import says_none
from xl_vsm.sheets.years import pay_year_of, pay_years

Columns = tuple[Column, ...]

LOOKED_AT: Final = 60  # rows of values are enough to tell what a column holds
HONORIFICS: Final = frozenset(
    {
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady",
    }
)  # fmt: skip
FRAMEWORK_ROLE: Final = re.compile(
    r"(?:executive |board |exec )?directors?|(?:other )?(?:designated )?(?:vsms?|very senior "
    r"managers?)(?: posts?)?|designated(?: posts?)?"
)
CHIEF_EXECUTIVE: Final = re.compile(r"ceo?|chief exec(?:utive)?(?: officer)?|accountable officer")
PLACE_IN_RANGE: Final = re.compile(
    r"(?:in|within|below|above|at|top|bottom|mid|middle|upper|lower|min|max|minimum|maximum|"
    r"entry|outside|over|under)\b|.*\b(?:range|zone|midpoint|quartile|percentile|maximum|minimum)\b"
)
AFC_BAND: Final = re.compile(r"(?:afc )?(?:band )?(?:[1-9]|8 ?[a-d])")
LEAST_AMOUNT: Final = 100  # a smaller figure may be a percentage


def settled(grid: Grid, row: int, columns: Columns) -> Columns:
    """Return the columns with the meanings that their headings alone do not tell.

    Args:
        grid: the sheet.
        row: the row of the headings; the values stand below it.
        columns: the columns as their headings read.
    """
    for step in (_salutations, _no_days, _afc_bands, _posts, _equivalents, _bands, _premia, _rates):
        columns = step(grid, row, columns)
    return columns


def in_pay_year(columns: Columns, day: date) -> Columns:
    """Return the columns with one salary, where only pay years tell several apart.

    The salary is that of the pay year that the workbook's day falls in; without one such, or
    where the headings differ in more than their years, the columns stay as they are.
    """
    salaries = [column for column in columns if column.name == "salary"]
    years = [pay_years(column.text) for column in salaries]
    said = {(heading(column.own).candidates, _bare(column.group)) for column in salaries}
    if len(salaries) < 2 or len(said) > 1 or any(len(named) != 1 for named in years):
        return columns
    wanted = {pay_year_of(day)}
    if years.count(wanted) != 1:
        return columns
    meant = salaries[years.index(wanted)]
    others = {column.number for column in salaries if column is not meant}
    return tuple(replace(c, field=None) if c.number in others else c for c in columns)


def _salutations(grid: Grid, row: int, columns: Columns) -> Columns:
    """A title such as "Dr" is a person's, so the column is not the post's title."""

    def is_salutation(cell: Cell) -> bool:
        return bool(cell.text) and set(words(cell.text).split()) <= HONORIFICS

    return tuple(
        replace(column, field=None)
        if column.name == "post"
        and _says(column, "title")
        and _mostly(grid, row, column, is_salutation)
        else column
        for column in columns
    )


def _no_days(grid: Grid, row: int, columns: Columns) -> Columns:
    """A word such as "Left" over a column of words heads no days."""

    def is_word(cell: Cell) -> bool:
        return bool(cell.text) and not any(ch.isdigit() for ch in cell.text) and not says_none(cell)

    return tuple(
        replace(column, field=None)
        if _says(column, "left", "to", "from", "start", "end")
        and not column.group
        and _all(grid, row, column, is_word)
        else column
        for column in columns
    )


def _afc_bands(grid: Grid, row: int, columns: Columns) -> Columns:
    """A band beside a pay point, such as "8a", is Agenda for Change's and no VSM pay band."""
    names = {column.name for column in columns}
    if "afc_point" not in names or "afc_band" in names:
        return columns
    found = [c for c in columns if c.name == "band" and _says(c, "band")]
    if len(found) != 1 or not _mostly(grid, row, found[0], _is_afc_band):
        return columns
    return _meaning(columns, found[0], "afc_band")


def _posts(grid: Grid, row: int, columns: Columns) -> Columns:
    """Where no column is the post, a position or a role can be its title."""
    if any(column.name == "post" for column in columns):
        return columns
    for column in columns:
        if column.field is None and _says(column, "position"):
            if _mostly(grid, row, column, _is_title):
                return _meaning(columns, column, "post")
        elif column.name == "role" and _says(column, "role"):
            # "Chief executive" is a title as well as a role of the framework.
            others = [c for c in _values(grid, row, column) if not _is_chief_executive(c)]
            roles = sum(FRAMEWORK_ROLE.fullmatch(words(cell.text)) is not None for cell in others)
            if _values(grid, row, column) and (not others or roles * 2 < len(others)):
                return _meaning(columns, column, "post")
    return columns


def _equivalents(grid: Grid, row: int, columns: Columns) -> Columns:
    """Under "Base pay", "WTE" is as often the hours as the salary; the values tell."""
    for column in columns:
        if not _says(column, "wte", "fte", "whole time equivalent", "full time equivalent"):
            continue
        names = {other.name for other in columns if other is not column}
        if column.name != "fte" and "fte" not in names and _mostly(grid, row, column, _is_part):
            return _meaning(columns, column, "fte")
        if column.name == "fte" and "salary" not in names and _all(grid, row, column, is_pay):
            return _meaning(columns, column, "salary")
    return columns


def _bands(grid: Grid, row: int, columns: Columns) -> Columns:
    """Where no column is the salary, a band of amounts is where the salary is disclosed."""
    if any(column.name == "salary" for column in columns):
        return columns
    for column in columns:
        can_be = _says(column, "salary band", "pay band", "band", "salary range", "remuneration")
        if can_be and _all(grid, row, column, is_pay):
            return _meaning(columns, column, "salary")
    return columns


def _premia(grid: Grid, row: int, columns: Columns) -> Columns:
    """A premium whose values are amounts is the amount, and not the ground."""
    if any(column.name == "premium_amount" for column in columns):
        return columns
    found = [
        column
        for column in columns
        if column.name == "premium_ground"
        and _says(column, "premium", "pay premium")
        and (_mostly(grid, row, column, _is_amount) or _empty_amounts(grid, row, column))
    ]
    return _meaning(columns, found[0], "premium_amount") if len(found) == 1 else columns


def _rates(_grid: Grid, _row: int, columns: Columns) -> Columns:
    """A bare "Rate" beside pensionable pay is the member's, unless a group above says other."""
    names = {column.name for column in columns}
    if "pension_rate" in names or not names & {"pensionable_pay", "pension_tier"}:
        return columns
    found = []
    before = ""
    for column in columns:
        # Beside the premium's ground a rate is as likely the premium's.
        premium = before.startswith("premium") and "premium_rate" not in names
        grouped = catalogue().is_group(heading(column.group))
        if column.field is None and _says(column, "rate") and not premium and not grouped:
            found.append(column)
        before = column.name or before
    return _meaning(columns, found[0], "pension_rate") if len(found) == 1 else columns


def _says(column: Column, *wanted: str) -> bool:
    said = heading(column.own)
    return not said.unit_only and any(text in wanted for text in said.candidates)


def _bare(group: str) -> str:
    return next(iter(heading(group).candidates), "")


def _meaning(columns: Columns, column: Column, name: str) -> Columns:
    changed = replace(column, field=catalogue().rows[name], by=BY_VALUES)
    return tuple(changed if other is column else other for other in columns)


def _values(grid: Grid, row: int, column: Column) -> list[Cell]:
    return list(_below(grid, row, column.number))


def _below(grid: Grid, row: int, number: int) -> Iterator[Cell]:
    """Give the values under a heading, down to the first blank row after the first of them."""
    begun = False
    for below in range(row + 1, row + 1 + LOOKED_AT):
        cells = [cell for cell in grid.row(below).values() if not cell.empty]
        if begun and not cells:
            return
        cell = grid.at(below, number)
        # A text alone in its row heads a section.
        if not cell.empty and not (len(cells) == 1 and cell.text):
            begun = True
            yield cell


def _mostly(grid: Grid, row: int, column: Column, test: Callable[[Cell], bool]) -> bool:
    values = _values(grid, row, column)
    return sum(map(test, values)) * 2 > len(values)


def _all(grid: Grid, row: int, column: Column, test: Callable[[Cell], bool]) -> bool:
    values = _values(grid, row, column)
    return bool(values) and all(map(test, values))


def _empty_amounts(grid: Grid, row: int, column: Column) -> bool:
    return "£" in column.own and not _values(grid, row, column)


def _is_amount(cell: Cell) -> bool:
    if isinstance(cell.value, str):
        typed = amount(cell.text)
        return typed is not None and abs(typed[0]) >= LEAST_AMOUNT
    number = cell.value if isinstance(cell.value, int | float) else 0
    return "%" not in cell.number_format and abs(number) >= LEAST_AMOUNT


def is_pay(cell: Cell) -> bool:
    """Say whether a cell holds what can be a year's pay, or a band of it."""
    if ends := span(cell.text):
        return ends[1] - ends[0] <= WIDEST
    return _is_amount(cell)


def _is_part(cell: Cell) -> bool:
    """Say whether a cell holds a part of a full-time post."""
    typed = amount(cell.text) if cell.text else None
    said = typed[0] if typed else cell.value
    return isinstance(said, int | float | Decimal) and 0 <= said <= 1


def _is_afc_band(cell: Cell) -> bool:
    said = cell.text or (str(cell.value) if isinstance(cell.value, int) else "")
    return AFC_BAND.fullmatch(words(said)) is not None


def _is_title(cell: Cell) -> bool:
    said = words(cell.text)
    return any(ch.isalpha() for ch in said) and PLACE_IN_RANGE.match(said) is None


def _is_chief_executive(cell: Cell) -> bool:
    return CHIEF_EXECUTIVE.fullmatch(words(cell.text)) is not None
