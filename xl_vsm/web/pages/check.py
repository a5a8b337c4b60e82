"""The pages of the way through: choose a workbook, confirm its columns, see what was found."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import Response

from xl_vsm.web.pages.as_read import written
from xl_vsm.web.pages.carried import (
    Brought,
    Unfit,
    awaited_by,
    brought_by,
    can_be_carried,
    text_fields,
    that_came,
)
from xl_vsm.web.pages.choices import DAYS, PARTS, Choices, purposes
from xl_vsm.web.pages.corrected import Fault, corrected, open_in
from xl_vsm.web.pages.findings_page import COLOURS, SIGNS, FindingsPage
from xl_vsm.web.pages.looking import Seen, look
from xl_vsm.web.pages.mending import UNREADABLE, mend, on_the_page, rests_on_copies
from xl_vsm.web.pages.reading import field_names, opened, tables, to_be_confirmed
from xl_vsm.web.pages.render import render
from xl_vsm.web.protection import check_form_key
from xl_vsm.web.service import Service, service_of
from xl_vsm.web.uploads import text

router = APIRouter(include_in_schema=False)

Shared = Annotated[Service, Depends(service_of)]

BACK: Final = "back"
"""The field of a button that leads back to the findings, whatever was chosen meanwhile."""
OPEN: Final = "open"
"""The field of a button that has the columns of one more table shown, to be corrected."""


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
        return _choose(request, service, Choices.of(form), await _kept(form))


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
            kept = await _kept(form)
            return _choose(request, service, choices, kept, faults=faults, status=422)
        confirmed = bool(text(form, "confirmed"))
        wrong: list[Fault] = []
        if not text(form, BACK):
            brought, wrong = await run_in_threadpool(corrected, form, brought)
        seen = await _seen(brought, choices, service)
        if wrong:
            return await _read(request, seen, choices, faults=wrong, typed=form)
        if len(seen) == 1 and seen[0].broken:
            return _broken(request, service, seen[0], choices, await _kept(form))
        if not confirmed and any(map(to_be_confirmed, seen)):
            return await _read(request, seen, choices, asked=True)
        return await _found(request, seen, choices)


@router.post("/columns")
async def columns(request: Request, service: Shared) -> Response:
    """Show how the columns were read, to be corrected; with what was corrected until now.

    Raises:
        Refusal: the form is not one of ours, or there is no room just now.
    """
    async with service.form(request) as form:
        check_form_key(form, request)
        choices = Choices.of(form)
        brought, faults = await _brought(form, choices)
        if faults:
            kept = await _kept(form)
            return _choose(request, service, choices, kept, faults=faults, status=422)
        brought, wrong = await run_in_threadpool(corrected, form, brought)
        seen = await _seen(brought, choices, service)
        if wrong:
            return await _read(request, seen, choices, faults=wrong, typed=form)
        return await _read(request, seen, choices, wanted=text_fields(form, OPEN))


async def _brought(form: FormData, choices: Choices) -> tuple[list[Brought], list[Fault]]:
    """Return a form's workbooks, and what is wrong with them and with what was chosen for them."""
    faults = list(choices.faults)
    try:
        brought = await brought_by(form, every=True)
    except Unfit as unfit:
        return [], [(unfit.field, unfit.message), *faults]
    if not brought:
        faults.insert(0, ("workbook", "Choose a workbook"))
    return brought, faults


async def _seen(brought: Sequence[Brought], choices: Choices, service: Service) -> list[Seen]:
    """Have the workbooks looked at that came, and mark those that could not be read."""
    seen = await look(that_came(brought), choices, service)
    return [replace(each, brought=replace(each.brought, unread=each.broken)) for each in seen]


async def _kept(form: FormData) -> list[Brought]:
    """Return how the workbooks are read that a form is about, with what was corrected in it.

    Nothing is kept where nobody has said how any of them is read.
    """
    kept, _ = await run_in_threadpool(corrected, form, await awaited_by(form))
    return kept if any(each.layout_text() for each in kept) else []


def _choose(
    request: Request,
    service: Service,
    choices: Choices,
    kept: Sequence[Brought],
    *,
    faults: Sequence[Fault] = (),
    status: int = 200,
    broken: str = "",
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
        name_of_broken=broken,
        most_files=service.serving.files,
        most_bytes=service.serving.limits.file_bytes,
        megabytes=f"{service.serving.limits.file_bytes / 1e6:,.0f}",
    )


def _broken(
    request: Request, service: Service, seen: Seen, choices: Choices, kept: Sequence[Brought]
) -> Response:
    """Show the first page again, with why the one workbook could not be read."""
    refusal = seen.refusal
    faults, name = [("workbook", refusal.message)], seen.brought.upload.name
    return _choose(
        request, service, choices, kept, faults=faults, status=refusal.status, broken=name
    )


async def _read(
    request: Request,
    seen: Sequence[Seen],
    choices: Choices,
    *,
    asked: bool = False,
    faults: Sequence[Fault] = (),
    typed: FormData | None = None,
    wanted: Collection[str] = (),
) -> Response:
    """Show how columns were read: of every workbook, or of those that have to be asked about."""
    shown = [
        (each.brought, tables(each, place))
        for place, each in enumerate(seen)
        if not each.broken and (not asked or to_be_confirmed(each))
    ]
    its = [table for _, of_one in shown for table in of_one]
    return await run_in_threadpool(
        render,
        request,
        "reading.html",
        status=422 if faults else 200,
        current="check",
        choices=choices,
        brought=[each.brought for each in seen],
        carried=can_be_carried(each.brought for each in seen),
        shown=shown,
        opened=opened(its, open_in(typed) if typed else wanted),
        asked=asked,
        faults=faults,
        typed=dict(typed.multi_items()) if typed else {},
        field_names=field_names(),
        written=written,
        BACK=BACK,
        OPEN=OPEN,
    )


async def _found(request: Request, seen: Sequence[Seen], choices: Choices) -> Response:
    """Show what was found; where nothing could be read, with the status that programs get."""
    return await run_in_threadpool(
        render,
        request,
        "findings.html",
        status=seen[0].refusal.status if all(each.broken for each in seen) else 200,
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
