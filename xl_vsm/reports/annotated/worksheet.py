"""What may be put into a sheet, and where: only after its cells, which nobody touches."""

from __future__ import annotations

import re
from typing import Final

from xl_vsm.findings import SEVERITIES, Severity
from xl_vsm.reports.annotated.addresses import Block, block_of, together
from xl_vsm.reports.annotated.edits import Edit, append, insert
from xl_vsm.reports.annotated.filled import filled_cells
from xl_vsm.reports.annotated.findings_sheet import MOST_LINKS
from xl_vsm.reports.annotated.marks import Mark
from xl_vsm.reports.annotated.order import ORDER, rank
from xl_vsm.reports.annotated.outline import Element, outline
from xl_vsm.reports.annotated.refused import CannotAnnotate
from xl_vsm.reports.annotated.relationships import OFFICE
from xl_vsm.reports.annotated.text import place, xml_text
from xl_vsm.reports.annotated.workbook_part import MAIN

_SHEET_DATA: Final = re.compile(rb"<((?:[^\s<>\"'/:!?]+:)?)sheetData[\s/>]")
_PRIORITY: Final = re.compile(rb"""\spriority\s*=\s*["'](\d{1,9})["']""")
_REFERENCES_A_FORMAT: Final = 200


class Worksheet:
    """A worksheet's part, and what is to be put into it."""

    def __init__(self, xml: bytes, part: str) -> None:
        """Look where its cells end and what comes after them.

        Raises:
            CannotAnnotate: it is not a worksheet as Excel writes them.
        """
        self.xml = xml
        self.part = part
        self.edits: list[Edit] = []
        self._leave_cells_out()

    def _leave_cells_out(self) -> None:
        """Look at all but the cells, which may be millions."""
        found = _SHEET_DATA.search(self.xml)
        start = found.start() if found else len(self.xml)
        opened = self.xml.find(b">", start) + 1
        closed_itself = self.xml[opened - 2 : opened] == b"/>"
        ending = b"</" + (found[1] if found else b"") + b"sheetData"
        self.cells_end = opened if closed_itself else self.xml.find(ending, opened)
        if not found or not opened or self.cells_end < 0:
            raise CannotAnnotate(f"its part {self.part} has no cells")
        self.cells_start = opened
        left_out = self.cells_end - opened
        short = self.xml[:opened] + self.xml[self.cells_end :]
        # Where what was left out is no whole number of rows, this is not well formed.
        self.root = outline(short, self.part, 3)
        data = self.root.child("sheetData")
        if self.root.namespace != MAIN or data is None or data.start != start:
            raise CannotAnnotate(f"its part {self.part} is no worksheet")
        _move(self.root, opened, left_out)
        self._after = [each for each in self.root.children if each.start > start]

    def highlight(self, marks: list[Mark], formats: dict[Severity, int]) -> None:
        """Colour the cells with rules of conditional formatting, which touch no cell's format.

        They come after every rule that is there: rules of one rank are not something Excel writes.
        """
        ranks = map(int, _PRIORITY.findall(self.xml, self.cells_end))
        last = max(ranks, default=0)
        p = self.root.prefix
        new = []
        for severity in SEVERITIES:
            where = together(mark.cell for mark in marks if mark.severity == severity)
            for first in range(0, len(where), _REFERENCES_A_FORMAT):
                last += 1
                cells = " ".join(where[first : first + _REFERENCES_A_FORMAT])
                new.append(
                    b'<%sconditionalFormatting sqref="%s"><%scfRule type="expression" dxfId="%d"'
                    b' priority="%d"><%sformula>TRUE</%sformula></%scfRule>'
                    b"</%sconditionalFormatting>"
                    % (p, cells.encode(), p, formats[severity], last, p, p, p, p)
                )
        self.edits.append(insert(self._place("conditionalFormatting"), b"".join(new)))

    def link(self, marks: list[Mark], findings_sheet: str) -> int:
        """Link cells to their rows on the sheet of findings, and return how many.

        A link of its own makes no cell look otherwise. An empty cell gets none, for some readers
        then take the link for its value; nor does a cell that has one already.
        """
        there = next((each for each in self._after if each.name == "hyperlinks"), None)
        blocks = _blocks(there)
        filled = filled_cells(
            self.xml, self.cells_start, self.cells_end, {mark.cell for mark in marks}
        )
        free = [
            mark
            for mark in marks
            if mark.cell in filled and not any(block.holds(mark.cell) for block in blocks)
        ][: max(0, MOST_LINKS - len(blocks))]
        if not free:
            return 0
        p = self.root.prefix
        new = b"".join(
            b'<%shyperlink ref="%s" location="%s" tooltip="%s"/>'
            % (
                p,
                str(mark.cell).encode(),
                xml_text(place(findings_sheet, f"A{mark.row}")),
                xml_text(f"Click: row {mark.row} of {findings_sheet}. Hold: choose this cell."),
            )
            for mark in free
        )
        if there is not None:
            self.edits += append(self.xml, there, new)
        else:
            whole = b"<%shyperlinks>%s</%shyperlinks>" % (p, new, p)
            self.edits.append(insert(self._place("hyperlinks"), whole))
        return len(free)

    def drawing_of_notes(self) -> str | None:
        """Return what the sheet calls the drawing that its notes are in, if it has one."""
        for each in self._after:
            if each.name == "legacyDrawing":
                return each.attributes.get(f"{OFFICE} id", "")
        return None

    def draw_notes(self, own: str) -> None:
        """Let the sheet show the drawing that it calls so."""
        new = b'<%slegacyDrawing xmlns:vr="%s" vr:id="%s"/>' % (
            self.root.prefix,
            OFFICE.encode(),
            own.encode(),
        )
        self.edits.append(insert(self._place("legacyDrawing"), new))

    @property
    def is_protected(self) -> bool:
        """Whether Excel keeps its user from changing cells."""
        return any(
            each.name == "sheetProtection" and each.attributes.get("sheet", "0") in {"1", "true"}
            for each in self._after
        )

    def _place(self, name: str) -> int:
        own = ORDER.index(name)
        later = (each.start for each in self._after if rank(each) > own)
        return next(later, self.root.closing)


def _blocks(hyperlinks: Element | None) -> list[Block]:
    if hyperlinks is None:
        return []
    references = (each.attributes.get("ref", "") for each in hyperlinks.children)
    return [block for words in references if (block := block_of(words))]


def _move(element: Element, start: int, by: int) -> None:
    """Put an outline's places right where bytes were left out."""
    for name in ("start", "closing", "end"):
        if getattr(element, name) >= start:
            setattr(element, name, getattr(element, name) + by)
    if element.start >= start:
        element.opened += by
    for each in element.children:
        _move(each, start, by)
