"""The data linter: reads a folder of parameter files and reports every fault that it can."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from xl_vsm.parameters import lint_rules
from xl_vsm.parameters.lint_rules import CODES, DataFault, fault
from xl_vsm.parameters.publication import Publication, Series
from xl_vsm.parameters.store import SHIPPED, Source, Store, shipped
from xl_vsm.parameters.tables import KINDS, Table

__all__ = ["CODES", "DataFault", "lint"]

SOURCES = "sources.toml"

_TABLE_SAYS = {
    "must rise": "DAT105",
    "must begin at 0": "DAT106",
    "one range in each band": "DAT106",
    "stands twice": "DAT002",
    "must make the whole rate": "DAT110",
    "terms under review state nothing": "DAT110",
}
"""Which fault a table's own validator means, by words of its message. Each has a test."""


def lint(folder: Path, today: date) -> list[DataFault]:
    """Return every fault found in a folder of parameter files, in the order of the files.

    A table that is missing is a fault (DAT006) only in the folder of a release, which is the
    shipped one or any that holds at least half of the tables. A folder with fewer is taken for an
    organisation's own: it stands beside the shipped tables and documents, so that it need not
    hold them, may name them, and may not use their keys. A folder without any table is neither.

    Args:
        folder: where the files are.
        today: the day against which dates are read; nothing here looks at a clock.
    """
    faults: list[DataFault] = []
    # Some systems put a hidden file of their own beside each file on a shared drive.
    paths = {p.stem: p for p in sorted(folder.glob("*.toml")) if not p.name.startswith(".")}
    held = len(paths.keys() & KINDS.keys())
    beside = shipped() if _is_own(folder, held) else None
    if beside is not None and not held:
        faults.append(fault("DAT006", folder.name, "", "holds none of the tables"))
    sources = _sources(folder / SOURCES, beside, faults)
    for name in sorted(KINDS):
        if name in paths:
            _parameter(paths[name], sources, today, _keys(beside, name), faults)
        elif beside is None:
            file = f"{name}.toml"
            faults.append(fault("DAT006", file, "", "no such file; nothing can be looked up"))
    for stem, path in paths.items():
        if stem not in KINDS and path.name != SOURCES:
            names = ", ".join(KINDS)
            faults.append(
                fault("DAT001", path.name, "", f"not a parameter known here; those are {names}")
            )
    return faults


def _is_own(folder: Path, held: int) -> bool:
    return 2 * held < len(KINDS) and folder.resolve() != SHIPPED.resolve()


def _keys(beside: Store | None, name: str) -> frozenset[str]:
    if beside is None:
        return frozenset()
    return frozenset(publication.key for publication in beside.series(name).publication)


def _sources(path: Path, beside: Store | None, faults: list[DataFault]) -> set[str] | None:
    """Check the list of documents and return its keys, or None where there is no list to go by."""
    known = set(beside.sources) if beside is not None else set()
    if not path.exists():
        if beside is not None:
            return known
        faults.append(fault("DAT006", path.name, "", "no such file; no figure can be traced"))
        return None
    data = _toml(path, faults)
    if data is None:
        return None
    faults.extend(lint_rules.sentinels(path.name, data))
    for key, entry in data.items():
        if key in known:
            message = "is a document of this release; call it something else"
            faults.append(fault("DAT002", path.name, key, message))
        try:
            source = Source.model_validate(entry)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                code = "DAT005" if detail["loc"][-1:] == ("url",) else "DAT001"
                faults.append(fault(code, path.name, key, _words(detail)))
        else:
            faults.extend(lint_rules.address(path.name, key, source))
    return known | set(data)


def _parameter(
    path: Path,
    sources: set[str] | None,
    today: date,
    besides: frozenset[str],
    faults: list[DataFault],
) -> None:
    data = _toml(path, faults)
    if data is None:
        return
    faults.extend(lint_rules.sentinels(path.name, data))
    entries = data.get("publication")
    publications: list[Publication] = []
    if isinstance(entries, list):
        for entry in entries:
            read = _publication(path, entry, faults)
            if read is not None:
                publications.append(read)
    _head(path, data, faults)
    checked = data.get("checked")
    # A date-time is a date to Python, but cannot be compared with one.
    if type(checked) is date:
        faults.extend(lint_rules.staleness(path.name, checked, today))
    faults.extend(lint_rules.publications(path.name, publications, sources, today, besides))


def _head(path: Path, data: dict[str, Any], faults: list[DataFault]) -> None:
    """Check the keys above the publications, which were checked one by one."""
    entries = data.get("publication")
    try:
        # A stand-in for the publications, so that their faults are not reported again.
        Series.model_validate(
            data | ({"publication": [_STAND_IN]} if isinstance(entries, list) and entries else {})
        )
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            faults.append(fault("DAT001", path.name, "", _words(detail)))
    if isinstance(data.get("id"), str) and data["id"] != path.stem:
        message = f"its id is {data['id']!r}, which is not the name of the file"
        faults.append(fault("DAT001", path.name, "", message))


_STAND_IN = Publication(
    key="stand-in",
    effective_from=date.min,
    published=date.min,
    certainty="synthetic",
    source="stand-in",
    locator="stand-in",
    table=Table(),
)


def _publication(path: Path, entry: Any, faults: list[DataFault]) -> Publication | None:
    """Check one publication by its own schema and its table's; None where either refuses it."""
    key = str(entry.get("key", "")) if isinstance(entry, dict) else ""
    details: list[ErrorDetails] = []
    table: Any = entry.get("table") if isinstance(entry, dict) else None
    if isinstance(table, dict):
        try:
            entry = entry | {"table": KINDS[path.stem].model_validate(table)}
        except ValidationError as error:
            details += error.errors(include_url=False)
            entry = entry | {"table": Table()}
    read: Publication | None = None
    try:
        read = Publication.model_validate(entry)
    except ValidationError as error:
        details += error.errors(include_url=False)
    for detail in details:
        faults.append(fault(_code(detail), path.name, key, _words(detail)))
    return None if details else read


def _code(detail: ErrorDetails) -> str:
    # The source and locator of the publication itself, or the locator of a premium's ground.
    if detail["loc"][-1:] in (("source",), ("locator",)):
        return "DAT003"
    return next((code for says, code in _TABLE_SAYS.items() if says in detail["msg"]), "DAT001")


def _words(detail: ErrorDetails) -> str:
    where = ".".join(str(part) for part in detail["loc"])
    what = {"extra_forbidden": "unknown key", "missing": "is missing"}.get(
        detail["type"], detail["msg"].removeprefix("Value error, ")
    )
    return f"{where}: {what}" if where else what


def _toml(path: Path, faults: list[DataFault]) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError as error:
        faults.append(fault("DAT002", path.name, "", f"cannot be read: {error.strerror}"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        # A duplicate key is one of the things that TOML itself refuses.
        faults.append(fault("DAT002", path.name, "", f"is not valid TOML: {error}"))
    return None
