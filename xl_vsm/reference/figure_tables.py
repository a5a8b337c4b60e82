"""A table of figures as people read it: amounts as pounds, fractions as per cent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from xl_vsm.parameters.tables import MemberTiers, OrganisationRanges, PayRanges, Table
from xl_vsm.rules.money import percent, pounds

RATES = {
    "rate",
    "administration",
    "paid_by_employer",
    "paid_centrally",
    "largest_discrepancy",
    "unknown_pay_rate",
}
POUNDS = {
    "pay",
    "minimum",
    "operational_maximum",
    "exception_zone_maximum",
    "above",
    "secondary_threshold",
    "allowance",
}


class SourceKey(str):
    """A cell that names a document, by its key."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A part of a table, as rows of texts.

    Attributes:
        heads: what stands above each column.
        rows: the cells.
        before: what is said before it; may be empty.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    before: str = ""


def grids(figures: Table) -> Iterator[Grid]:
    """Return the parts of a table, whatever its shape."""
    if isinstance(figures, MemberTiers):
        yield _tiers(figures)
    elif isinstance(figures, PayRanges):
        yield from _ranges(figures.trust, "Trusts, by annual turnover:")
        yield from _ranges(figures.icb, "Integrated care boards, by weighted population:")
    else:
        yield from _plain(figures)


def _tiers(figures: MemberTiers) -> Grid:
    upper = [f"to {pounds(high.from_ - 1)}" for _, high in pairwise(figures.tiers)]
    ends = [*upper, "and above"]
    rows = tuple(
        (str(number), pounds(tier.from_), end, percent(tier.rate))
        for number, (tier, end) in enumerate(zip(figures.tiers, ends, strict=True), 1)
    )
    before = f"Found by {figures.basis}; the rate applies to all of it."
    return Grid(("Tier", "From", "To", "Rate"), rows, before)


def _ranges(figures: OrganisationRanges, before: str) -> Iterator[Grid]:
    money = figures.measure == "annual turnover"
    bands = tuple((b.band, pounds(b.from_) if money else f"{b.from_:,f}") for b in figures.bands)
    yield Grid(("Band", f"From, {figures.measure}"), bands, before)
    yield _rows(figures.ranges)


def _plain(figures: Table) -> Iterator[Grid]:
    """Return single values as one part, and each list of rows as another."""
    single, several = [], []
    for name in type(figures).model_fields:
        value = getattr(figures, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Table):
            several.append(value)
        elif value not in (None, "", ()):
            single.append((_head(name), _cell(name, value)))
    if single:
        yield Grid(("What", "Value"), tuple(single))
    yield from map(_rows, several)


def _rows(rows: Sequence[Table]) -> Grid:
    names = [
        name
        for name in type(rows[0]).model_fields
        if any(getattr(row, name) is not None for row in rows)
    ]
    cells = tuple(tuple(_cell(name, getattr(row, name)) for name in names) for row in rows)
    return Grid(tuple(map(_head, names)), cells)


def _head(name: str) -> str:
    words = name.replace("_", " ").strip().replace("fte", "FTE")
    return words[:1].upper() + words[1:]


def _cell(name: str, value: object) -> str:
    if value is None:
        return "not said" if name == "pensionable" else ""
    if name == "source":
        return SourceKey(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, Decimal):
        if name in RATES:
            return percent(value)
        return pounds(value) if name in POUNDS else f"{value:f}"
    return str(value)
