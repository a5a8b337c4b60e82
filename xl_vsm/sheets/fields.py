"""The catalogue of fields: what a column or a label can mean, kept as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

from xl_vsm.sheets.headers import Heading, heading
from xl_vsm.sheets.values import Kind

FILE: Final = Path(__file__).with_name("fields.toml")
ESSENTIAL: Final = ("salary", "pensionable_pay")
"""A pay table has at least one of these."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name here, what it holds, what messages call it and what trusts call it.

    Attributes:
        name: its name here.
        kind: what it holds.
        label: what messages call it.
        headers: what trusts call it.
        grouped: what they call it under the heading of a group.
        blank: what a blank is taken for.
    """

    name: str
    kind: Kind
    label: str
    headers: tuple[str, ...]
    grouped: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    blank: str = "not known"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every field of a post's row and every particular of the organisation."""

    rows: dict[str, Field]
    particulars: dict[str, Field]
    _by_header: dict[str, Field]
    _by_group: dict[tuple[str, str], Field]
    _by_label: dict[str, Field]
    _groups: frozenset[str]
    _known: frozenset[str]

    def column(self, own: Heading, group: Heading, *, merged: bool = False) -> Field | None:
        """Return the field that a column's heading means, under the group's heading above it.

        Args:
            own: the column's own heading.
            group: the heading above it; of no words when there is none.
            merged: the group's cell is merged over the column, so it surely belongs to it.
        """
        found = self._column(own, group, merged=merged)
        return None if found and own.percent and found.kind == "money" else found

    def _column(self, own: Heading, group: Heading, *, merged: bool) -> Field | None:
        above = next((words for words in group.candidates if words in self._groups), "")
        for words in own.candidates:
            if above and (found := self._by_group.get((above, words))):
                return found
        for words in own.candidates:
            for over in group.candidates:
                if found := self._by_header.get(f"{over} {words}"):
                    return found
        for words in own.candidates:
            # Under a group's own heading a single word such as "Ref" is the group's affair.
            if (found := self._by_header.get(words)) and not (
                above and merged and " " not in words
            ):
                return found
        return None

    def is_group(self, group: Heading) -> bool:
        """Say whether a heading is known to stand above others."""
        return any(words in self._groups for words in group.candidates)

    def heads_columns(self, own: Heading) -> bool:
        """Say whether words head columns in pay tables, whatever they mean there."""
        return own.unit_only or any(words in self._known for words in own.candidates)

    def label(self, own: Heading) -> Field | None:
        """Return the particular that a label means."""
        return next((self._by_label[w] for w in own.candidates if w in self._by_label), None)


@cache
def catalogue() -> Catalogue:
    """Return the catalogue, read once."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    rows = {name: _field(name, entry) for name, entry in data["row"].items()}
    particulars = {name: _field(name, entry) for name, entry in data["particular"].items()}
    by_group = {
        (above, own): field
        for field in rows.values()
        for groups, owns in field.grouped
        for above in groups
        for own in owns
    }
    return Catalogue(
        rows=rows,
        particulars=particulars,
        _by_header={words: field for field in rows.values() for words in field.headers},
        _by_group=by_group,
        _by_label={words: field for field in particulars.values() for words in field.headers},
        _groups=frozenset(above for above, _ in by_group),
        _known=frozenset(word for field in rows.values() for word in field.headers)
        # "No" is an answer as often as it is short for number.
        | frozenset(own for _, own in by_group if own != "no"),
    )


def column_field(own: str, group: str = "", *, merged: bool = False) -> Field | None:
    """Return the field that a column's heading means, from the texts of its cells."""
    return catalogue().column(heading(own), heading(group), merged=merged)


def _field(name: str, entry: dict[str, object]) -> Field:
    grouped = cast("list[list[list[str]]]", entry.get("grouped", []))
    return Field(
        name=name,
        kind=cast("Kind", entry["kind"]),
        blank=str(entry.get("blank", "not known")),
        label=str(entry["label"]),
        headers=tuple(cast("list[str]", entry["headers"])),
        grouped=tuple((tuple(groups), tuple(owns)) for groups, owns in grouped),
    )


FIELDS: Final[Mapping[str, Field]] = MappingProxyType(
    {**catalogue().particulars, **catalogue().rows}
)
"""Every field by its name. What a row and the organisation both state is one kind of thing."""
