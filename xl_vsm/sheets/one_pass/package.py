"""The parts of a workbook's package, and how they lead to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Final
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CONTENT_TYPES: Final = "[Content_Types].xml"
TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
LINKS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
WORKBOOKS: Final = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
)
STRINGS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
STYLES: Final = "xl/styles.xml"


class Unusual(Exception):
    """Something that this reader leaves to the reference, which may know it or refuse it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a part leads: the kind, by the last word of its type, and the part that is meant."""

    kind: str
    target: str


class Package:
    """A workbook's parts, of which only those that are asked for are read."""

    def __init__(self, archive: ZipFile) -> None:
        """Take the open archive, and read what it states of its parts."""
        self._archive = archive
        self._names = frozenset(archive.namelist())
        stated = self.tree(CONTENT_TYPES).iterfind(f"{TYPES}Override")
        parts = [(each.get("ContentType"), each.get("PartName", "")[1:]) for each in stated]
        self._parts = dict(reversed(parts))  # the first of a type is the one that counts

    def has(self, part: str) -> bool:
        """Say whether there is such a part."""
        return part in self._names

    def workbook(self) -> str:
        """Return the name of the part that lists the sheets."""
        found = [self._parts[kind] for kind in WORKBOOKS if kind in self._parts]
        if not found:
            raise Unusual("no part is stated to be the workbook")
        return found[0]

    def strings(self) -> str | None:
        """Return the name of the part that holds the texts, if there is one."""
        return self._parts.get(STRINGS)

    def tree(self, part: str) -> Element:
        """Return a small part as a tree."""
        return fromstring(self._archive.read(part))

    def open(self, part: str) -> IO[bytes]:
        """Open a large part to be read as it comes."""
        return self._archive.open(part)

    def links(self, part: str) -> Mapping[str, Link]:
        """Return where a part leads, by the link's own name."""
        folder, name = posixpath.split(part)
        beside = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(beside):
            return {}
        return {
            each.get("Id", ""): Link(
                each.get("Type", "").rpartition("/")[2], _target(folder, each.get("Target", ""))
            )
            for each in self.tree(beside).iterfind(f"{LINKS}Relationship")
            if each.get("TargetMode") != "External"
        }


def _target(folder: str, said: str) -> str:
    if said.startswith("/"):
        return said[1:]
    return posixpath.normpath(posixpath.join(folder, said))
