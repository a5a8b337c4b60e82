"""The blocks of a paper, in Word."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from xl_vsm.committee.paper import (
    Block,
    Column,
    Facts,
    Picture,
    Prompts,
    Table,
    ToComplete,
    Words,
)
from xl_vsm.committee.paper.blocks import marks_of
from xl_vsm.committee.writing import chart
from xl_vsm.committee.writing.looks import AMBER, BLUE, CREAM, LINE, PALE
from xl_vsm.committee.writing.word_parts import (
    describe,
    keep_together,
    repeat_on_each_page,
    shade,
    shade_cell,
    to_bookmark,
)
from xl_vsm.reports.plain import inert

if TYPE_CHECKING:
    from docx.document import Document

WIDE: Final = 120
"""A table of more signs than these has no room on an upright page."""
FACTS: Final = (44, 50, 80)
"""How the page's width is shared by the columns of particulars."""
NUMBERS: Final = ("money", "rate", "number", "ratio", "people")


def is_wide(block: Block) -> bool:
    """Say whether a block needs the page laid on its side."""
    return isinstance(block, Table) and sum(column.wide for column in block.columns) > WIDE


def add(document: Document, block: Block, mark: str) -> None:
    """Add a block to a document.

    Args:
        document: the document.
        block: what to add.
        mark: what the bookmarks of this paper's notes begin with.
    """
    match block:
        case Words():
            _words(document, block, mark)
        case Facts():
            _facts(document, block, mark)
        case Table():
            _table(document, block, mark)
        case ToComplete():
            _to_complete(document, block, mark)
        case Prompts():
            _prompts(document, block, mark)
        case Picture():
            _picture(document, block)


def _words(document: Document, block: Words, mark: str) -> None:
    line = document.add_paragraph()
    line.add_run(inert(block.text)).bold = block.strong
    _refer(line, block.note, mark)
    if block.strong:
        shade(line, AMBER)


def _refer(paragraph: Any, note: int | None, mark: str) -> None:
    """Refer to a note; to none where there is none."""
    if note is not None:
        paragraph.add_run(" ")
        to_bookmark(paragraph, f"[{note}]", f"{mark}n{note}")


def _facts(document: Document, block: Facts, mark: str) -> None:
    from docx.shared import Pt  # noqa: PLC0415 - an extra

    table = _grid(document, len(block.rows), 3)
    room = document._block_width
    _set_widths(table, [room * part // sum(FACTS) for part in FACTS])
    for row, fact in zip(table.rows, block.rows, strict=True):
        keep_together(row)
        row.cells[0].paragraphs[0].add_run(inert(fact.label)).bold = True
        shade_cell(row.cells[0], PALE)
        value = row.cells[1].paragraphs[0]
        value.add_run(inert(fact.figure.text))
        _refer(value, fact.figure.note, mark)
        if fact.figure.marks:
            shade_cell(row.cells[1], AMBER)
        row.cells[2].paragraphs[0].add_run(inert(fact.why)).font.size = Pt(9)
    document.add_paragraph()


def _table(document: Document, block: Table, mark: str) -> None:
    from docx.shared import Pt  # noqa: PLC0415 - an extra

    _caption(document, block.caption)
    if not block.rows:
        document.add_paragraph(block.empty)
        return
    rows = [*block.rows, *([block.total_line()] if block.total else [])]
    table = _grid(document, len(rows) + 1, len(block.columns))
    _widths(document, table, block)
    repeat_on_each_page(table.rows[0])
    for place, (cell, column) in enumerate(zip(table.rows[0].cells, block.columns, strict=True)):
        shade_cell(cell, BLUE)
        line = cell.paragraphs[0]
        run = line.add_run(inert(block.heading(place)))
        run.bold, run.font.size = True, Pt(7.5)
        line.paragraph_format.keep_with_next = True
        _white(run)
        _align(line, column)
    for place, (row, values) in enumerate(zip(table.rows[1:], rows, strict=True)):
        keep_together(row)
        before_total = bool(block.total) and place == len(block.rows) - 1
        cells = enumerate(zip(row.cells, values, block.columns, strict=True))
        for at, (cell, value, column) in cells:
            line = cell.paragraphs[0]
            run = line.add_run(inert(block.written(at, value)))
            run.font.size, run.bold = Pt(8), place == len(block.rows)
            line.paragraph_format.keep_with_next = before_total or None
            _align(line, column)
            if marks_of(value):
                shade_cell(cell, AMBER)
    noted = [column for column in block.columns if column.note is not None]
    if noted:
        line = document.add_paragraph()
        line.add_run("Rules: ").font.size = Pt(8)
        for column in noted:
            line.add_run(f" {inert(column.heading)}").font.size = Pt(8)
            _refer(line, column.note, mark)
    else:
        document.add_paragraph()


def _caption(document: Document, text: str) -> None:
    line = document.add_paragraph()
    line.add_run(inert(text)).bold = True
    line.paragraph_format.keep_with_next = True


def _widths(document: Document, table: Any, block: Table) -> None:
    """Share the page's width among the columns as they need it."""
    room = document._block_width
    whole = sum(column.wide for column in block.columns)
    _set_widths(table, [room * column.wide // whole for column in block.columns])


def _set_widths(table: Any, widths: Sequence[int]) -> None:
    """Set each column's width, in the grid for one program and in each cell for the other."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    # A row at a time: to ask a column for its cells is to look through the whole table.
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _white(run: Any) -> None:
    from docx.shared import RGBColor  # noqa: PLC0415 - an extra

    run.font.color.rgb = RGBColor(255, 255, 255)


def _align(paragraph: Any, column: Column) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - an extra

    if column.kind in NUMBERS:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _to_complete(document: Document, block: ToComplete, mark: str) -> None:
    box = _grid(document, 1, 1)
    keep_together(box.rows[0])
    cell = box.rows[0].cells[0]
    shade_cell(cell, CREAM)
    line = cell.paragraphs[0]
    line.add_run("To be completed: ").bold = True
    line.add_run(inert(block.prompt))
    _refer(line, block.note, mark)
    for _ in range(block.lines):
        cell.add_paragraph()
    document.add_paragraph()


def _prompts(document: Document, block: Prompts, mark: str) -> None:
    for item in block.items:
        line = document.add_paragraph()
        line.add_run(f"\N{BALLOT BOX}  {inert(item)}")
    if block.note is not None:
        _refer(line, block.note, mark)


def _picture(document: Document, block: Picture) -> None:
    from docx.shared import Mm  # noqa: PLC0415 - an extra

    marks = f" ({', '.join(block.marks)} figures)" if block.marks else ""
    _caption(document, f"{block.title}{marks}")
    drawn = document.add_picture(BytesIO(chart.png(block)), width=Mm(160))
    describe(drawn, block.title, block.says)
    document.add_paragraph(inert(block.says))


def _grid(document: Document, rows: int, columns: int) -> Any:
    table = document.add_table(rows, columns)
    table.style = "Table Grid"
    looks = table._tbl.tblPr
    looks.append(_thin_lines())
    looks.append(_narrow_margins())
    return table


def _narrow_margins() -> Any:
    """Return how near to a cell's sides its words come: near, or amounts break in two."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - an extra
    from docx.oxml.ns import qn  # noqa: PLC0415

    around: Any = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge: Any = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "60")
        edge.set(qn("w:type"), "dxa")
        around.append(edge)
    return around


def _thin_lines() -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - an extra
    from docx.oxml.ns import qn  # noqa: PLC0415

    around: Any = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge: Any = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("color", LINE)):
            edge.set(qn(f"w:{name}"), value)
        around.append(edge)
    return around
