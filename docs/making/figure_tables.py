"""A table of figures in Markdown: amounts as pounds, fractions as per cent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from making.markdown import link, table
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


def shown(figures: Table) -> Iterator[str]:
    """Return the lines of a table, whatever its shape."""
    if isinstance(figures, MemberTiers):
        yield from _tiers(figures)
    elif isinstance(figures, PayRanges):
        yield "Trusts, by annual turnover:\n"
        yield from _ranges(figures.trust)
        yield "Integrated care boards, by weighted population:\n"
        yield from _ranges(figures.icb)
    else:
        yield from _plain(figures)


def _tiers(figures: MemberTiers) -> Iterator[str]:
    yield f"Found by {figures.basis}; the rate applies to all of it.\n"
    upper = [f"to {pounds(high.from_ - 1)}" for _, high in pairwise(figures.tiers)]
    rows = [
        (str(number), pounds(tier.from_), end, percent(tier.rate))
        for number, (tier, end) in enumerate(
            zip(figures.tiers, [*upper, "and above"], strict=True), 1
        )
    ]
    yield from table(("Tier", "From", "To", "Rate"), rows)


def _ranges(figures: OrganisationRanges) -> Iterator[str]:
    money = figures.measure == "annual turnover"
    bands = [(b.band, pounds(b.from_) if money else f"{b.from_:,f}") for b in figures.bands]
    yield from table(("Band", f"From, {figures.measure}"), bands)
    yield from _rows(figures.ranges)


def _plain(figures: Table) -> Iterator[str]:
    """Return single values as one table, and each list of rows as another."""
    single, several = [], []
    for name in type(figures).model_fields:
        value = getattr(figures, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Table):
            several.append(value)
        elif value not in (None, "", ()):
            single.append((_head(name), _cell(name, value)))
    if single:
        yield from table(("What", "Value"), single)
    for rows in several:
        yield from _rows(rows)


def _rows(rows: Sequence[Table]) -> list[str]:
    names = [
        name
        for name in type(rows[0]).model_fields
        if any(getattr(row, name) is not None for row in rows)
    ]
    cells = [[_cell(name, getattr(row, name)) for name in names] for row in rows]
    return table([_head(name) for name in names], cells)


def _head(name: str) -> str:
    words = name.replace("_", " ").strip().replace("fte", "FTE")
    return words[:1].upper() + words[1:]


def _cell(name: str, value: object) -> str:
    if value is None:
        return "not said" if name == "pensionable" else ""
    if name == "source":
        return link(str(value), f"#source-{value}")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, Decimal):
        if name in RATES:
            return percent(value)
        return pounds(value) if name in POUNDS else f"{value:f}"
    return str(value)
