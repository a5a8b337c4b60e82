"""The reference: every check, rule, worksheet function and table of figures, to be searched."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from xl_vsm.clock import today
from xl_vsm.reference.authority import cited_by, examples_of, some_of
from xl_vsm.reference.entries import entries, found
from xl_vsm.reference.entry import Entry, Kind
from xl_vsm.reference.near import near
from xl_vsm.reference.search import LONGEST, search
from xl_vsm.web.pages.reference_figures import published, standings
from xl_vsm.web.pages.reference_unknown import unknown
from xl_vsm.web.pages.reference_words import coded, parts_of
from xl_vsm.web.pages.render import render

HERE: Final = "reference"
KINDS: Final[dict[Kind, str]] = {
    "check": "Checks of a workbook",
    "rule": "Rules",
    "function": "Worksheet functions",
    "figures": "Tables of figures",
}
"""What each kind of entry is called."""
ONE: Final[dict[Kind, str]] = {
    "check": "Check",
    "rule": "Rule",
    "function": "Worksheet function",
    "figures": "Table of figures",
}

router = APIRouter(include_in_schema=False)


@router.api_route("/rules", methods=["GET", "HEAD"])
async def every_entry(request: Request) -> Response:
    """Show every entry, or those that have the words asked for."""
    query = request.query_params.get("q", "").strip()[:LONGEST]
    hits = search(query) if query else []
    close = [found(name, entries()) for name in near(query, entries())] if not hits else []
    return render(
        request,
        "reference.html",
        current=HERE,
        query=query,
        hits=hits,
        near=list(dict.fromkeys(each for each in close if each)) if query else [],
        kinds=_together(),
        one=ONE,
        coded=coded,
        longest=LONGEST,
    )


@router.api_route("/rules/{name}", methods=["GET", "HEAD"])
async def one_entry(name: str, request: Request) -> Response:
    """Show one entry: its words, what it rests on, what goes with it and worked examples."""
    entry = found(name, entries())
    if entry is None:
        return unknown(request, name, entries(), HERE)
    if entry.key != name:
        root = request.scope.get("root_path", "").rstrip("/")
        return RedirectResponse(f"{root}/rules/{entry.key}", 308)
    documents = cited_by(entry)
    return render(
        request,
        "reference_entry.html",
        current=HERE,
        entry=entry,
        kind=ONE[entry.kind],
        parts=parts_of(entry),
        documents=documents,
        statements=any(re.search(r"\bS\d", each.places) for each in documents),
        figures=[] if entry.kind == "figures" else standings(entry.figures, today()),
        related=_related(entry),
        examples=some_of(examples_of(entry)),
        published=published(entry.key, today()) if entry.kind == "figures" else None,
        coded=coded,
    )


def _together() -> list[tuple[Kind, str, list[tuple[str, list[Entry]]]]]:
    """Return every entry, by kind and by group."""
    return [
        (kind, KINDS[kind], [(name, list(group)) for name, group in groupby(of_kind, _group)])
        for kind in KINDS
        if (of_kind := [entry for entry in entries() if entry.kind == kind])
    ]


def _group(entry: Entry) -> str:
    return entry.group


def _related(entry: Entry) -> list[tuple[str, list[Entry]]]:
    """Return what goes with an entry: what asks the same rule or rests on the same figures."""
    shared = [
        each
        for each in entries()
        if each.key != entry.key and each.kind != "figures" and _goes_with(entry, each)
    ]
    every = [(KINDS[kind], [each for each in shared if each.kind == kind]) for kind in KINDS]
    return [(name, group) for name, group in every if group]


def _goes_with(entry: Entry, other: Entry) -> bool:
    return bool(set(entry.figures) & set(other.figures))
