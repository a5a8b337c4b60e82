"""The style sheets, scripts and pictures that the pages use: all from here, none from a network."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

FOLDER: Final = Path(__file__).parents[1] / "static"

# Windows may have been told that scripts are plain text, which no browser would then run.
for _ending, _kind in ((".css", "text/css"), (".js", "text/javascript"), (".svg", "image/svg+xml")):
    mimetypes.add_type(_kind, _ending)

router = APIRouter(include_in_schema=False)
_files = StaticFiles(directory=FOLDER)


@router.api_route("/static/{path:path}", methods=["GET", "HEAD"])
async def shipped(path: str, request: Request) -> Response:
    """Return one of the files.

    It is a route and no mount, which would lose its way behind a proxy that takes a path away.

    Raises:
        HTTPException: there is no such file.
    """
    return await _files.get_response(path, request.scope)
