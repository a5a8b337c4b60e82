"""The page for a name that is none: what was asked for, and what is most like it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from xl_vsm.reference.entries import found
from xl_vsm.reference.entry import Entry
from xl_vsm.reference.near import LONGEST, near
from xl_vsm.web.pages.render import render


def unknown(request: Request, name: str, among: tuple[Entry, ...], current: str) -> Response:
    """Return a page that says that there is none of this name, and offers near ones.

    Args:
        request: what asked.
        name: what it asked for.
        among: what it could have asked for.
        current: the part of the pages that it is in.
    """
    close = [found(each, among) for each in near(name, among)]
    return render(
        request,
        "reference_unknown.html",
        status=404,
        current=current,
        name=name[:LONGEST],
        near=[entry for entry in dict.fromkeys(map(_key, close)) if entry],
        where="calculator" if current == "calculator" else "rules",
    )


def _key(entry: Entry | None) -> str:
    return entry.key if entry else ""
