"""Which part refers to which: the .rels part beside each."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from xl_vsm.reports.annotated import content_types
from xl_vsm.reports.annotated.edits import append, edited
from xl_vsm.reports.annotated.outline import outline
from xl_vsm.reports.annotated.package import Package
from xl_vsm.reports.annotated.text import xml_text

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"
_EMPTY: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="%s"></Relationships>' % _PACKAGE.encode()
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """One reference.

    Attributes:
        id: what the part calls it.
        type: the last word of its type, such as "worksheet".
        target: the part referred to, by its real name; None where that is missing or outside.
    """

    id: str
    type: str
    target: str | None


def relationships(package: Package, source: str) -> list[Relationship]:
    """Return what a part refers to; the package itself is the part "".

    Raises:
        CannotAnnotate: the part that says so cannot be read.
    """
    name = package.find(_rels(source))
    if name is None:
        return []
    found = []
    for each in outline(package.read(name), name, 2).all("Relationship"):
        given = each.attributes
        outside = given.get("TargetMode") == "External"
        found.append(
            Relationship(
                id=given.get("Id", ""),
                type=given.get("Type", "").rpartition("/")[2],
                target=None if outside else _resolved(package, source, given.get("Target", "")),
            )
        )
    return found


def relate(package: Package, source: str, kind: str, target: str, *, outside: bool = False) -> str:
    """Let a part refer to another.

    Args:
        package: the package.
        source: the part that refers.
        kind: the last word of the type, such as "comments".
        target: the part referred to, or an address outside.
        outside: whether it is such an address.

    Returns:
        What the part calls the reference.
    """
    name = package.find(_rels(source))
    if name is None:
        name = _rels(source)
        package.write(name, _EMPTY)
        content_types.declare_extension(package, "rels", _TYPE)
    xml = package.read(name)
    root = outline(xml, name, 2)
    taken = {each.attributes.get("Id") for each in root.children}
    number = 1
    while (own := f"rIdVsm{number}") in taken:
        number += 1
    new = b'<%sRelationship Id="%s" Type="%s/%s" Target="%s"%s/>' % (
        root.prefix,
        own.encode(),
        OFFICE.encode(),
        kind.encode(),
        xml_text(target if outside else f"/{target}"),
        b' TargetMode="External"' if outside else b"",
    )
    package.write(name, edited(xml, append(xml, root, new)))
    return own


def _rels(source: str) -> str:
    folder, name = posixpath.split(source.replace("\\", "/"))
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolved(package: Package, source: str, target: str) -> str | None:
    folder = posixpath.dirname(source.replace("\\", "/"))
    path = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
    return package.find(path) or package.find(unquote(path))
