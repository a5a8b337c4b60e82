"""How sure it is that a column is the field it was taken for, and what tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any, Final

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
SHOWN_OTHERWISE: Final[dict[str, str]] = {"money": "%", "rate": "£"}
"""The sign of another kind of thing, for the kinds of field that can be taken for it."""
HALF: Final = Decimal("0.5")
FIFTH: Final = Decimal("0.2")


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted of a column's values.

    Attributes:
        stated: those that say something.
        blank: those that do not.
        filled: those that are not blank, whatever they are.
        unread: those that cannot be read.
        amounts: those that are a figure.
        odd: those that are no figure of this field's.
        shown: those whose format was looked at.
        otherwise: those that are shown as another kind of thing.
        converted: those that were not taken as they are.
        example: how the first of those was read.
        reason: why the first that cannot be read cannot.
    """

    stated: int = 0
    blank: int = 0
    filled: int = 0
    unread: int = 0
    amounts: int = 0
    odd: int = 0
    shown: int = 0
    otherwise: int = 0
    converted: int = 0
    example: str = ""
    reason: str = ""

    def __add__(self, other: Tally) -> Tally:
        """Count two parts of a column together, this one first."""
        both: dict[str, Any] = {}
        for name, mine in asdict(self).items():
            its = getattr(other, name)
            both[name] = mine + its if isinstance(mine, int) else mine or its
        return Tally(**both)

    def times(self, count: int) -> Tally:
        """Count a part of a column several times."""
        many: dict[str, Any] = {
            name: each * count if isinstance(each, int) else each
            for name, each in asdict(self).items()
        }
        return Tally(**many)


def tally_of(field: Field, entries: Sequence[AnyEntry], formats: Sequence[str]) -> Tally:
    """Count the values of a field.

    Args:
        field: the field.
        entries: its values.
        formats: how those are shown that hold something.
    """
    plausible, _ = PLAUSIBLE.get(field.name, (lambda _: True, ""))
    filled = [entry for entry in entries if entry.state != "blank"]
    amounts = [entry.value for entry in entries if isinstance(entry.value, Decimal)]
    changed = [entry.read_as for entry in filled if entry.read_as]
    other = SHOWN_OTHERWISE.get(field.kind)
    return Tally(
        stated=sum(entry.state in {"stated", "a band"} for entry in entries),
        blank=len(entries) - len(filled),
        filled=len(filled),
        unread=sum(entry.state == "unreadable" for entry in filled),
        amounts=len(amounts),
        odd=sum(not plausible(value) for value in amounts),
        shown=len(formats),
        otherwise=sum(other in form for form in formats) if other else 0,
        converted=len(changed),
        example=changed[0] if changed else "",
        reason=next((entry.reason for entry in filled if entry.reason), ""),
    )


def column_read(
    table: Table, name: str, entries: list[AnyEntry], besides: Tally | None = None
) -> ColumnRead:
    """Return how a column of a table was read.

    Args:
        table: the table.
        name: the field that the column was taken for.
        entries: its values.
        besides: what was counted of values that are not among them.
    """
    field = catalogue().rows[name]
    number = table.fields[name]
    column = next((c for c in table.band.columns if c.number == number), None)
    cells = (table.grid.at(row, number) for row in table.posts)
    tally = tally_of(field, entries, [cell.number_format for cell in cells if not cell.empty])
    tally += besides or Tally()
    confidence, why = _confidence(table, column, field, tally)
    return ColumnRead(
        heading=column.text if column else "",
        place=str(number) if table.grid.turned else letters(number),
        confidence=confidence,
        why=why,
        stated=tally.stated,
        blank=tally.blank,
        blank_means=field.blank,
        converted=tally.converted,
        example=tally.example,
    )


def _confidence(
    table: Table, column: Column | None, field: Field, tally: Tally
) -> tuple[Confidence, str]:
    by = BY_LAYOUT if table.laid_out or column is None else column.by
    if tally.unread and tally.unread > HALF * tally.filled:
        reason = tally.reason
        return "unsure", f"most of its values cannot be read as {_kind(field)}: {reason}"
    if tally.odd > HALF * tally.amounts:
        return "unsure", f"most of its values {PLAUSIBLE[field.name][1]}"
    if tally.shown and tally.otherwise > HALF * tally.shown:
        return "unsure", f"most of its values are shown with {SHOWN_OTHERWISE[field.kind]}"
    if by not in {BY_HEADING, BY_LAYOUT}:
        return "likely", f"told by {by}"
    if tally.unread > FIFTH * tally.filled:
        said = f"{tally.unread} of its {tally.filled} values"
        return "likely", f"{said} cannot be read as {_kind(field)}"
    if not tally.filled and by != BY_LAYOUT:
        return "likely", "told by its heading alone: it holds no values"
    return "certain", f"told by {by}"


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
