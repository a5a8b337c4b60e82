"""A trust's own workbook with what was found in it, and all else as it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from xl_vsm.findings import Report
from xl_vsm.reports.annotated import content_types
from xl_vsm.reports.annotated.edits import edited
from xl_vsm.reports.annotated.findings_sheet import (
    KIND,
    NAME,
    PART,
    links_of,
    sheet_xml,
)
from xl_vsm.reports.annotated.marks import Mark, marks_by_sheet
from xl_vsm.reports.annotated.notes import add_notes
from xl_vsm.reports.annotated.package import Package
from xl_vsm.reports.annotated.page import Line, page
from xl_vsm.reports.annotated.refused import CannotAnnotate
from xl_vsm.reports.annotated.relationships import relate
from xl_vsm.reports.annotated.styles import Added, add_styles
from xl_vsm.reports.annotated.workbook_part import (
    WorkbookPart,
    free_name,
    list_sheet,
    workbook_part,
)
from xl_vsm.reports.annotated.worksheet import Worksheet
from xl_vsm.reports.sheet_words import fitted

HOW: Final = (
    "A wrong cell is coloured and has a note. Click in the column Cell to go to it; click on the "
    "cell to come back. No value, formula or format of yours was changed."
)
_SIGNED: Final = "_xmlsignatures/"
_SHARED: Final = "xl/revisions/"


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated copy.

    Attributes:
        data: the file.
        sheet: what its sheet of findings is called.
        marked: how many cells were coloured or given a note.
        touched: the parts that are no longer as they were.
        added: the parts that are new.
        warnings: what its reader should know, in words.
    """

    data: bytes
    sheet: str
    marked: int
    touched: tuple[str, ...]
    added: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(slots=True)
class _Making:
    package: Package
    workbook: WorkbookPart
    styles: Added
    name: str
    marked: int = 0
    warnings: list[str] = field(default_factory=list)


def annotate(data: bytes, report: Report) -> Annotated:
    """Return a copy of a workbook with a sheet of findings, and its wrong cells marked.

    Every part of the file that need not change is in the copy byte for byte.

    Args:
        data: the file, which the guard of the reader must have let pass.
        report: the report of this one workbook.

    Raises:
        CannotAnnotate: the workbook cannot be changed without the risk of harm.
    """
    package = Package(data)
    _refuse(package)
    workbook = workbook_part(package)
    name = free_name(NAME, workbook.sheets)
    styles = add_styles(package, workbook.styles)
    making = _Making(package, workbook, styles, name)
    notes = [HOW]
    if name != NAME:
        notes.append(f"A sheet of yours is called {NAME}, so this one is {name}.")
    lines = page(report, tuple(notes))
    for sheet, marks in marks_by_sheet(lines, name).items():
        part = workbook.sheets.get(sheet)
        if part is None:
            making.warnings.append(f"the sheet {_written(report, sheet)} has no cells to mark")
            continue
        _mark_sheet(making, part, marks, _written(report, sheet))
    _warn_of_protection(making)
    _add_sheet(making, lines)
    return Annotated(
        data=package.saved(),
        sheet=name,
        marked=making.marked,
        touched=tuple(package.changed),
        added=tuple(package.added),
        warnings=tuple(making.warnings),
    )


def _refuse(package: Package) -> None:
    for name in package.names:
        path = name.replace("\\", "/").lstrip("/").lower()
        if path.startswith(_SIGNED):
            raise CannotAnnotate("it is digitally signed, and any change breaks the signature")
        if path.startswith(_SHARED):
            raise CannotAnnotate(
                "it is shared with its changes tracked, and Excel's record of them has no room "
                "for a new sheet: stop sharing it to have it annotated"
            )


def _mark_sheet(making: _Making, part: str, marks: list[Mark], name: str) -> None:
    sheet = Worksheet(making.package.read(part), part)
    if making.styles.marks:
        sheet.highlight(marks, making.styles.marks)
    else:
        making.warnings.append("the workbook has no styles, so no cell is coloured")
    sheet.link(marks, making.name)
    try:
        noted = add_notes(making.package, sheet, marks)
    except CannotAnnotate as why:
        noted = []
        making.warnings.append(f"the cells of {name} have no notes: {why}")
    else:
        if len(noted) < len(marks):
            kept = len(marks) - len(noted)
            making.warnings.append(f"{kept} of the wrong cells of {name} keep their own notes")
    if sheet.edits:
        making.package.write(part, edited(sheet.xml, sheet.edits))
    making.marked += len(marks) if making.styles.marks else len(noted)
    if sheet.is_protected:
        making.warnings.append(f"the sheet {name} is protected, and stays so")


def _add_sheet(making: _Making, lines: list[Line]) -> None:
    package = making.package
    if making.warnings:
        # At the end, for the notes on the cells already say which row they are explained in.
        lines = [*lines, Line("plain"), Line("heading", ("About this copy",))]
        lines += [Line("plain", (fitted(_sentence(each)),)) for each in making.warnings]
    part = package.free(PART)
    links = links_of(lines, [name for name, part in making.workbook.sheets.items() if part])
    package.write(part, b"")
    pages = {
        url: relate(package, part, "hyperlink", url, outside=True)
        for url in dict.fromkeys(url for _, url in links.outside)
    }
    package.write(part, sheet_xml(lines, links, making.styles.cells, pages))
    content_types.declare_part(package, part, KIND)
    list_sheet(package, making.workbook, making.name, part)


def _warn_of_protection(making: _Making) -> None:
    if making.workbook.structure_protected:
        making.warnings.append(
            "the workbook's structure is protected, so Excel will not let the sheet of findings "
            "be deleted or moved"
        )


def _written(report: Report, sheet: str) -> str:
    names = (each.sheet for each in report.findings if each.sheet)
    return next(name for name in names if name.casefold() == sheet)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
