"""Checking the workbook that is open in Excel, and writing what was found into it."""

from __future__ import annotations

import traceback
from datetime import date
from pathlib import Path
from typing import Any, Final

from xl_vsm.checks.one_workbook import Question, check_read
from xl_vsm.checks.several import gather
from xl_vsm.checks.troubles import of_file
from xl_vsm.clock import today
from xl_vsm.excel.scripts import NoBook, calling_book, excel_refused, say
from xl_vsm.findings import Finding, Report, Severity
from xl_vsm.open_book import marks
from xl_vsm.open_book.page import Line, failed, page
from xl_vsm.open_book.reading import read_open_book
from xl_vsm.open_book.sheet import findings_sheet, ours, text, write
from xl_vsm.parameters import ParameterFileError
from xl_vsm.sheets import Layout, Limits, RefusedFile, read_book

BEING_MARKED: Final = (
    "The wrong cells are being coloured. "
    "Where this line stays, Excel refused: is a sheet protected?"
)
MARKED: Final = (
    "The wrong cells are coloured on their own sheets. Delete this sheet to take the colours away."
)
NOT_MARKED: Final = "Excel would not have cells coloured on {}: is the sheet protected?"
TAKEN_AWAY: Final = "The colours were taken away. Check the workbook again to bring them back."


class Unusable(ValueError):
    """What the check was asked with cannot be used; the message says why."""


def check_this_workbook(
    book: Any = None,
    *,
    effective: date | str | None = None,
    known: date | str | None = None,
    layout: Layout | str | Path | None = None,
) -> Report | None:
    """Check the open workbook, and write a sheet of findings into it.

    No value, formula or format of the user's is changed, and the workbook is not saved. Our sheet
    is written anew by each check. What goes wrong is said in words, on the sheet or in a message.

    Args:
        book: the xlwings Book; the one that called by default.
        effective: the day the answers are for, as a date or as 2025-04-01; else what the
            workbook states, else today.
        known: what had been published by this day; None for all that is in this release.
        layout: which column is which, or the file that says so.

    Returns:
        The report; None where nothing could be checked.
    """
    try:
        book = calling_book() if book is None else book
        return _check(book, effective, known, layout)
    except Exception as fault:  # whoever pressed the button must never see a traceback
        say(book, f"The workbook could not be checked: {_words(fault)}")
        return None


def clear_marks(book: Any = None) -> None:
    """Take every colour of ours off the workbook's cells; the findings stay.

    Args:
        book: the xlwings Book; the one that called by default.
    """
    try:
        book = calling_book() if book is None else book
        for own in ours(book):
            marks.clear(book, own)
            _line(own, marks.line_row(own), TAKEN_AWAY)
    except Exception as fault:  # as above
        say(book, f"The colours could not be taken away: {_words(fault)}")


def _check(
    book: Any, effective: date | str | None, known: date | str | None, layout: Any
) -> Report | None:
    own = ours(book)
    remembered = marks.known_rules(own[0]) if own else []
    lines, report = _checked(book, [sheet.name for sheet in own], effective, known, layout)
    sheet, note = findings_sheet(book)
    if note:
        lines.insert(2, Line("plain", (note,)))
    remembered = marks.take_away(book, sheet, remembered)
    findings = report.workbooks[0].findings if report else ()
    _write(book, sheet, lines, findings, remembered)
    return report


def _checked(
    book: Any, skip: list[str], effective: Any, known: Any, layout: Any
) -> tuple[list[Line], Report | None]:
    """Return what the sheet will say. Nothing in the workbook is written before that is known."""
    try:
        question = Question(today(), _day(effective), _day(known), _layout(layout))
        report, unseen = _report(book, skip, question)
        return page(report, unseen), report
    except Exception as fault:  # said on the sheet itself, which is where the user looks
        return failed(book.name, _words(fault)), None


def _report(book: Any, skip: list[str], question: Question) -> tuple[Report, dict[str, list[str]]]:
    try:
        opened = read_open_book(book, skip, Limits())
        workbook = read_book(opened.cells, book.name, question.layout)
    except RefusedFile as refused:
        refusal = of_file(Path(book.name), refused)
        return gather([(refusal, question.parameters(None))], question), {}
    return gather([check_read(workbook, question)], question), opened.unseen


def _write(
    book: Any,
    sheet: Any,
    lines: list[Line],
    findings: tuple[Finding, ...],
    remembered: list[marks.Rules],
) -> None:
    cells: dict[tuple[str, str], Severity] = marks.marked(findings)
    row = 0
    if cells:
        row = next(n for n, line in enumerate(lines) if line.look == "header")
        lines.insert(row - 1, Line("plain", (BEING_MARKED,)))
    write(sheet, lines, remote=book.app.engine.type == "remote")
    rules = marks.numbered(cells, remembered)
    marks.write_list(sheet, cells, rules)
    sheet.activate()
    # The add-in carries these out one by one and stops at the first that Excel refuses, so what
    # Excel may refuse comes last, when all that was found is on the sheet already.
    refused = marks.lay(book, sheet, rules, remembered)
    if cells:
        named = " and ".join(refused)
        _line(sheet, row, NOT_MARKED.format(named) if refused else MARKED)
        marks.keep_line_row(sheet, row)


def _line(sheet: Any, row: int, words: str) -> None:
    if row:
        sheet.range((row, 1)).value = text(words)


def _day(value: date | str | None) -> date | None:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Unusable(f"{value!r} is not a date such as 2025-04-01") from error


def _layout(layout: Layout | str | Path | None) -> Layout | None:
    return layout if layout is None or isinstance(layout, Layout) else Layout.load(Path(layout))


def _words(fault: Exception) -> str:
    """Return a fault in words: the user's, else where in our code, and no value of the workbook."""
    if isinstance(fault, RefusedFile | ParameterFileError | Unusable | NoBook):
        return str(fault)
    if excel_refused(fault):
        return "Excel did not allow it: is a cell being typed in, or something protected?"
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{Path(last.filename).name}, line {last.lineno}"
    return f"a fault in this tool ({type(fault).__name__} in {where}); please report it"
