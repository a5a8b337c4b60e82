"""What is asked of all the rows of a pay-range table together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from xl_vsm.loading.entries import AMOUNTS, BANDS, COPY, FROM, ROLES, Entry
from xl_vsm.loading.faults import Fault
from xl_vsm.parameters.tables import OrganisationRanges, PayRanges
from xl_vsm.rules.words import OrganisationType

MADE_UP = 2
"""From so many rows on, agreement with the made-up figures is no coincidence."""

_COMPARE = "Compare both with the published document"


def faults_of(entries: list[Entry], made_up: Iterable[PayRanges]) -> list[Fault]:
    """Return what is wrong with the rows as a whole, beside what is wrong in single cells."""
    faults = [*_each_once(entries), *(f for entry in entries for f in _rising_amounts(entry))]
    for organisation in OrganisationType:
        own = [entry for entry in entries if entry.organisation is organisation]
        faults += [*_missing(own, organisation), *_boundaries(own)]
    return faults + _invented(entries, made_up)


def _each_once(entries: list[Entry]) -> list[Fault]:
    faults, seen = [], dict[tuple[object, ...], Entry]()
    for entry in entries:
        key = (entry.organisation, entry.band, entry.role)
        if None in key:
            continue
        first = seen.setdefault(key, entry)
        if first is not entry:
            wrong = f"{_named(*key)} stands in {first.row.name} already"
            do = "Remove the row that is not in the published document"
            faults.append(Fault(entry.row.name, wrong, "each band and role once", do))
    return faults


def _rising_amounts(entry: Entry) -> list[Fault]:
    faults = []
    for (low, low_name), (high, high_name) in pairwise(zip(entry.amounts, AMOUNTS, strict=True)):
        if low is not None and high is not None and low >= high:
            wrong = f"£{high:,} is not above the {low_name} of £{low:,}"
            expected = "minimum < operational maximum < exception zone maximum"
            faults.append(Fault(entry.where(high_name), wrong, expected, _COMPARE))
    return faults


def _missing(entries: list[Entry], organisation: OrganisationType) -> list[Fault]:
    bands = BANDS[organisation]
    many = {5: "five", 4: "four"}[len(bands)]
    expected = f"{many} {organisation} bands, A to {bands[-1]}, each for {' and '.join(ROLES)}"
    if not entries:
        do = "Add its rows: the published document has both trusts and ICBs"
        return [Fault("the table", f"there is no row for {organisation}", expected, do)]
    there = {(entry.band, entry.role) for entry in entries}
    return [
        Fault("the table", f"there is no row for {_named(organisation, band, role)}", expected,
              "Add the row, or correct the row that should say this")
        for band in bands
        for role in ROLES
        if (band, role) not in there
    ]  # fmt: skip


def _boundaries(entries: list[Entry]) -> list[Fault]:
    """Check where the bands begin: A at 0, each at one figure, and each above the one before."""
    faults: list[Fault] = []
    first: dict[str, Entry] = {}
    for entry in entries:
        if entry.band is None or entry.starts is None:
            continue
        other = first.setdefault(entry.band, entry)
        if other.starts != entry.starts:
            wrong = f"{entry.organisation} band {entry.band} begins at {entry.starts:,} here"
            wrong += f" and at {other.starts:,} in {other.row.name}"
            faults.append(Fault(entry.where(FROM), wrong, "one figure for a band", _COMPARE))
    for band, entry in first.items():
        if band == "A" and entry.starts:
            wrong = f"{entry.organisation} band A begins at {entry.starts:,}"
            do = "Put 0: whatever is smaller belongs to the first band as well"
            faults.append(Fault(entry.where(FROM), wrong, "0 for the first band", do))
    for low, high in pairwise(sorted(first)):
        below, above = first[low].starts, first[high].starts
        assert below is not None
        assert above is not None
        if below >= above:
            wrong = f"{first[high].organisation} band {high} begins at {above:,},"
            wrong += f" which is not above band {low} at {below:,}"
            where = first[high].where(FROM)
            expected = "bands that rise in the order of their letters"
            faults.append(Fault(where, wrong, expected, _COMPARE))
    return faults


def _invented(entries: list[Entry], made_up: Iterable[PayRanges]) -> list[Fault]:
    """Find rows that are this package's stand-ins, copied from its own tables."""
    stand_ins = {
        row
        for table in made_up
        for organisation, of in (
            (OrganisationType.TRUST, table.trust),
            (OrganisationType.ICB, table.icb),
        )
        for row in _rows(organisation, of)
    }
    copied = [e for e in entries if (e.organisation, e.band, e.role, *e.amounts) in stand_ins]
    if len(copied) < MADE_UP:
        return []
    rows = ", ".join(entry.row.name for entry in copied)
    wrong = "these are this package's made-up figures, which nobody has published"
    return [Fault(rows, wrong, "the figures of the published document", COPY)]


def _rows(organisation: OrganisationType, of: OrganisationRanges) -> set[tuple[object, ...]]:
    return {
        (organisation, r.band, r.role, r.minimum, r.operational_maximum, r.exception_zone_maximum)
        for r in of.ranges
    }


def _named(organisation: object, band: object, role: object) -> str:
    return f"{organisation} band {band}, {role}"
