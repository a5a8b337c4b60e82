"""The page of a committee's papers, from the workbook that was checked."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import PurePath
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import Response

from xl_vsm.committee.answer import NotAsked
from xl_vsm.committee.kinds import KINDS
from xl_vsm.sheets import RefusedFile
from xl_vsm.web import work
from xl_vsm.web.pages.carried import Brought, brought_by, can_be_carried
from xl_vsm.web.pages.choices import Choices
from xl_vsm.web.pages.downloads import attachment, chosen_by, one_of
from xl_vsm.web.pages.looking import asked_of
from xl_vsm.web.pages.papers_asked import FIELDS, AskedWrongly, wanted
from xl_vsm.web.pages.render import render
from xl_vsm.web.protection import check_form_key
from xl_vsm.web.refusals import asked_wrongly, of_refused
from xl_vsm.web.service import Service, service_of
from xl_vsm.web.uploads import text

router = APIRouter(include_in_schema=False)

Shared = Annotated[Service, Depends(service_of)]

ENDINGS: Final = {
    "docx": (
        "Word",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@router.post("/papers")
async def papers(request: Request, service: Shared) -> Response:
    """Show which papers can be made from the form's workbooks, and what each may be asked.

    Raises:
        Refusal: the form is not one of ours.
    """
    async with service.form(request) as form:
        check_form_key(form, request)
        brought = await brought_by(form)
        if not brought:
            raise asked_wrongly("choose the workbooks again")
        return await _shown(request, form, brought)


@router.post("/papers/{kind}.{ending}")
async def paper(kind: str, ending: str, request: Request, service: Shared) -> Response:
    """Return a paper from one of the form's workbooks, or the page with what was asked wrongly.

    Raises:
        Refusal: the form is not one of ours, there is no such paper, or no room just now.
    """
    async with service.form(request) as form:
        check_form_key(form, request)
        if kind not in KINDS or ending not in _endings():
            raise asked_wrongly(f"there is no paper {kind}.{ending}")
        choices, brought = chosen_by(form), await brought_by(form)
        one = one_of(brought, text(form, "which"))
        limits, caps = service.serving.limits, service.serving.caps
        try:
            asked = wanted(kind, ending, form)
            data = await service.do(
                work.paper, one.upload, asked_of(choices, one), limits, caps, asked
            )
        except RefusedFile as refused:
            raise of_refused(refused) from refused
        except NotAsked as reason:
            at = reason.field if isinstance(reason, AskedWrongly) else kind
            return await _shown(request, form, brought, fault=(at, str(reason)))
    name = f"{PurePath(one.upload.name).stem} {kind}.{ending}"
    return attachment(name, data, ENDINGS[ending][1])


async def _shown(
    request: Request,
    form: FormData,
    brought: list[Brought],
    *,
    fault: tuple[str, str] | None = None,
) -> Response:
    return await run_in_threadpool(
        render,
        request,
        "papers.html",
        status=422 if fault else 200,
        current="check",
        choices=Choices.of(form),
        brought=brought,
        carried=can_be_carried(brought),
        kinds=KINDS,
        fields=FIELDS,
        typed={name: text(form, name) for each in FIELDS.values() for name in each},
        endings={ending: ENDINGS[ending][0] for ending in _endings()},
        names=[(each.upload.name, each.upload.name) for each in brought],
        which=text(form, "which"),
        fault=fault,
    )


def _endings() -> list[str]:
    """Return what papers can be written as here: without python-docx, as workbooks alone."""
    there = all(find_spec(name) for name in ("docx", "matplotlib"))
    return [ending for ending in ENDINGS if there or ending != "docx"]
