"""The HTTP interface: workbooks in, the report as JSON or the annotated copy out."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from xl_vsm.findings import Report
from xl_vsm.policy import SHIPPED, Purpose
from xl_vsm.sheets import RefusedFile
from xl_vsm.web import work
from xl_vsm.web.answers import asked_of, look_at, only, purpose_of, report_of
from xl_vsm.web.refusals import Refused, asked_wrongly, of_file, of_refused
from xl_vsm.web.service import Service, service_of
from xl_vsm.web.uploads import files

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MACROS: Final = "application/vnd.ms-excel.sheet.macroEnabled.12"

router = APIRouter(prefix="/api", tags=["workbooks"])


def _form(many: bool) -> dict[str, Any]:
    """Describe the form for whoever reads the OpenAPI document."""
    one = {"type": "string", "format": "binary", "description": "an .xlsx or .xlsm workbook"}
    day = {"type": "string", "format": "date"}
    properties: dict[str, Any] = {
        "workbook": {"type": "array", "items": one, "minItems": 1} if many else one,
        "effective": {**day, "description": "the day the answers are for"},
        "known": {**day, "description": "what had been published by this day"},
    }
    if many:
        properties["profile"] = {"type": "string", "enum": list(SHIPPED)}
    schema = {
        "type": "object",
        "required": ["workbook"],
        "properties": properties,
        "additionalProperties": False,
    }
    content = {"multipart/form-data": {"schema": schema}}
    return {"requestBody": {"required": True, "content": content}}


REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": Refused, "description": words}
    for status, words in (
        (400, "the upload was broken off, or the server asked for by another name"),
        (403, "sent by a page of another site"),
        (408, "it took too long to arrive"),
        (413, "a file is too large"),
        (415, "a file is of the wrong kind, or the request is no form"),
        (422, "a file, or what was asked, cannot be read"),
        (429, "asked too often: Retry-After says how many seconds to wait"),
        (500, "a fault in this tool"),
        (503, "the server is busy: Retry-After says how many seconds to wait"),
    )
}


@router.post(
    "/check",
    response_model=Report,
    responses=REFUSALS,
    openapi_extra=_form(many=True),
    summary="Check workbooks",
)
async def check(request: Request, service: Annotated[Service, Depends(service_of)]) -> Response:
    """Check one workbook or several, and return the report.

    A workbook that cannot be read is a finding among others; where none can be, the request is
    refused with what is wrong with the first.
    """
    async with service.form(request) as form:
        only(form, "workbook", "effective", "known", "profile", many=("workbook",))
        asked, purpose = asked_of(form), purpose_of(form)
        each = [(upload, asked) for upload in await files(form)]
        looked = await look_at(each, service, purpose)
    return await run_in_threadpool(_answer, report_of(looked, asked, purpose))


def _answer(report: Report) -> Response:
    if all(each.sha256 is None for each in report.workbooks):
        first = report.workbooks[0].findings[0]
        raise of_file(first.code, first.message)
    return Response(report.model_dump_json(by_alias=True), media_type="application/json")


@router.post(
    "/annotate",
    response_class=Response,
    responses={
        200: {"content": {XLSX: {"schema": {"type": "string", "format": "binary"}}}},
        **REFUSALS,
    },
    openapi_extra=_form(many=False),
    summary="Annotate a workbook",
)
async def annotate(request: Request, service: Annotated[Service, Depends(service_of)]) -> Response:
    """Check a workbook and return a copy of it with its wrong cells marked.

    Where it cannot be annotated, its findings come in a workbook of their own, and the header
    X-Not-Annotated says why.
    """
    async with service.form(request) as form:
        only(form, "workbook", "effective", "known", many=("workbook",))
        asked = asked_of(form)
        uploads = await files(form)
        if len(uploads) > 1:
            raise asked_wrongly("send one workbook at a time to be annotated")
        serving = service.serving
        try:
            data, why = await service.do(
                work.annotated, uploads[0], asked, serving.limits, serving.caps, Purpose()
            )
        except RefusedFile as refused:
            raise of_refused(refused) from refused
    return download(uploads[0].name, data, why)


def download(name: str, data: bytes, why: str = "") -> Response:
    """Return an annotated copy, or the findings alone, as a file to be kept."""
    path = PurePath(name)
    stem, macros = path.stem, path.suffix.lower() == ".xlsm"
    if why:
        named, kind = f"{stem} findings.xlsx", XLSX
    elif macros:
        named, kind = f"{stem} annotated.xlsm", MACROS
    else:  # whatever its name ends in, it is one of these, and no program is started by its name
        named, kind = f"{stem} annotated.xlsx", XLSX
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(named, safe='')}"}
    if why:
        words = " ".join("".join(ch if ch.isprintable() else " " for ch in why).split())
        headers["X-Not-Annotated"] = words.encode("ascii", "replace").decode()
    return Response(data, media_type=kind, headers=headers)
