"""The HTTP interface: workbooks in, the report as JSON or the annotated copy out."""

from __future__ import annotations

from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from xl_vsm.findings import Report
from xl_vsm.sheets import RefusedFile
from xl_vsm.web import work
from xl_vsm.web.answers import asked_of, look_at, purpose_of, report_of
from xl_vsm.web.refusals import asked_wrongly, of_file, of_refused
from xl_vsm.web.service import Service, service_of
from xl_vsm.web.uploads import files

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MACROS: Final = "application/vnd.ms-excel.sheet.macroEnabled.12"

router = APIRouter(prefix="/api", tags=["workbooks"])


class Refused(BaseModel):
    """Why there is no answer."""

    code: Annotated[str, Field(description="a finding's code, or a word")]
    message: Annotated[str, Field(description="what is wrong and what to do")]


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
        properties["profile"] = {"type": "string", "enum": ["draft", "submission", "audit"]}
    schema = {"type": "object", "required": ["workbook"], "properties": properties}
    content = {"multipart/form-data": {"schema": schema}}
    return {"requestBody": {"required": True, "content": content}}


REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": Refused, "description": words}
    for status, words in (
        (400, "the upload was broken off"),
        (403, "sent by a page of another site"),
        (408, "it took too long to arrive"),
        (413, "a file is too large"),
        (415, "a file is of the wrong kind"),
        (422, "a file, or what was asked, cannot be read"),
        (429, "asked too often"),
        (503, "the server is busy"),
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

    A workbook that cannot be read is refused when it comes alone, and a finding among others.
    """
    async with service.form(request) as form:
        asked, purpose = asked_of(form), purpose_of(form)
        looked = await look_at(await files(form), asked, service.workers, service.serving)
    report = report_of(looked, asked, purpose)
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
        asked = asked_of(form)
        uploads = await files(form)
        if len(uploads) > 1:
            raise asked_wrongly("send one workbook at a time to be annotated")
        serving = service.serving
        try:
            data, why = await service.workers.do(
                work.annotated, uploads[0], asked, serving.limits, serving.caps
            )
        except RefusedFile as refused:
            raise of_refused(refused) from refused
    return download(uploads[0].name, data, why)


def download(name: str, data: bytes, why: str = "") -> Response:
    """Return an annotated copy, or the findings alone, as a file to be kept."""
    stem, _, ending = name.rpartition(".")
    stem, ending = (stem, ending) if stem else (ending, "xlsx")
    if why:
        named, kind = f"{stem} findings.xlsx", XLSX
    else:
        named, kind = f"{stem} annotated.{ending}", MACROS if ending.lower() == "xlsm" else XLSX
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(named, safe='')}"}
    if why:
        headers["X-Not-Annotated"] = why.encode("ascii", "replace").decode().replace("\n", " ")
    return Response(data, media_type=kind, headers=headers)
