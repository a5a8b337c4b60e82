"""What a process does with an upload. Everything here comes and goes as plain data."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from xl_vsm.batch.checked import Checked
from xl_vsm.checks.figures_used import figures_used
from xl_vsm.checks.one_workbook import Question, check_read
from xl_vsm.checks.troubles import of_file
from xl_vsm.findings import SEVERITIES, Finding, Report, SheetReport, Tool, summarise
from xl_vsm.findings.frozen import Frozen
from xl_vsm.policy import Purpose
from xl_vsm.release import VERSION
from xl_vsm.reports.annotated import CannotAnnotate, annotate, own_workbook
from xl_vsm.sheets import Caps, Layout, Limits, RefusedFile, Workbook
from xl_vsm.sheets.addresses import letters, number, range_of
from xl_vsm.sheets.cells import Grid
from xl_vsm.sheets.reader import read_bytes
from xl_vsm.sheets.shown import shown
from xl_vsm.sheets.views import turned
from xl_vsm.web.uploads import Upload

if TYPE_CHECKING:
    from xl_vsm.committee.settings import Settings

PREVIEW: Final = 6  # rows of a sheet that are shown where columns are chosen
WIDEST: Final = 60  # columns
LONGEST: Final = 120  # signs of one cell
MOST: Final = 2_000  # rows of a sheet with findings that are kept whole: those of the gravest
KNOWN_BY: Final = ("reference", "post", "role")
"""The fields by which a reader knows whose row it is."""
UNCALCULATED: Final = "not calculated"  # what a formula shows whose value was never stored


class Asked(Frozen):
    """What is asked of an upload.

    Attributes:
        today: the day by the clock.
        effective: the day that the answers are for, if one was chosen.
        known: what had been published by this day, likewise.
        layout: which column is which, as it was corrected.
    """

    today: date
    effective: date | None = None
    known: date | None = None
    layout: Layout | None = None


@dataclass(frozen=True, slots=True)
class WantedPaper:
    """A paper that is wanted.

    Attributes:
        kind: its name, as on the command line.
        ending: docx or xlsx.
        settings: what is asked besides the workbook.
        proposed: salaries that are proposed, by the post.
    """

    kind: str
    ending: str
    settings: Settings
    proposed: dict[str, Decimal]


class ShownRow(Frozen):
    """A row as the user sees it: its number, and what each column shows, by its letter."""

    number: int
    cells: dict[str, str]
    hidden: bool = False


class ShownLine(Frozen):
    """A row with findings, or a column where posts stand in columns.

    Attributes:
        place: the row's number, or the column's letter.
        cells: what cells show, by address: one that is wrong, beside it, or known by is kept.
        hidden: whether it is hidden.
        cut: whether other cells that hold something are left out.
    """

    place: str
    cells: dict[str, str]
    hidden: bool = False
    cut: bool = False


class ShownSheet(Frozen):
    """A sheet as the user sees it, in part.

    Attributes:
        name: its name.
        hidden: whether it is hidden.
        first: the first rows that hold anything, from the headings on where there are any.
        found: the rows or columns that findings are in.
    """

    name: str
    hidden: bool
    first: tuple[ShownRow, ...]
    found: tuple[ShownLine, ...]


class Looked(Frozen):
    """What came of looking at an upload.

    Attributes:
        checked: the report, and the figures that it rests on.
        layout: how it was read, as a layout file says it; empty where it could not be read.
        sheets: what the user sees of it.
    """

    checked: Checked
    layout: str = ""
    sheets: tuple[ShownSheet, ...] = ()


def look(upload: Upload, asked: Asked, limits: Limits, caps: Caps) -> Looked:
    """Check an upload, and keep what is to be shown of it; nothing is raised for any file."""
    question = _question(asked, limits, caps)
    try:
        read = _read(upload, asked.layout, question)
    except RefusedFile as refused:
        report = of_file(Path(upload.name), refused)
        figures = figures_used(report, question.parameters(None))
        return Looked(checked=Checked(workbook=report, figures=figures))
    report, p = check_read(read, question)
    checked = Checked(workbook=report, figures=figures_used(report, p))
    return Looked(checked=checked, layout=_layout(read), sheets=_sheets(read, checked))


def line_of(tables: Iterable[SheetReport], cell: str | None) -> str:
    """Return the line that a cell's post stands in: its row, or its column in a turned table.

    Args:
        tables: how the cell's sheet was read.
        cell: the cell's address; the line is empty without one.
    """
    area = range_of(cell or "")
    if area is None:
        return ""
    row, column, *_ = area
    for each in tables:
        read = each.rows.values() or (0,)
        beside = each.header_column and number(each.header_column) < column
        if beside and min(read) <= row <= max(read):
            return letters(column)
    return str(row)


def annotated(
    upload: Upload, asked: Asked, limits: Limits, caps: Caps, purpose: Purpose
) -> tuple[bytes, str]:
    """Check an upload and return its annotated copy, and why it is the findings alone if it is.

    Each finding is as grave there as its purpose makes it.

    Raises:
        RefusedFile: the upload cannot be read.
    """
    question = _question(asked, limits, caps)
    read = _read(upload, asked.layout, question)
    found, p = check_read(read, question)
    report = purpose.judge(found)
    whole = Report(
        tool=Tool(version=VERSION),
        profile=purpose.name,
        parameters=figures_used(found, p),
        workbooks=(report,),
        summary=summarise((report,)),
    )
    try:
        return annotate(upload.data, whole).data, ""
    except CannotAnnotate as why:
        return own_workbook(whole, str(why)), str(why)


def paper(upload: Upload, asked: Asked, limits: Limits, caps: Caps, wanted: WantedPaper) -> bytes:
    """Check an upload and return one of a committee's papers from it.

    Raises:
        RefusedFile: the upload cannot be read.
        NotAsked: the paper needs something that was not given.
        ModuleNotFoundError: Word documents cannot be written here.
    """
    # Brought in for those who want a paper: what draws its charts is large.
    from xl_vsm.committee.checked import of_workbook  # noqa: PLC0415
    from xl_vsm.committee.kinds import KINDS  # noqa: PLC0415

    question = _question(asked, limits, caps)
    read = _read(upload, asked.layout, question)
    of = of_workbook(read, question, wanted.proposed)
    out = BytesIO()
    KINDS[wanted.kind].write(of, wanted.settings, wanted.ending, out)
    return out.getvalue()


def _question(asked: Asked, limits: Limits, caps: Caps) -> Question:
    return Question(asked.today, asked.effective, asked.known, None, None, limits, caps)


def _read(upload: Upload, layout: Layout | None, question: Question) -> Workbook:
    limits, caps = question.limits, question.caps
    return read_bytes(upload.data, upload.name, layout, limits=limits, caps=caps)


def _layout(read: Workbook) -> str:
    return Layout.of(read).to_toml()


def _sheets(read: Workbook, checked: Checked) -> tuple[ShownSheet, ...]:
    headings: dict[str, int] = {}
    for sheet in read.sheets:  # where a sheet has several tables, from the first on
        first = sheet.header_row or 1
        headings[sheet.name] = min(first, headings.get(sheet.name, first))
    found: dict[str, list[Finding]] = {}
    findings = checked.workbook.findings
    for each in sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)):
        found.setdefault(each.sheet or "", []).append(each)
    shown_sheets = []
    for grid in read.cells.sheets:
        tables = [each for each in checked.workbook.sheets if each.name == grid.name]
        filled = [row for row in grid.rows() if row >= headings.get(grid.name, 1)]
        shown_sheets.append(
            ShownSheet(
                name=grid.name,
                hidden=grid.hidden,
                first=tuple(_shown(grid, row) for row in filled[:PREVIEW]),
                found=tuple(_found(grid, tables, found.get(grid.name, ()))),
            )
        )
    return tuple(shown_sheets)


def _shown(grid: Grid, row: int) -> ShownRow:
    """Return a row as Excel shows it, the first of its many columns and the start of long texts."""
    columns = sorted(grid.row(row))[:WIDEST]
    texts = {letters(column): shown(grid.at(row, column))[:LONGEST] for column in columns}
    return ShownRow(
        number=row,
        cells={column: text for column, text in texts.items() if text},
        hidden=grid.hidden or row in grid.hidden_rows,
    )


def _found(
    grid: Grid, tables: Sequence[SheetReport], findings: Iterable[Finding]
) -> Iterator[ShownLine]:
    """Give each line of a sheet that findings are in, as they come: the gravest first."""
    wrong: dict[str, set[tuple[int, int, int, int]]] = {}
    for each in findings:
        if area := range_of(each.cell or ""):
            wrong.setdefault(line_of(tables, each.cell), set()).add(area)
    known_by = {table.places.get(name, "") for table in tables for name in KNOWN_BY}
    rows = {int(each) for each in known_by if each.isdigit()}
    columns = {number(each) for each in known_by if each.isalpha()}
    across = turned(grid) if any(map(str.isalpha, wrong)) else grid
    for count, (place, areas) in enumerate(wrong.items()):
        whole = count < MOST
        if place.isalpha():
            yield _line(across, place, rows.union(row for row, *_ in areas), whole=whole)
        else:
            yield _line(grid, place, columns.union(area[1] for area in areas), whole=whole)


def _line(grid: Grid, place: str, wanted: set[int], *, whole: bool) -> ShownLine:
    """Return a line as Excel shows it.

    Args:
        grid: the sheet, turned where the line is a column.
        place: the line.
        wanted: the cells of it that are shown in any case, with what stands beside them.
        whole: whether the first of its many other cells are shown.
    """
    line = number(place) if place.isalpha() else int(place)
    filled = [each for each, cell in sorted(grid.row(line).items()) if not cell.empty]
    kept = {*wanted, *(filled[:WIDEST] if whole else ())}
    for each in wanted:
        before = bisect_left(filled, each)
        kept.update(filled[max(0, before - 1) : before + 2])
    seen = (_as_seen(grid, line, each) for each in sorted(kept))
    return ShownLine(
        place=place,
        cells={address: text for address, text in seen if text},
        hidden=grid.hidden or line in grid.hidden_rows,
        cut=not kept.issuperset(filled),
    )


def _as_seen(grid: Grid, line: int, place: int) -> tuple[str, str]:
    """Return a cell's address and what is seen there: a merged area shows its first cell."""
    cell = seen = grid.at(line, place)
    if cell.empty and (merge := grid.merge_at(line, place)):
        seen = grid.at(merge.top, merge.left)
    text = shown(seen)[:LONGEST]
    return cell.address, text or ("" if seen.empty else UNCALCULATED)
