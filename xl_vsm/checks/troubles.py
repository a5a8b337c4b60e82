"""Findings about the file, the reading of it, and the tool itself, which no check makes."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from xl_vsm.checks.check import Check
from xl_vsm.checks.finding import HELP
from xl_vsm.findings import Finding, Severity, WorkbookReport, address
from xl_vsm.parameters.days import day
from xl_vsm.sheets import Entry, ReadFault, RefusedFile
from xl_vsm.sheets.carried import CARRIED
from xl_vsm.sheets.refused import REFUSALS
from xl_vsm.sheets.workbook import FAULTS
from xl_vsm.writable import writable


@dataclass(frozen=True, slots=True)
class Trouble:
    """A code that stands for something other than a wrong figure."""

    code: str
    name: str
    doc: str


CRASH = Trouble(
    "RUN001",
    "check-crashed",
    "A check runs to its end on every post. Where one fails, that is a fault of this tool: the\n"
    "other checks still ran, the exit code is 2, and the message is what to report.",
)

ENDED = Trouble(
    "RUN002",
    "check-ended",
    "Where several processes or machines check workbooks, each workbook comes back checked. Where\n"
    "the process ended, or knows other figures, that is told for the workbook, the others are\n"
    "checked all the same, and the exit code is 2.",
)

DAY_NOT_STATED = Trouble(
    "WBK108",
    "day-not-stated",
    'A workbook states the day that its pay is for, such as "position as at 30 September 2025".\n'
    "Where it does not, today is used, which may be a year for which other figures hold.",
)

_FILE = {
    "SEC001": "The file is larger than any pay workbook needs to be.",
    "SEC002": "The file unpacks to far more than its size: it may be made to fill the memory.",
    "SEC003": "Two parts of the file have one name; programs disagree on which of them counts.",
    "SEC004": "A part of the file has a name that points outside it.",
    "SEC005": "The file declares its own document type, as attacks on parsers do.",
    "SEC006": "A cell lies outside Excel's grid, or so far out that reading it would fill memory.",
    "SEC007": "The file has more cells than a pay workbook can need.",
    "SEC008": "The file took longer to read than a file of its size may: it may be made to.",
    "SEC009": "The file took more memory to read than any may: it may be made to.",
    "SEC010": "The file ended the process that read it. Nothing else was harmed.",
    "SEC011": "Parts of the file share their bytes, as no program writes them: it may be a bomb.",
    "SEC101": "The workbook carries macros. They are never run.",
    "SEC102": "Formulas look into other workbooks. None is opened: the stored figures are read.",
    "SEC103": "A formula or link would start another program (DDE). Nothing is started.",
    "SEC104": "A formula would fetch from the network or send to it. Nothing is fetched.",
    "SEC105": "The workbook carries other files or objects. None is opened.",
    "SEC106": "The workbook carries ActiveX controls. None is started.",
    "SEC107": "The workbook has connections to data elsewhere. None is refreshed.",
    "WBK001": "There is no file at the path.",
    "WBK002": "The file is empty.",
    "WBK003": "The file is not an Excel workbook, whatever its name says.",
    "WBK004": "The file is protected by a password. Save a copy without one.",
    "WBK005": "The file is in another format than .xlsx or .xlsm. Save it as .xlsx.",
    "WBK006": "The file is damaged. Open it in Excel, let Excel repair it, and save it.",
    "WBK007": "The file is of a kind that is read for its values alone: no formula was seen.",
    "WBK201": "No sheet has a table with a salary or pensionable pay and two more known columns.",
    "WBK202": "Two columns could both be the same field, so neither was used.",
    "WBK203": "The workbook states one thing about itself in two ways.",
    "WBK204": "The layout names a sheet, row or column that the workbook does not have.",
    "WBK205": "The tables are for several pay years, and one day's figures check them all.",
    "WBK206": "A layout file beside the workbook says which column is which, and was used.",
}

NAMES = {**REFUSALS, **FAULTS, **{code: name for code, (name, _) in CARRIED.items()}}
"""The name of every code in the reading of a file."""

_SEVERITIES: dict[str, Severity] = {
    **dict.fromkeys(CARRIED, "note"),
    # What nobody puts into a pay workbook for its pay.
    **dict.fromkeys(("SEC103", "SEC104", "SEC106"), "warning"),
    "WBK205": "warning",
    "WBK206": "note",
}

TROUBLES: tuple[Trouble, ...] = (
    CRASH,
    ENDED,
    DAY_NOT_STATED,
    *(Trouble(code, NAMES[code], doc) for code, doc in _FILE.items()),
)
"""Every code that no check makes."""


def of_file(path: Path, refused: RefusedFile) -> WorkbookReport:
    """Report a file that could not be read, or that is not safe to read."""
    return _not_checked(path, refused.code, refused.name, refused.message, refused.message)


def of_ending(path: Path, why: str) -> WorkbookReport:
    """Report a workbook whose check was begun elsewhere and did not come back."""
    return _not_checked(path, ENDED.code, ENDED.name, f"{path.name} {why}", ENDED.doc)


def _not_checked(path: Path, code: str, name: str, message: str, why: str) -> WorkbookReport:
    finding = Finding(
        code=code,
        name=name,
        severity="error",
        sheet=None,
        cell=None,
        field=None,
        row_key=None,
        stated=None,
        expected=None,
        message=writable(message),
        why=writable(why),
        source=None,
        help_url=f"{HELP}#{code.lower()}",
    )
    return WorkbookReport(
        path=writable(path),
        sha256=None,
        rows=0,
        effective=None,
        sheets=(),
        findings=(finding,),
        not_checked=(),
        complete=False,
    )


def of_reading(fault: ReadFault) -> Finding:
    """Report what stood in the way of reading a workbook's tables."""
    return Finding(
        code=fault.code,
        name=fault.name,
        severity=_SEVERITIES.get(fault.code, "error"),
        sheet=fault.sheet,
        cell=fault.cell,
        field=None,
        row_key=None,
        stated=None,
        expected=None,
        message=f"{address(fault.sheet, fault.cell)} {fault.message}"
        if fault.sheet
        else fault.message,
        why=fault.message,
        source=None,
        help_url=f"{HELP}#{fault.code.lower()}",
    )


def is_about_the_day(fault: ReadFault) -> bool:
    """Say whether a workbook states two days that its pay is for."""
    return fault.code == "WBK203" and fault.field == "effective"


def day_not_stated(used: date) -> Finding:
    """Report that today was taken for the day, because the workbook states none."""
    return Finding(
        code=DAY_NOT_STATED.code,
        name=DAY_NOT_STATED.name,
        severity="note",
        sheet=None,
        cell=None,
        field="effective",
        row_key=None,
        stated=None,
        expected="a day",
        message=f"the workbook states no day, so today, {day(used)}, was used: give --effective, or"
        ' write the day in the workbook, such as "position as at 30 September 2025"',
        why=DAY_NOT_STATED.doc,
        source=None,
        help_url=f"{HELP}#{DAY_NOT_STATED.code.lower()}",
    )


def crash(check: Check, error: Exception, entry: Entry[Any] | None, row_key: str | None) -> Finding:
    """Report a check that failed: where in the code, and no value from the workbook."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}, line {last.lineno}"
    message = (
        f"{check.code} {check.name} could not be checked here: a fault in this tool"
        f" ({type(error).__name__} in {where}); please report it"
    )
    return Finding(
        code=CRASH.code,
        name=CRASH.name,
        severity="error",
        sheet=entry.sheet if entry else None,
        cell=entry.cell if entry else None,
        field=None,
        row_key=row_key,
        stated=None,
        expected=None,
        message=f"{address(entry.sheet if entry else None, entry.cell if entry else None)}"
        f" {message}",
        why=CRASH.doc,
        source=None,
        help_url=f"{HELP}#{CRASH.code.lower()}",
    )
