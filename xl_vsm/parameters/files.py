"""Reading one parameter file, or the list of documents that they cite."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from xl_vsm.parameters.errors import ParameterFileError
from xl_vsm.parameters.publication import Publication, Series
from xl_vsm.parameters.tables import KINDS

SOURCES = "sources.toml"


class Source(BaseModel):
    """A document that figures or rules rest on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Annotated[str, Field(min_length=1)]
    short: Annotated[str, Field(min_length=1)] | None = None
    """What people call it, where the title is long: SI 2025/821."""
    publisher: Annotated[str, Field(min_length=1)]
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    """Absent only where there is no page, as for figures made up here."""
    published: date | None = None
    seen: Literal["whole", "opening", "not seen", "made here"]
    """How much of the document itself was read for this package."""

    @property
    def name(self) -> str:
        """What to call the document in a sentence."""
        return self.short or self.title


def read_series(path: Path, besides: frozenset[str] = frozenset()) -> Series:
    """Read one parameter file. An unknown key, a duplicate key or a broken table is refused.

    Args:
        path: the file; its name says which figures it holds.
        besides: keys of publications elsewhere that the file's own may say they replace.
    """
    data = _toml(path)
    kind = KINDS.get(path.stem)
    if kind is None:
        raise ParameterFileError(f"{path.name}: not a parameter known here: {', '.join(KINDS)}")
    try:
        entries = data.get("publication")
        for entry in entries if isinstance(entries, list) else []:
            if isinstance(entry, dict) and isinstance(entry.get("table"), dict):
                entry["table"] = kind.model_validate(entry["table"])
        series = Series.model_validate(data)
    except ValidationError as error:
        raise ParameterFileError(f"{path.name}: {_first(error)}") from error
    if series.id != path.stem:
        raise ParameterFileError(f"{path.name}: its id is {series.id!r}, which is not its name")
    _keys_agree(path, series.publication, besides)
    return series


def read_sources(path: Path) -> dict[str, Source]:
    """Read the list of documents."""
    try:
        return {key: Source.model_validate(entry) for key, entry in _toml(path).items()}
    except ValidationError as error:
        raise ParameterFileError(f"{path.name}: {_first(error)}") from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file, parse_float=Decimal)
    except OSError as error:
        raise ParameterFileError(f"{path.name}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ParameterFileError(f"{path.name}: is not valid TOML: {error}") from error


def _keys_agree(path: Path, publications: tuple[Publication, ...], besides: frozenset[str]) -> None:
    keys = [p.key for p in publications]
    for key in keys:
        if keys.count(key) > 1:
            raise ParameterFileError(f"{path.name}: publication {key!r} stands twice")
    for publication in publications:
        for replaced in publication.replaces:
            if replaced not in keys and replaced not in besides:
                raise ParameterFileError(
                    f"{path.name}: {publication.key!r} replaces {replaced!r}, which is not here"
                )


def _first(error: ValidationError) -> str:
    """Put the first fault of a file into one line: where, and what."""
    fault = error.errors(include_url=False)[0]
    where = ".".join(str(part) for part in fault["loc"])
    what = {"extra_forbidden": "unknown key", "missing": "is missing"}.get(
        fault["type"], fault["msg"].removeprefix("Value error, ")
    )
    return f"{where}: {what}" if where else what
