"""The application: its routes, its door and its words for whatever goes wrong."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response

from xl_vsm.parameters.store import in_use
from xl_vsm.release import VERSION
from xl_vsm.web import api
from xl_vsm.web.pages import check, downloads, shipped
from xl_vsm.web.pages.refused import refused
from xl_vsm.web.protection import Next, dress
from xl_vsm.web.refusals import Refusal
from xl_vsm.web.service import Service
from xl_vsm.web.serving import Serving

LOG = logging.getLogger("xl_vsm.web")


def make_app(serving: Serving | None = None) -> FastAPI:
    """Return the application.

    Args:
        serving: what the server allows; what is usual unless told otherwise.

    Raises:
        ParameterFileError: the figures that the organisation loaded cannot be used.
    """
    serving = serving or Serving()
    in_use()  # a fault in the figures stops the server at its start, and not each answer
    service = Service(serving)

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncGenerator[None, None]:
        service.workers.warm_up()
        yield
        service.workers.close()

    app = FastAPI(
        title="xl_vsm",
        version=VERSION,
        summary="Checks NHS very senior manager pay workbooks",
        lifespan=running,
        root_path=serving.root_path,
        docs_url=None,  # they load their looks and scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.service = service
    app.include_router(api.router)
    for pages in (shipped, check, downloads):
        app.include_router(pages.router)
    app.add_api_route("/healthz", _healthz, methods=["GET"], tags=["server"], summary="Is it up?")
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(HTTPException, _no_such_thing)
    app.middleware("http")(_door(service))
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(serving.hosts))
    return app


async def _healthz() -> dict[str, str]:
    return {"status": "ok", "release": VERSION}


def _door(service: Service):  # type: ignore[no-untyped-def] # a closure that is typed inside
    async def door(request: Request, call_next: Next) -> Response:
        try:
            await service.protection.admit(request)
            response = await call_next(request)
        except Refusal as refusal:
            response = said(request, refusal)
        except Exception as fault:
            # Its kind alone: what a fault says may quote a workbook.
            LOG.error("a fault of this tool: %s", type(fault).__name__)
            fault_of_ours = Refusal(500, "fault", "a fault in this tool; please report it")
            response = said(request, fault_of_ours)
        return dress(response, request)

    return door


def said(request: Request, refusal: Refusal) -> Response:
    """Return a refusal: as JSON where a program asks, as a page where somebody looks at it."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", "").rstrip("/"))
    if path == "/healthz" or path.startswith("/api/"):
        content = {"code": refusal.code, "message": refusal.message}
        return JSONResponse(content, refusal.status)
    return refused(request, refusal)


async def _refused(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)
    return said(request, refusal)


async def _no_such_thing(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    response = said(request, Refusal(fault.status_code, "not-here", str(fault.detail)))
    response.headers.update(fault.headers or {})
    return response
