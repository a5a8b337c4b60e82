"""From what is asked of uploads to the report on them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date

from starlette.datastructures import FormData

from xl_vsm.checks.figures_used import Together
from xl_vsm.clock import today
from xl_vsm.findings import Report, Tool, WorkbookReport, summarise
from xl_vsm.policy import Purpose, Settings, SettingsError
from xl_vsm.release import VERSION
from xl_vsm.sheets import Layout
from xl_vsm.web import work
from xl_vsm.web.refusals import asked_wrongly
from xl_vsm.web.serving import Serving
from xl_vsm.web.uploads import Upload, text
from xl_vsm.web.work import Asked, Looked
from xl_vsm.web.workers import Workers


def asked_of(form: FormData, layout: Layout | None = None) -> Asked:
    """Return what a form asks.

    Raises:
        Refusal: a date in it is none.
    """
    return Asked(
        today=today(),
        effective=_day(form, "effective"),
        known=_day(form, "known"),
        layout=layout,
    )


def purpose_of(form: FormData) -> Purpose:
    """Return the purpose that a form names.

    Raises:
        Refusal: there is no such profile.
    """
    try:
        return Settings().purpose(text(form, "profile") or None)
    except SettingsError as error:
        raise asked_wrongly(str(error)) from error


async def look_at(
    uploads: Sequence[Upload], asked: Asked, workers: Workers, serving: Serving
) -> list[Looked]:
    """Have every upload looked at.

    Raises:
        Refusal: there is no room, or one took too long.
    """
    limits, caps = serving.limits, serving.caps
    looking = (workers.do(work.look, each, asked, limits, caps) for each in uploads)
    return list(await asyncio.gather(*looking))


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
    said = text(form, field)
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        raise asked_wrongly(f"{field}: {said!r} is not a date such as 2025-04-01") from error
