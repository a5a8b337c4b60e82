"""The part that says what kind each part is of."""

from __future__ import annotations

from typing import Final

from xl_vsm.reports.annotated.edits import append, edited, insert
from xl_vsm.reports.annotated.outline import outline
from xl_vsm.reports.annotated.package import Package
from xl_vsm.reports.annotated.text import xml_text

NAME: Final = "[Content_Types].xml"


def declare_part(package: Package, part: str, kind: str) -> None:
    """Say of what kind a new part is.

    Raises:
        CannotAnnotate: the part that says so cannot be read.
    """
    xml = package.read(NAME)
    root = outline(xml, NAME, 2)
    new = b'<%sOverride PartName="/%s" ContentType="%s"/>' % (
        root.prefix,
        xml_text(part),
        kind.encode(),
    )
    package.write(NAME, edited(xml, append(xml, root, new)))


def declare_extension(package: Package, extension: str, kind: str, part: str | None = None) -> None:
    """Say of what kind the parts with an extension are.

    Args:
        package: the package.
        extension: the extension, without its dot.
        kind: the kind.
        part: the part that it is for, which says so of itself where the package says otherwise of
            its extension.
    """
    xml = package.read(NAME)
    root = outline(xml, NAME, 2)
    for each in root.all("Default"):
        if each.attributes.get("Extension", "").lower() == extension:
            if part and each.attributes.get("ContentType", "").lower() != kind.lower():
                declare_part(package, part, kind)
            return
    new = b'<%sDefault Extension="%s" ContentType="%s"/>' % (
        root.prefix,
        extension.encode(),
        kind.encode(),
    )
    # In front of the first: some readers want them before every Override.
    edits = [insert(root.opened, new)] if root.end != root.opened else append(xml, root, new)
    package.write(NAME, edited(xml, edits))
