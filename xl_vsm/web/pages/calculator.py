"""The calculator: each worksheet function as a form, with the reason beside its answer."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from xl_vsm.excel import ExcelFunction
from xl_vsm.parameters import NotInForce
from xl_vsm.reference.authority import functions
from xl_vsm.reference.entries import entries, found
from xl_vsm.reference.entry import Entry
from xl_vsm.web.pages.calculator_amounts import doubts
from xl_vsm.web.pages.calculator_answer import Answer, answer
from xl_vsm.web.pages.calculator_explained import as_meant, meant
from xl_vsm.web.pages.calculator_fields import Field, fields_of, filled
from xl_vsm.web.pages.calculator_formula import DAY
from xl_vsm.web.pages.reference_unknown import unknown
from xl_vsm.web.pages.render import render
from xl_vsm.web.protection import check_form_key
from xl_vsm.web.service import Service, service_of

HERE: Final = "calculator"
WRONG: Final = 422
"""The status of a form that cannot be answered as it is filled in."""

router = APIRouter(include_in_schema=False)


@router.api_route("/calculator", methods=["GET", "HEAD"])
async def every_function(request: Request) -> Response:
    """Show every worksheet function."""
    listed = [entry for entry in entries() if entry.kind == "function"]
    groups = [(name, list(group)) for name, group in groupby(listed, key=lambda each: each.group)]
    return render(
        request, "calculator.html", current=HERE, groups=groups, title_of=title_of, rest_of=rest_of
    )


@router.api_route("/calculator/{name}", methods=["GET", "HEAD"])
async def form(name: str, request: Request) -> Response:
    """Show the form of a worksheet function; one that takes nothing answers at once."""
    entry = _entry(name)
    if entry is None:
        return unknown(request, name, _functions(), HERE)
    if entry.key != name:
        root = request.scope.get("root_path", "").rstrip("/")
        return RedirectResponse(f"{root}/calculator/{entry.key}", 308)
    function = functions()[entry.key]
    fields = fields_of(function)
    return _page(request, function, fields, None if fields else answer(function, []))


@router.post("/calculator/{name}")
async def answered(
    name: str, request: Request, service: Annotated[Service, Depends(service_of)]
) -> Response:
    """Answer for what a form says, or say at each field what is wrong with it.

    What is asked comes in the form and not in the address, which browsers and proxies keep.
    """
    async with service.form(request) as sent:
        check_form_key(sent, request)
        entry = _entry(name)
        if entry is None:
            return unknown(request, name, _functions(), HERE)
        function = functions()[entry.key]
        fields = as_meant(function, filled(fields_of(function), sent))
    if any(field.fault for field in fields):
        return _page(request, function, fields)
    try:
        return _page(request, function, fields, answer(function, fields))
    except ValueError as fault:
        return _refused(request, function, fields, fault)


def title_of(function: ExcelFunction | Entry) -> str:
    """Return what a function gives, in a few words: its summary up to the first stop."""
    line = function.line if isinstance(function, Entry) else function.summary
    return re.split(r"[,:;.]", line)[0]


def rest_of(entry: Entry) -> str:
    """Return what a function's summary says after its title."""
    rest = entry.line.removeprefix(title_of(entry)).lstrip(",:;. ")
    return rest[:1].upper() + rest[1:]


def _refused(
    request: Request, function: ExcelFunction, fields: list[Field], fault: ValueError
) -> Response:
    """Show what a rule says is wrong, at the field that it names."""
    words = f"{DAY} is not covered. {fault}" if isinstance(fault, NotInForce) else str(fault)
    faults = [
        each.wrong(words).fault if each.is_named_by(words) else ""
        for each in meant(function, fields)
    ]
    shown = [replace(field, fault=told) for field, told in zip(fields, faults, strict=True)]
    return _page(request, function, shown, besides="" if any(faults) else str(fault))


def _page(
    request: Request,
    function: ExcelFunction,
    fields: list[Field],
    found_answer: Answer | None = None,
    besides: str = "",
) -> Response:
    """Show a function's form, with its answer or with what is wrong."""
    errors = [(field.id, field.fault) for field in fields if field.fault]
    if besides:
        errors.append(("", besides))
    return render(
        request,
        "calculator_function.html",
        status=WRONG if errors else 200,
        current=HERE,
        function=function,
        title=title_of(function),
        fields=fields,
        answer=found_answer,
        doubts=doubts(meant(function, fields)) if found_answer else [],
        errors=errors,
    )


def _functions() -> tuple[Entry, ...]:
    return tuple(entry for entry in entries() if entry.kind == "function")


def _entry(name: str) -> Entry | None:
    return found(name, _functions())
