"""What one cell's value is, from what the file says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from xl_vsm.sheets.cells import Cell, CellValue
from xl_vsm.sheets.one_pass.moments import moment, span
from xl_vsm.sheets.one_pass.package import Unusual
from xl_vsm.sheets.one_pass.styles import Style

INLINE_KIND: Final = "inlineStr"
BEYOND: Final = "#VALUE!"
"""What stands for a date that no calendar has."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a workbook keeps once for all of its cells.

    Attributes:
        texts: the texts that cells refer to by number.
        date1904: whether it counts days from 1904.
    """

    texts: Sequence[str] | Mapping[str, str]
    date1904: bool = False

    def text(self, number: str) -> str:
        """Return the text of a number."""
        if isinstance(self.texts, Mapping):
            return self.texts[number]
        return self.texts[int(number)]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands, and the formula that is there.

    Attributes:
        row: the sheet's own row number.
        column: the column's number.
        formula: the formula with its equals sign, if there is one.
        area: the range that it fills, if it fills one.
        hidden: whether it is out of sight.
    """

    row: int
    column: int
    formula: str | None = None
    area: str = ""
    hidden: bool = False


def cell_of(place: Place, kind: str, said: str | None, style: Style, kept: Kept) -> Cell | None:
    """Return a cell that holds something, or None.

    Args:
        place: where it stands.
        kind: what the file calls its value's kind.
        said: what stands there for its value.
        style: how it is shown.
        kept: what its value may refer to.
    """
    value, kind = value_of(kind, said, style, kept)
    if value is None and place.formula is None:
        return None
    is_error = kind == "e" and value is not None
    return Cell(
        row=place.row,
        column=place.column,
        value=None if is_error else value,
        formula=place.formula,
        error=str(value) if is_error else "",
        calculated=value is not None or kind == "str",
        number_format=style.number_format,
        hidden=place.hidden,
        area=place.area,
    )


def value_of(kind: str, said: str | None, style: Style, kept: Kept) -> tuple[CellValue, str]:
    """Return what a cell's value is, and its kind once a day is told from a number."""
    if kind == INLINE_KIND:
        return said, kind
    if not said:
        return None, kind
    if kind == "s":
        return kept.text(said), kind
    if kind == "n":
        return _number(said, style, date1904=kept.date1904)
    if kind == "b":
        return bool(int(said)), kind
    if kind in ("str", "e"):
        return said, kind
    raise Unusual(f"a cell of kind {kind}")


def _number(said: str, style: Style, *, date1904: bool) -> tuple[CellValue, str]:
    is_float = "." in said or "E" in said or "e" in said
    figure = float(said) if is_float else int(said)
    if not style.moment:
        return figure, "n"
    try:
        if style.span:
            return span(figure), "d"
        return moment(figure, date1904=date1904), "d"
    except (OverflowError, ValueError):
        return BEYOND, "e"
