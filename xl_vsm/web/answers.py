"""From what is asked of uploads to the report on them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from starlette.datastructures import FormData, UploadFile

from xl_vsm.batch.checked import Checked
from xl_vsm.checks.figures_used import Together, figures_used
from xl_vsm.checks.one_workbook import Question
from xl_vsm.checks.troubles import of_file
from xl_vsm.clock import today
from xl_vsm.findings import Report, Tool, WorkbookReport, summarise
from xl_vsm.policy import Purpose, Settings, SettingsError
from xl_vsm.release import VERSION
from xl_vsm.sheets import RefusedFile
from xl_vsm.web import work
from xl_vsm.web.refusals import Refusal, asked_wrongly
from xl_vsm.web.service import Service
from xl_vsm.web.uploads import Upload
from xl_vsm.web.work import Asked, Looked

DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
QUOTED: Final = 40  # signs of what was said that a refusal says again


def only(form: FormData, *fields: str, many: Collection[str] = ()) -> None:
    """Hold a form to its fields, so that nothing that somebody means is passed over.

    Args:
        form: the form.
        fields: what it may have.
        many: what it may have more than once.

    Raises:
        Refusal: it has another, or has one twice.
    """
    said = [name for name, _ in form.multi_items()]
    for name in said:
        if name not in fields:
            known = ", ".join(fields)
            raise asked_wrongly(f"there is no field {_quoted(name)}; there are {known}")
        if said.count(name) > 1 and name not in many:
            raise asked_wrongly(f"{name} is said more than once")


def asked_of(form: FormData) -> Asked:
    """Return what a form asks.

    Raises:
        Refusal: a date in it is none.
    """
    return Asked(today=today(), effective=_day(form, "effective"), known=_day(form, "known"))


def purpose_of(form: FormData) -> Purpose:
    """Return the purpose that a form names, if any.

    Raises:
        Refusal: there is no such profile.
    """
    said = _words(form, "profile")
    try:
        return Settings().purpose(said)
    except SettingsError as error:
        raise asked_wrongly(str(error).replace(repr(said), _quoted(said or ""))) from error


async def look_at(
    each: Sequence[tuple[Upload, Asked]], service: Service, purpose: Purpose
) -> list[Looked]:
    """Have uploads looked at, several at a time but never by all processes at once.

    One that takes too long, or ends its process, has a finding that says so, as one that cannot be
    read has.

    Raises:
        Refusal: there is no room just now.
    """
    room = asyncio.Semaphore(max(1, service.serving.workers - 1))
    try:
        async with asyncio.TaskGroup() as together:
            tasks = [together.create_task(_look(*one, purpose, service, room)) for one in each]
    except BaseExceptionGroup as several:
        raise several.exceptions[0] from several
    return [task.result() for task in tasks]


async def _look(
    upload: Upload, asked: Asked, purpose: Purpose, service: Service, room: asyncio.Semaphore
) -> Looked:
    limits, caps = service.serving.limits, service.serving.caps
    async with room:
        try:
            return await service.do(work.look, upload, asked, limits, caps, purpose)
        except Refusal as refusal:
            if not refusal.of_the_file:
                raise
            refused = RefusedFile(refusal.code, f"{upload.name}: {refusal.message}")
    workbook = of_file(Path(upload.name), refused)
    question = Question(asked.today, asked.effective, asked.known, None, None, limits, caps)
    figures = figures_used(workbook, question.parameters(None))
    return Looked(checked=Checked(workbook=workbook, figures=figures))


def report_of(looked: Sequence[Looked], asked: Asked, purpose: Purpose) -> Report:
    """Return the report on everything that was looked at."""
    together = Together(asked.effective, asked.known)
    workbooks: list[WorkbookReport] = []
    for each in looked:
        together.add(each.checked.figures)
        workbooks.append(purpose.judge(each.checked.workbook))
    return Report(
        tool=Tool(version=VERSION),
        profile=purpose.name,
        parameters=together.report(),
        workbooks=tuple(workbooks),
        summary=summarise(workbooks),
    )


def _day(form: FormData, field: str) -> date | None:
    said = _words(form, field)
    if said is None:
        return None
    wrong = f"{field}: {_quoted(said)} is not a date such as 2025-04-01"
    if not DAY.fullmatch(said):
        raise asked_wrongly(wrong)
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise asked_wrongly(wrong) from error


def _words(form: FormData, field: str) -> str | None:
    """Return what a field says; None where it is not there.

    A blank one is no answer: a script whose own field was empty would get another day's answer.
    """
    said = form.get(field)
    if isinstance(said, UploadFile):
        raise asked_wrongly(f"{field} is sent as a file: send it as text")
    return said


def _quoted(said: str) -> str:
    return repr(said if len(said) <= QUOTED else f"{said[:QUOTED]}...")
