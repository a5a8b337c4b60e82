"""The published pay ranges, from a table with one row for each organisation, band and role."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from xl_vsm.loading.cells import read_file
from xl_vsm.loading.entries import AMOUNTS, BANDS, HEADINGS, ROLES, Entry, read_entries
from xl_vsm.loading.faults import Fault, LoadingError
from xl_vsm.loading.headings import find_tables
from xl_vsm.loading.whole import faults_of
from xl_vsm.parameters.tables import PayRanges
from xl_vsm.rules.words import OrganisationType


def read_pay_ranges(path: Path, made_up: Iterable[PayRanges]) -> tuple[PayRanges, bytes]:
    """Return the pay ranges that a filled-in file states, and the file's bytes.

    Args:
        path: a .csv or .xlsx file.
        made_up: tables that only stand in until the published one is loaded.

    Raises:
        LoadingError: with every fault of the file.
    """
    data, sheets = read_file(path)
    faults: list[Fault] = []
    entries = [
        entry
        for table in find_tables(sheets, HEADINGS, path.name)
        for entry in read_entries(table, faults)
    ]
    faults += faults_of(entries, made_up)
    if faults:
        raise LoadingError(*faults)
    trust = _ranges(entries, OrganisationType.TRUST, "annual turnover")
    icb = _ranges(entries, OrganisationType.ICB, "weighted population")
    return PayRanges.model_validate({"trust": trust, "icb": icb}), data


def _ranges(entries: list[Entry], organisation: OrganisationType, measure: str) -> dict[str, Any]:
    """Put the rows of an organisation, now known to be whole, in the order of roles and bands."""
    own = {(e.role, e.band): e for e in entries if e.organisation is organisation}
    bands = BANDS[organisation]
    keys = [name.replace(" ", "_") for name in AMOUNTS]
    return {
        "measure": measure,
        "bands": [{"band": band, "from": own[ROLES[0], band].starts} for band in bands],
        "ranges": [
            {
                "role": role.value,
                "band": band,
                **dict(zip(keys, own[role, band].amounts, strict=True)),
            }
            for role in ROLES
            for band in bands
        ],
    }
