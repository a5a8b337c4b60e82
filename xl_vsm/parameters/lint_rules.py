"""What the data linter looks for once a file can be read: dates, sources, steps and units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any, Literal
from urllib.parse import urlsplit

from xl_vsm.parameters.days import day
from xl_vsm.parameters.lint_time import over_time
from xl_vsm.parameters.publication import Publication
from xl_vsm.parameters.store import Source
from xl_vsm.parameters.tables import (
    AfcScale,
    ApprenticeshipLevy,
    CentralApproval,
    EmployerNationalInsurance,
    MemberTiers,
    OrganisationRanges,
    PayRanges,
    Table,
)

CODES = {
    "DAT001": "unknown-or-misshapen-key",
    "DAT002": "duplicate-or-unreadable",
    "DAT003": "no-source-or-locator",
    "DAT004": "source-not-listed",
    "DAT005": "address-not-usable",
    "DAT006": "file-missing",
    "DAT101": "both-dates-shared",
    "DAT102": "dated-in-the-future",
    "DAT103": "dates-far-apart",
    "DAT104": "replacement-not-named",
    "DAT105": "steps-do-not-rise",
    "DAT106": "gap-in-table",
    "DAT107": "not-a-whole-unit",
    "DAT108": "not-checked-for-a-year",
    "DAT109": "sentinel",
    "DAT110": "entries-disagree",
    "DAT111": "gap-in-time",
}
"""Every fault by its code. Codes are never used again for another fault."""

MEANINGS = {
    "DAT001": "A key or a file is not known here, is missing, or holds what it may not.",
    "DAT002": "A file cannot be read as TOML, or something stands in it twice.",
    "DAT003": "A figure does not say which document it is from, or where in it.",
    "DAT004": "A publication names a document that is not in sources.toml.",
    "DAT005": "A document's address cannot be opened safely: it must begin with https://.",
    "DAT006": "A file that the folder must hold is not there.",
    "DAT101": "Two publications share both of their dates, so neither can be preferred.",
    "DAT102": "Something was published or checked on a day that has not come yet.",
    "DAT103": "A table takes effect more than three years before or after it was published.",
    "DAT104": "A later publication for the same day does not say which one it replaces.",
    "DAT105": "Thresholds, pay points or limits that must rise do not.",
    "DAT106": "A table leaves out a band, a range or the amounts from 0 on.",
    "DAT107": "An amount is not in the whole units in which it is published.",
    "DAT108": "Nobody has looked for a newer publication for twelve months.",
    "DAT109": "A figure or a date stands for no limit or no end; the key is to be left out.",
    "DAT110": "Two entries that belong together contradict each other.",
    "DAT111": "A table ends before the next one begins, which leaves days without any.",
}
"""What each fault is, in a sentence."""

_WARNINGS = frozenset({"DAT108"})

_FARTHEST = 3 * 366
"""Days between the day a table takes effect and the day it is published. More is a typing error."""

_LAST_YEAR = 2099
"""From this year on a date stands for "no end", which is an absent key."""

_POUND = Decimal(1)
_TENTH_OF_A_PERCENT = Decimal("0.001")


@dataclass(frozen=True)
class DataFault:
    """One fault in a parameter file."""

    code: str
    name: str
    file: str
    key: str
    """The publication or the document; empty where the fault is the file's."""
    message: str
    severity: Literal["error", "warning"]


def fault(code: str, file: str, key: str, message: str) -> DataFault:
    """Make a fault: its name and severity follow from its code."""
    return DataFault(code, CODES[code], file, key, message, severity_of(code))


def severity_of(code: str) -> Literal["error", "warning"]:
    """Return how much a fault weighs."""
    return "warning" if code in _WARNINGS else "error"


def address(file: str, key: str, source: Source) -> Iterator[DataFault]:
    """Refuse plain http, but for the addresses that legislation.gov.uk itself prints."""
    parts = urlsplit(source.url or "https://")
    legislation = (parts.hostname or "").removeprefix("www.") == "legislation.gov.uk"
    if parts.scheme != "https" and not legislation:
        yield fault("DAT005", file, key, f"{source.url}: must begin with https://")


def staleness(file: str, checked: date, today: date) -> Iterator[DataFault]:
    """Say when nobody has looked for a newer publication in the last twelve months."""
    if checked > today:
        yield fault("DAT102", file, "", f"checked on {day(checked)}, which has not come yet")
    if (checked.year + 1, checked.month, checked.day) < (today.year, today.month, today.day):
        yield fault(
            "DAT108",
            file,
            "",
            f"last checked on {day(checked)}; look for a newer publication and change the date",
        )


def sentinels(file: str, value: Any, key: str = "") -> Iterator[DataFault]:
    """Find figures and dates that stand for "no limit". An open end is an absent key."""
    if isinstance(value, dict):
        inner = str(value["key"]) if "key" in value else key
        for part in value.values():
            yield from sentinels(file, part, inner)
    elif isinstance(value, list):
        for part in value:
            yield from sentinels(file, part, key)
    elif isinstance(value, date):
        if value.year >= _LAST_YEAR:
            yield fault("DAT109", file, key, f"{value} stands for no end; leave the key out")
    elif not isinstance(value, str) and re.fullmatch(r"9999+(\.9+)?", str(value)):
        yield fault("DAT109", file, key, f"{value} stands for no limit; leave the key out")


def publications(
    file: str,
    entries: list[Publication],
    sources: set[str] | None,
    today: date,
    besides: frozenset[str] = frozenset(),
) -> Iterator[DataFault]:
    """Check the publications of one parameter, each by itself and then against each other.

    Args:
        file: the name of the file they are in.
        entries: the publications.
        sources: the keys of the documents that they may name; None where there is no list.
        today: the day against which dates are read.
        besides: keys of publications elsewhere that these stand beside, and may replace.
    """
    keys = [entry.key for entry in entries]
    for entry in entries:
        for code, message in (
            *_entry(entry, frozenset(keys) | besides, sources),
            *_dates(entry, today),
            *_table(entry.table),
        ):
            yield fault(code, file, entry.key, message)
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield fault("DAT002", file, key, "stands more than once")
    for key in sorted(besides.intersection(keys)):
        message = "is a publication of this release; call yours something else"
        yield fault("DAT002", file, key, message)
    finals = sorted(
        (e for e in entries if e.stage == "final"), key=lambda e: (e.effective_from, e.published)
    )
    for first, second in combinations(finals, 2):
        # An illustrative table gives way to a real one whatever their dates.
        if (first.effective_from, first.illustrative) != (
            second.effective_from,
            second.illustrative,
        ):
            continue
        if first.published == second.published and not _taken_back(first, second, entries):
            message = f"has both dates of {first.key!r}, so neither can be preferred"
            yield fault("DAT101", file, second.key, message)
        elif first.published < second.published and not any(
            e.key in second.replaces for e in finals if _same_start(e, second)
        ):
            message = f"takes effect with {first.key!r}, is later, and does not say it replaces it"
            yield fault("DAT104", file, second.key, message)
    for code, key, message in over_time(entries):
        yield fault(code, file, key, message)


def _taken_back(first: Publication, second: Publication, entries: list[Publication]) -> bool:
    """Say whether one of two was withdrawn from the start, as after a slip in typing it in."""
    return any(
        e.stage == "withdrawn" and e.published <= first.published and key in e.replaces
        for e in entries
        for key in (first.key, second.key)
    )


def _same_start(one: Publication, other: Publication) -> bool:
    return one.effective_from == other.effective_from


def _entry(
    entry: Publication, keys: frozenset[str], sources: set[str] | None
) -> Iterator[tuple[str, str]]:
    if sources is not None and entry.source not in sources:
        yield "DAT004", f"source {entry.source!r} is not in sources.toml"
    for replaced in entry.replaces:
        if replaced not in keys:
            yield "DAT110", f"replaces {replaced!r}, which is not here"
    if entry.stage == "withdrawn" and not entry.replaces:
        yield "DAT110", "is withdrawn but does not say in `replaces` what it cancels"
    if entry.illustrative != (entry.certainty == "synthetic"):
        yield "DAT110", "is illustrative or synthetic, but not both"
    if entry.effective_until is not None and entry.effective_until <= entry.effective_from:
        yield "DAT110", f"ends on {day(entry.effective_until)}, before it has begun"


def _dates(entry: Publication, today: date) -> Iterator[tuple[str, str]]:
    if entry.published > today:
        yield "DAT102", f"published on {day(entry.published)}, which has not come yet"
    if abs((entry.published - entry.effective_from).days) > _FARTHEST:
        dates = f"published on {day(entry.published)}, in effect from {day(entry.effective_from)}"
        yield "DAT103", f"{dates}: more than three years apart"


def _table(table: Table) -> Iterator[tuple[str, str]]:
    for what, amount, unit in _amounts(table):
        if amount % unit:
            yield "DAT107", f"{what}: {amount} is not a multiple of {unit}"
    if isinstance(table, AfcScale):
        yield from _scale(table)


def _scale(scale: AfcScale) -> Iterator[tuple[str, str]]:
    """Check what the scale's own schema leaves open: every band there, and its points rising."""
    order = ("only", "entry", "intermediate", "top")
    for band in ("1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9"):
        points = [p for p in scale.points if p.band == band]
        # Band 1 is closed; a scale may leave it out.
        if not points and band != "1":
            yield "DAT106", f"band {band} is missing"
        for low, high in pairwise(sorted(points, key=lambda p: order.index(p.point))):
            if low.pay >= high.pay:
                yield "DAT105", f"band {band}: {high.point} is not above {low.point}"


def _amounts(table: Table) -> Iterator[tuple[str, Decimal, Decimal]]:
    """List the amounts that are published in whole units, with the unit of each."""
    match table:
        case MemberTiers():
            for tier in table.tiers:
                yield "from", tier.from_, _POUND
                yield "rate", tier.rate, _TENTH_OF_A_PERCENT
        case AfcScale():
            for point in table.points:
                yield f"band {point.band} {point.point}", point.pay, _POUND
        case PayRanges():
            yield from _range_amounts(table.trust)
            yield from _range_amounts(table.icb)
        case CentralApproval():
            yield "above", table.above, _POUND
        case EmployerNationalInsurance():
            yield "secondary_threshold", table.secondary_threshold, _POUND
        case ApprenticeshipLevy():
            yield "allowance", table.allowance, _POUND
        case _:
            pass


def _range_amounts(of: OrganisationRanges) -> Iterator[tuple[str, Decimal, Decimal]]:
    for band in of.bands:
        yield f"band {band.band} from", band.from_, _POUND
    for row in of.ranges:
        where = f"{row.role} band {row.band}"
        yield f"{where} minimum", row.minimum, _POUND
        yield f"{where} operational maximum", row.operational_maximum, _POUND
        yield f"{where} exception zone maximum", row.exception_zone_maximum, _POUND
