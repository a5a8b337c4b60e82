"""What can be taken away: the annotated copy, the report, and the layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import PurePath
from typing import Annotated, Final, TextIO
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import Response

from xl_vsm.findings import AnyReport
from xl_vsm.reports import csv_report, html, json_report
from xl_vsm.sheets import RefusedFile
from xl_vsm.web import work
from xl_vsm.web.api import download
from xl_vsm.web.pages.carried import Brought, brought_by, that_came
from xl_vsm.web.pages.choices import Choices
from xl_vsm.web.pages.looking import asked_of, look, report
from xl_vsm.web.protection import check_form_key
from xl_vsm.web.refusals import asked_wrongly, of_refused
from xl_vsm.web.service import Service, service_of
from xl_vsm.web.uploads import text

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Format:
    """A report as a file: what writes it, its ending and its kind."""

    write: Callable[[AnyReport, TextIO], None]
    ending: str
    kind: str


FORMATS: Final = {
    "html": Format(html.write, "html", "text/html; charset=utf-8"),
    "csv": Format(csv_report.write, "csv", "text/csv; charset=utf-8"),
    "json": Format(json_report.write, "json", "application/json"),
}

Shared = Annotated[Service, Depends(service_of)]


@router.post("/download/annotated")
async def annotated(request: Request, service: Shared) -> Response:
    """Return the annotated copy of one of the form's workbooks.

    Raises:
        Refusal: the form is not one of ours, or the workbook cannot be read.
    """
    async with service.form(request) as form:
        check_form_key(form, request)
        choices = chosen_by(form)
        brought = one_of(await brought_by(form), text(form, "which"))
        limits, caps = service.serving.limits, service.serving.caps
        asked = asked_of(choices, brought)
        try:
            data, why = await service.do(
                work.annotated, brought.upload, asked, limits, caps, choices.purpose()
            )
        except RefusedFile as refused:
            raise of_refused(refused) from refused
    return download(brought.upload.name, data, why)


@router.post("/download/layout")
async def layout(request: Request, service: Shared) -> Response:
    """Return how one of the form's workbooks was read, as a layout file.

    Raises:
        Refusal: the form is not one of ours, the workbook cannot be read, or there is no room just
            now.
    """
    async with service.form(request) as form:
        check_form_key(form, request)
        choices = chosen_by(form)
        brought = one_of(await brought_by(form), text(form, "which"))
        (seen,) = await look([brought], choices, service)
    if seen.broken:
        raise seen.refusal
    stem = PurePath(brought.upload.name).stem
    return attachment(f"{stem}.layout.toml", seen.looked.layout, "application/toml")


@router.post("/download/report.{ending}")
async def whole_report(ending: str, request: Request, service: Shared) -> Response:
    """Return the report on all of the form's workbooks.

    Raises:
        Refusal: the form is not one of ours, or there is no such format, or no room just now.
    """
    async with service.form(request) as form:
        check_form_key(form, request)
        choices, brought = chosen_by(form), that_came(await brought_by(form, every=True))
        if ending not in FORMATS:
            raise asked_wrongly(f"there is no report of the kind {ending}")
        if not brought:
            raise asked_wrongly("choose the workbooks again")
        seen = await look(brought, choices, service)
        form_of = FORMATS[ending]
        out = StringIO(newline="")
        await run_in_threadpool(form_of.write, report(seen, choices), out)
    first = PurePath(brought[0].upload.name).stem
    stem = first if len(brought) == 1 else f"{first} and {len(brought) - 1} more"
    return attachment(f"{stem} findings.{form_of.ending}", out.getvalue(), form_of.kind)


def attachment(name: str, said: str | bytes, kind: str) -> Response:
    """Return a text, or the bytes of something else, as a file to be kept."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    data = said.encode("utf-8") if isinstance(said, str) else said
    return Response(data, media_type=kind, headers=headers)


def chosen_by(form: FormData) -> Choices:
    """Return what a form chooses beside its workbooks.

    Raises:
        Refusal: a day or the purpose is none; without it the answer would be to another question.
    """
    choices = Choices.of(form)
    for _, words in choices.faults:
        raise asked_wrongly(words)
    return choices


def one_of(brought: Sequence[Brought], which: str) -> Brought:
    """Return the workbook that is meant, among those that a form brings.

    Raises:
        Refusal: there is none, or none of that name.
    """
    if len(brought) == 1:
        return brought[0]
    named = {each.upload.name: each for each in brought}
    if which not in named:
        raise asked_wrongly("the workbook is not among those that were sent: choose it again")
    return named[which]
