"""`xl-vsm rates`: the figures, their dates and sources, and what a later publication changed."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from xl_vsm.cli.errors import CommandError
from xl_vsm.clock import today
from xl_vsm.parameters import NotInForce, Parameters, Publication, shipped
from xl_vsm.parameters.days import day
from xl_vsm.parameters.lint import lint
from xl_vsm.parameters.own import own_folder
from xl_vsm.parameters.store import SHIPPED
from xl_vsm.parameters.tables import KINDS

IMPORT_OPTIONS = (
    "name",
    "source",
    "title",
    "publisher",
    "checked_by",
    "published",
    "effective_from",
    "effective_until",
    "replaces",
    "template",
)
"""What only `rates import` takes."""


def run_rates(options: Namespace) -> int:
    """Show, compare or lint the figures, as the words say, and return the exit code."""
    words: list[str] = options.words
    if words[:1] == ["import"]:
        from xl_vsm.cli.rates_import import run_import  # noqa: PLC0415 - brings in its libraries

        return run_import(options)
    if given := [option for option in IMPORT_OPTIONS if getattr(options, option)]:
        raise CommandError(
            f"--{given[0].replace('_', '-')} is for importing a table: xl-vsm rates import FILE"
        )
    effective = options.effective or today()
    if words[:1] == ["lint"]:
        return _lint([Path(words[1])] if len(words) > 1 else _loaded())
    lines: Iterable[str]
    if words[:1] == ["diff"]:
        lines = _diff(words[1:], options.known, effective)
    elif options.json:
        lines = [json.dumps(_as_json(_names(words), effective, options.known), indent=2)]
    elif words:
        lines = [line for name in _names(words) for line in _one(name, effective, options.known)]
    else:
        lines = _all(effective, options.known)
    print("\n".join(lines))
    return 0


def _names(words: list[str]) -> list[str]:
    for word in words:
        if word not in KINDS:
            raise CommandError(f"no figures are called {word!r}; there are {', '.join(KINDS)}")
    return words or list(KINDS)


def _parameters(effective: date, known: list[date]) -> Parameters:
    if len(known) > 1:
        raise CommandError("--known is given twice only for 'rates diff'")
    return Parameters(effective, known[0] if known else None)


def _all(effective: date, known: list[date]) -> Iterator[str]:
    p = _parameters(effective, known)
    yield f"In force on {day(effective)}:"
    for name in KINDS:
        try:
            yield f"  {name:<30}{_dates(p.publication(name))}{_own(name, p)}"
        except NotInForce as reason:
            yield f"  {name:<30}none: {reason}"
    if p.illustrative:
        yield ""
        yield f"Made up: {', '.join(p.illustrative)}. `xl-vsm rates --help` says how to load the"
        yield "published ones."


def _one(name: str, effective: date, known: list[date]) -> Iterator[str]:
    p = _parameters(effective, known)
    try:
        publication = p.publication(name)
    except NotInForce as reason:
        raise CommandError(str(reason)) from reason
    source = p.source_of(publication)
    yield f"{p.store.series(name).title}"
    yield f"  {_dates(publication)}{_own(name, p)}"
    yield f"  {source.title}, {publication.locator} ({source.publisher})"
    yield f"  {source.url}" if source.url else "  no page"
    for words in (publication.basis, publication.note):
        if words:
            yield f"  {words}"
    yield from _lines(publication.table.model_dump(by_alias=True, exclude_none=True))


def _own(name: str, p: Parameters) -> str:
    return "; loaded by your organisation" if p.store.is_own(name, p.publication(name)) else ""


def _dates(publication: Publication) -> str:
    out = publication.published_words
    mark = "; ILLUSTRATIVE, made up" if publication.illustrative else f"; {publication.certainty}"
    return f"from {day(publication.effective_from)}, published {out}{mark}"


def _lines(value: Any, indent: str = "  ") -> Iterator[str]:
    """Write a table as indented lines: a row of a list of rows on one line."""
    for key, inside in value.items():
        if isinstance(inside, dict):
            yield f"{indent}{key}"
            yield from _lines(inside, indent + "  ")
        elif isinstance(inside, tuple | list) and inside and isinstance(inside[0], dict):
            yield f"{indent}{key}"
            yield from (f"{indent}  {_row(row)}" for row in inside)
        else:
            yield f"{indent}{_row({key: inside})}"


def _row(row: dict[str, Any]) -> str:
    return "   ".join(f"{key.replace('_', ' ')} {_shown(key, value)}" for key, value in row.items())


def _shown(key: str, value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return (
        f"{value:,}" if key not in {"rate", "band"} and hasattr(value, "as_tuple") else str(value)
    )


def _diff(names: list[str], known: list[date], effective: date) -> Iterator[str]:
    if len(known) != 2 or len(names) != 1:
        raise CommandError("rates diff takes one name and --known twice, for two days")
    name = _names(names)[0]
    views = [Parameters(effective, when) for when in sorted(known)]
    found = [_found(name, view) for view in views]
    if all(isinstance(each, NotInForce) for each in found):
        raise CommandError(str(found[1]))
    yield f"{shipped().series(name).title}, in force on {day(effective)}"
    for when, each in zip(sorted(known), found, strict=True):
        told = f"nothing. {each}"
        if isinstance(each, Publication):
            told = f"{each.key}, {_dates(each)}"
        yield f"  as known on {day(when)}: {told}"
    before, after = map(_table, found)
    if found[0] == found[1]:
        yield "  nothing changed"
    yield from (f"- {line}" for line in before if line not in after)
    yield from (f"+ {line}" for line in after if line not in before)


def _found(name: str, view: Parameters) -> Publication | NotInForce:
    try:
        return view.publication(name)
    except NotInForce as reason:
        return reason


def _table(found: Publication | NotInForce) -> list[str]:
    """Write a table as lines that each stand alone, for a row apart from the others."""
    if isinstance(found, NotInForce):
        return []
    return list(_alone(found.table.model_dump(by_alias=True, exclude_none=True)))


def _alone(value: dict[str, Any], under: str = "") -> Iterator[str]:
    for key, inside in value.items():
        heading = f"{under} {key.replace('_', ' ')}".strip()
        if isinstance(inside, dict):
            yield from _alone(inside, heading)
        elif isinstance(inside, tuple | list) and inside and isinstance(inside[0], dict):
            yield from (f"{heading}: {_row(row)}" for row in inside)
        elif inside not in ("", ()):  # what is blank says nothing
            yield f"{under}: {_row({key: inside})}" if under else _row({key: inside})


def _as_json(names: list[str], effective: date, known: list[date]) -> dict[str, Any]:
    p = _parameters(effective, known)
    shown: dict[str, Any] = {}
    for name in names:
        try:
            publication = p.publication(name)
        except NotInForce as reason:
            shown[name] = {"none": str(reason)}
            continue
        source = p.source_of(publication)
        shown[name] = {
            "title": p.store.series(name).title,
            "loaded_by_organisation": p.store.is_own(name, publication),
            **publication.model_dump(mode="json", by_alias=True, exclude_none=True),
            "source": {
                "key": publication.source,
                **source.model_dump(mode="json", exclude_none=True),
            },
        }
    return {
        "schema": 1,
        "effective": effective.isoformat(),
        "known": p.known.isoformat() if p.known else None,
        "rates": shown,
    }


def _loaded() -> list[Path]:
    """Return the folder of this release, and the organisation's own where it has loaded any."""
    own = own_folder()
    return [SHIPPED] if own is None or not _files(own) else [SHIPPED, own]


def _files(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.glob("*.toml") if not p.name.startswith("."))


def _lint(folders: list[Path]) -> int:
    failed = False
    for folder in folders:
        if not folder.is_dir():
            raise CommandError(f"{folder}: not a folder of parameter files")
        faults = lint(folder, today())
        for fault in faults:
            key = f" {fault.key}" if fault.key else ""
            print(f"{fault.severity} {fault.file}{key}: {fault.message}. {fault.code} {fault.name}")
        errors = sum(fault.severity == "error" for fault in faults)
        print(f"{errors} errors, {len(faults) - errors} warnings in {folder}{_whose(folder)}")
        failed = failed or errors > 0
    return 1 if failed else 0


def _whose(folder: Path) -> str:
    if folder != own_folder():
        return ""
    return f", loaded by your organisation: {', '.join(_files(folder))}"
