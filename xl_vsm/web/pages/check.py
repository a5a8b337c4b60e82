"""The pages of the way through: choose a workbook, confirm its columns, see what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import Response

from xl_vsm.web.pages.carried import Brought, Unfit, awaited_by, brought_by, can_be_carried
from xl_vsm.web.pages.choices import DAYS, PARTS, Choices, purposes
from xl_vsm.web.pages.corrected import Fault, corrected
from xl_vsm.web.pages.findings_page import COLOURS, SIGNS, FindingsPage
from xl_vsm.web.pages.looking import Seen, look
from xl_vsm.web.pages.mending import UNREADABLE, mend, on_the_page, rests_on_copies
from xl_vsm.web.pages.reading import ASKED, Table, field_names, tables, to_be_confirmed
from xl_vsm.web.pages.render import render
from xl_vsm.web.protection import check_form_key
from xl_vsm.web.refusals import of_file
from xl_vsm.web.service import Service, service_of
from xl_vsm.web.uploads import text

router = APIRouter(include_in_schema=False)

Shared = Annotated[Service, Depends(service_of)]


@router.api_route("/", methods=["GET", "HEAD"])
async def choose(request: Request, service: Shared) -> Response:
    """Show the page on which workbooks are chosen."""
    return _choose(request, service, Choices(), [])


@router.post("/again")
async def again(request: Request, service: Shared) -> Response:
    """Show that page with the same choices, for a copy that was mended.

    Raises:
        Refusal: the form is not one of ours.
    """
    async with service.form(request) as form:
        check_form_key(form, request)
        return _choose(request, service, Choices.of(form), _kept(form))


@router.post("/check")
async def check(request: Request, service: Shared) -> Response:
    """Check what was chosen: show what was found, or ask about its columns first.

    Raises:
        Refusal: the form is not one of ours, or there is no room just now.
    """
    async with service.form(request) as form:
        check_form_key(form, request)
        choices = Choices.of(form)
        brought, faults = await _brought(form, choices)
        if faults:
            return _choose(request, service, choices, _kept(form), faults=faults, status=422)
        confirmed = bool(text(form, "confirmed"))
        brought, wrong = corrected(form, brought)
        seen = await look(brought, choices, service)
        if wrong:
            return await _read(request, seen, choices, faults=wrong, typed=form, status=422)
        if len(seen) == 1 and seen[0].broken:
            return _broken(request, service, seen[0], choices, _kept(form))
        if not confirmed and any(map(to_be_confirmed, seen)):
            return await _read(request, seen, choices, asked=True)
        return await _found(request, seen, choices)


@router.post("/columns")
async def columns(request: Request, service: Shared) -> Response:
    """Show how the columns were read, to be corrected.

    Raises:
        Refusal: the form is not one of ours, or there is no room just now.
    """
    async with service.form(request) as form:
        check_form_key(form, request)
        choices = Choices.of(form)
        brought, faults = await _brought(form, choices)
        if faults:
            return _choose(request, service, choices, _kept(form), faults=faults, status=422)
        seen = await look(brought, choices, service)
        return await _read(request, seen, choices)


async def _brought(form: FormData, choices: Choices) -> tuple[list[Brought], list[Fault]]:
    """Return a form's workbooks, and what is wrong with them and with what was chosen for them."""
    faults = list(choices.faults)
    try:
        brought = await brought_by(form)
    except Unfit as unfit:
        return [], [(unfit.field, unfit.message), *faults]
    if not brought:
        faults.insert(0, ("workbook", "Choose a workbook"))
    return brought, faults


def _kept(form: FormData) -> list[Brought]:
    """Return how the workbooks are read that a form is about, with what was corrected in it.

    Nothing is kept where nobody has said how any of them is read.
    """
    kept, _ = corrected(form, awaited_by(form))
    return kept if any(each.layout_text() for each in kept) else []


def _choose(
    request: Request,
    service: Service,
    choices: Choices,
    kept: Sequence[Brought],
    *,
    faults: Sequence[Fault] = (),
    status: int = 200,
) -> Response:
    return render(
        request,
        "choose.html",
        status=status,
        current="check",
        choices=choices,
        days=DAYS,
        parts=PARTS,
        purposes=purposes(),
        faults=faults,
        kept=kept,
        most_files=service.serving.files,
        most_bytes=service.serving.limits.file_bytes,
        megabytes=f"{service.serving.limits.file_bytes / 1e6:,.0f}",
    )


def _broken(
    request: Request, service: Service, seen: Seen, choices: Choices, kept: Sequence[Brought]
) -> Response:
    """Show the first page again, with why the one workbook could not be read."""
    finding = seen.looked.checked.workbook.findings[0]
    refusal = of_file(finding.code, finding.message)
    faults = [("workbook", refusal.message)]
    return _choose(request, service, choices, kept, faults=faults, status=refusal.status)


async def _read(
    request: Request,
    seen: Sequence[Seen],
    choices: Choices,
    *,
    asked: bool = False,
    faults: Sequence[Fault] = (),
    typed: FormData | None = None,
    status: int = 200,
) -> Response:
    """Show how columns were read: of every workbook, or of those that have to be asked about."""
    shown, left_out = _to_show(seen, asked=asked)
    return await run_in_threadpool(
        render,
        request,
        "reading.html",
        status=status,
        current="check",
        choices=choices,
        brought=[each.brought for each in seen],
        carried=can_be_carried(each.brought for each in seen),
        shown=shown,
        left_out=left_out,
        asked=asked,
        faults=faults,
        typed=dict(typed.multi_items()) if typed else {},
        field_names=field_names(),
        on_the_page=on_the_page,
    )


def _to_show(
    seen: Sequence[Seen], *, asked: bool
) -> tuple[list[tuple[Brought, list[Table]]], list[str]]:
    """Return each workbook to be asked about with its tables, and those without room."""
    shown: list[tuple[Brought, list[Table]]] = []
    left_out: list[str] = []
    room = ASKED
    for place, each in enumerate(seen):
        if each.broken or (asked and not to_be_confirmed(each)):
            continue
        its = tables(each, place)
        room -= sum(len(table.columns) for table in its)
        if room < 0 and shown:
            left_out.append(each.brought.upload.name)
        else:
            shown.append((each.brought, its))
    return shown, left_out


async def _found(request: Request, seen: Sequence[Seen], choices: Choices) -> Response:
    return await run_in_threadpool(
        render,
        request,
        "findings.html",
        current="check",
        page=FindingsPage(seen, choices),
        choices=choices,
        brought=[each.brought for each in seen],
        colours=COLOURS,
        signs=SIGNS,
        mend=mend,
        on_the_page=on_the_page,
        rests_on_copies=rests_on_copies,
        unreadable=UNREADABLE,
    )
