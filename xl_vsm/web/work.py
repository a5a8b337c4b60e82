"""What a process does with an upload. Everything here comes and goes as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from xl_vsm.batch.checked import Checked
from xl_vsm.checks.figures_used import figures_used
from xl_vsm.checks.one_workbook import Question, check_read
from xl_vsm.checks.troubles import of_file
from xl_vsm.findings import Report, Tool, summarise
from xl_vsm.findings.frozen import Frozen
from xl_vsm.policy import Purpose
from xl_vsm.release import VERSION
from xl_vsm.reports.annotated import CannotAnnotate, annotate, own_workbook
from xl_vsm.sheets import Caps, Layout, Limits, RefusedFile, Workbook
from xl_vsm.sheets.reader import read_bytes
from xl_vsm.web.shown_sheets import ShownSheet, shown_sheets
from xl_vsm.web.uploads import Upload

if TYPE_CHECKING:
    from xl_vsm.committee.settings import Settings


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


def look(
    upload: Upload, asked: Asked, limits: Limits, caps: Caps, purpose: Purpose | None = None
) -> Looked:
    """Check an upload, and keep what is to be shown of it; nothing is raised for any file.

    What is gravest for its purpose is shown before all else.
    """
    question = _question(asked, limits, caps)
    try:
        read = _read(upload, asked.layout, question)
    except RefusedFile as refused:
        report = of_file(Path(upload.name), refused)
        figures = figures_used(report, question.parameters(None))
        return Looked(checked=Checked(workbook=report, figures=figures))
    report, p = check_read(read, question)
    checked = Checked(workbook=report, figures=figures_used(report, p))
    sheets = shown_sheets(read, (purpose or Purpose()).judge(report))
    return Looked(checked=checked, layout=_layout(read), sheets=sheets)


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
