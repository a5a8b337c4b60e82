"""Values that can each be read, but not surely so beside the others of their column."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from statistics import median
from typing import Final

from xl_vsm.sheets.cells import Cell
from xl_vsm.sheets.dates import FIGURES, MONTHS
from xl_vsm.sheets.entry import AnyEntry
from xl_vsm.sheets.fields import Field, catalogue
from xl_vsm.sheets.money import clean
from xl_vsm.sheets.shown import in_words, shown
from xl_vsm.sheets.tables import Table

Doubts = dict[tuple[int, str], str]
"""Why a value cannot be used, by the row and the field."""

PAY: Final = ("salary", "actual_pay", "pensionable_pay")
THOUSANDS: Final = (Decimal(20), Decimal(1000))
"""A column of pay between these, and none above, is in thousands, whatever its heading says."""
LEAST: Final = {"turnover": Decimal(1_000_000), "weighted_population": Decimal(10_000)}
"""No trust's turnover and no board's population is smaller: such a figure is in a larger unit."""
SEVERAL: Final = 2


def too_small(field: Field, value: object) -> str:
    """Return why a measure of the organisation is too small to be what it says, or nothing."""
    least = LEAST.get(field.name)
    if least is None or not isinstance(value, Decimal) or not 0 < value < least:
        return ""
    unit = '"(£m)" or "(£000)"' if field.kind == "money" else '"(000)"'
    how = "£612m" if field.kind == "money" else "612,000"
    return (
        f"{in_words(value)} is too small for a {field.label}: if it is in millions or thousands, "
        f"say so in its heading, as {unit}, or write it as {how}"
    )


def doubts(table: Table, rows: list[dict[str, AnyEntry]]) -> Doubts:
    """Return the values of a table that the rest of their column puts in doubt, and why.

    Args:
        table: the table.
        rows: its posts' entries, in the order of `table.posts`.
    """
    found: Doubts = {}
    for name in table.fields:
        if name in PAY:
            found.update(_thousands(table, name, [row[name] for row in rows]))
        elif catalogue().rows[name].kind == "date":
            found.update(_month_first(table, name))
    return found


def _thousands(
    table: Table, name: str, entries: list[AnyEntry]
) -> Iterator[tuple[tuple[int, str], str]]:
    values = [entry.value for entry in entries if isinstance(entry.value, Decimal)]
    if not values or max(values) >= THOUSANDS[1] or median(values) < THOUSANDS[0]:
        return
    for row, entry in zip(table.posts, entries, strict=True):
        if isinstance(entry.value, Decimal):
            words = (
                f"{entry.raw} looks like thousands of pounds, which the heading does not say: if "
                'so, write "£000" in the heading'
            )
            yield (row, name), words


def _month_first(table: Table, name: str) -> Iterator[tuple[tuple[int, str], str]]:
    """Doubt every date that could be either way round, where another has its month first."""
    cells = [table.grid.at(row, table.fields[name]) for row in table.posts]
    telling = [cell for cell in cells if (said := _figures(cell)) and said[0] <= 12 < said[1]]
    for row, cell in zip(table.posts, cells, strict=True):
        if not telling or cell in telling:
            continue
        # Excel, set to the United Kingdom, turns what it can into dates and leaves the rest.
        pair = _figures(cell) or (_stored(cell) if len(telling) >= SEVERAL else None)
        if pair and max(pair) <= 12 and pair[0] != pair[1]:
            one, other = pair
            words = (
                f"{shown(cell)} can be {one} {_month(other)} or {other} {_month(one)}, for "
                f"{telling[0].address} ({telling[0].text}) has the month first: write the month "
                "in words"
            )
            yield (row, name), words


def _figures(cell: Cell) -> tuple[int, int] | None:
    found = FIGURES.match(clean(cell.text))
    return (int(found["day"]), int(found["month"])) if found else None


def _stored(cell: Cell) -> tuple[int, int] | None:
    value = cell.value
    return (value.day, value.month) if isinstance(value, date | datetime) else None


def _month(number: int) -> str:
    return MONTHS[number - 1].capitalize()
