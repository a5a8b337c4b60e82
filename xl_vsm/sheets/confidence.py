"""How sure it is that a column is the field it was taken for, and what tells."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from xl_vsm.sheets.addresses import letters
from xl_vsm.sheets.columns import BY_HEADING, BY_LAYOUT, Column
from xl_vsm.sheets.entry import AnyEntry
from xl_vsm.sheets.fields import Field, catalogue
from xl_vsm.sheets.tables import Table
from xl_vsm.sheets.workbook import ColumnRead, Confidence

PLAUSIBLE: Final[dict[str, tuple[Callable[[Decimal], bool], str]]] = {
    "salary": (lambda v: v >= 1000, "are no year's pay"),
    "pensionable_pay": (lambda v: v >= 1000, "are no year's pay"),
    "fte": (lambda v: 0 <= v <= 1, "are no part of a full-time post"),
    "pension_rate": (lambda v: v <= Decimal("0.3"), "are no member's rate"),
    "premium_rate": (lambda v: v <= Decimal("0.5"), "are no premium's rate"),
}
"""What the values of some fields are like, and what to say where most are not."""
HALF: Final = Decimal("0.5")
FIFTH: Final = Decimal("0.2")


def column_read(table: Table, name: str, entries: list[AnyEntry]) -> ColumnRead:
    """Return how a column of a table was read.

    Args:
        table: the table.
        name: the field that the column was taken for.
        entries: its values.
    """
    field = catalogue().rows[name]
    number = table.fields[name]
    column = next((c for c in table.band.columns if c.number == number), None)
    confidence, why = _confidence(table, column, field, entries)
    changed = [entry.read_as for entry in entries if entry.read_as and entry.state != "blank"]
    return ColumnRead(
        heading=column.text if column else "",
        place=str(number) if table.grid.turned else letters(number),
        confidence=confidence,
        why=why,
        stated=sum(entry.state in {"stated", "a band"} for entry in entries),
        blank=sum(entry.state == "blank" for entry in entries),
        blank_means=field.blank,
        converted=len(changed),
        example=changed[0] if changed else "",
    )


def _confidence(
    table: Table, column: Column | None, field: Field, entries: list[AnyEntry]
) -> tuple[Confidence, str]:
    filled = [entry for entry in entries if entry.state != "blank"]
    unread = sum(entry.state == "unreadable" for entry in filled)
    by = BY_LAYOUT if table.laid_out or column is None else column.by
    if unread and unread > HALF * len(filled):
        reason = next(entry.reason for entry in filled if entry.reason)
        return "unsure", f"most of its values cannot be read as {_kind(field)}: {reason}"
    if unlikely := _unlikely(field, entries):
        return "unsure", f"most of its values {unlikely}"
    if unlike := _shown_otherwise(table, field):
        return "unsure", unlike
    if by not in {BY_HEADING, BY_LAYOUT}:
        return "likely", f"told by {by}"
    if unread > FIFTH * len(filled):
        return "likely", f"{unread} of its {len(filled)} values cannot be read as {_kind(field)}"
    if not filled and by != BY_LAYOUT:
        return "likely", "told by its heading alone: it holds no values"
    return "certain", f"told by {by}"


def _unlikely(field: Field, entries: list[AnyEntry]) -> str:
    test, words = PLAUSIBLE.get(field.name, (lambda _: True, ""))
    values = [entry.value for entry in entries if isinstance(entry.value, Decimal)]
    odd = sum(not test(value) for value in values)
    return words if odd > HALF * len(values) else ""


def _shown_otherwise(table: Table, field: Field) -> str:
    """Say where Excel shows the values as another kind of thing."""
    other = {"money": "%", "rate": "£"}.get(field.kind)
    column = table.fields[field.name]
    formats = [
        cell.number_format for row in table.posts if not (cell := table.grid.at(row, column)).empty
    ]
    if other and formats and sum(other in form for form in formats) > HALF * len(formats):
        return f"most of its values are shown with {other}"
    return ""


def _kind(field: Field) -> str:
    return {
        "money": "an amount",
        "number": "a number",
        "integer": "a whole number",
        "rate": "a percentage",
        "date": "a date",
        "yesno": "yes or no",
        "text": "a text",
    }[field.kind]
