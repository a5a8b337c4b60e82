"""The part that lists the sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from xl_vsm.reports.annotated.edits import append, edited
from xl_vsm.reports.annotated.outline import Element, outline
from xl_vsm.reports.annotated.package import Package
from xl_vsm.reports.annotated.refused import ANOTHER_KIND, CannotAnnotate
from xl_vsm.reports.annotated.relationships import OFFICE, relate, relationships
from xl_vsm.reports.annotated.text import xml_text

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_MOST_IDS: Final = 65_534


@dataclass(frozen=True, slots=True)
class WorkbookPart:
    """The workbook's own part.

    Attributes:
        name: the part's name.
        sheets: the part of each worksheet, by the sheet's name in small letters; a sheet of
            another kind, such as a chart, has none.
        styles: the part with the styles, if there is one.
        structure_protected: whether Excel keeps its user from adding sheets.
    """

    name: str
    sheets: dict[str, str | None]
    styles: str | None
    structure_protected: bool


def workbook_part(package: Package) -> WorkbookPart:
    """Find the workbook's own part and its sheets.

    Raises:
        CannotAnnotate: it is not there, or it is strict Open XML, whose names are others.
    """
    own = [each.target for each in relationships(package, "") if each.type == "officeDocument"]
    if not own or own[0] is None or own[0].lower().endswith(".bin"):
        raise CannotAnnotate(ANOTHER_KIND)
    name = own[0]
    root = _root(package, name)
    if root.namespace == _STRICT:
        raise CannotAnnotate(
            'it was saved as "Strict Open XML Spreadsheet": save it as "Excel Workbook" to have '
            "it annotated"
        )
    if root.namespace != MAIN or root.name != "workbook":
        raise CannotAnnotate(f"its part {name} is no workbook")
    related = relationships(package, name)
    parts = {each.id: each.target for each in related if each.type == "worksheet"}
    protection = root.child("workbookProtection")
    return WorkbookPart(
        name=name,
        sheets={
            each.attributes.get("name", "").casefold(): parts.get(
                each.attributes.get(f"{OFFICE} id", "")
            )
            for each in _sheets(root, name).children
        },
        styles=next((each.target for each in related if each.type == "styles"), None),
        structure_protected=protection is not None
        and protection.attributes.get("lockStructure", "0") in {"1", "true"},
    )


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """Return a sheet's name that no sheet has: the wanted one, or with a number after it."""
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted} {number}"
    return name


def list_sheet(package: Package, workbook: WorkbookPart, name: str, part: str) -> None:
    """Add a sheet at the end of the list."""
    own = relate(package, workbook.name, "worksheet", part)
    xml = package.read(workbook.name)
    sheets = _sheets(_root(package, workbook.name), workbook.name)
    new = b'<%ssheet xmlns:vr="%s" name="%s" sheetId="%d" vr:id="%s"/>' % (
        sheets.prefix,
        OFFICE.encode(),
        xml_text(name),
        _free_id(sheets),
        own.encode(),
    )
    package.write(workbook.name, edited(xml, append(xml, sheets, new)))


def _free_id(sheets: Element) -> int:
    written = (each.attributes.get("sheetId", "") for each in sheets.children)
    taken = {int(number) for number in written if number.isdecimal()}
    following = max(taken, default=0) + 1
    if following <= _MOST_IDS:
        return following
    return next(number for number in range(1, _MOST_IDS) if number not in taken)


def _root(package: Package, name: str) -> Element:
    return outline(package.read(name), name, 3)


def _sheets(root: Element, name: str) -> Element:
    sheets = root.child("sheets")
    if sheets is None:
        raise CannotAnnotate(f"its part {name} lists no sheets")
    return sheets
