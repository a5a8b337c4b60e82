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
            response = said(refusal)
        except Exception as fault:
            # Its kind alone: what a fault says may quote a workbook.
            LOG.error("a fault of this tool: %s", type(fault).__name__)
            response = said(Refusal(500, "fault", "a fault in this tool; please report it"))
        return dress(response, request)

    return door


def said(refusal: Refusal) -> JSONResponse:
    """Return a refusal as JSON."""
    content = {"code": refusal.code, "message": refusal.message}
    return JSONResponse(content, refusal.status)


async def _refused(_: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)
    return said(refusal)


async def _no_such_thing(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    refusal = Refusal(fault.status_code, "not-here", str(fault.detail))
    response = said(refusal)
    response.headers.update(fault.headers or {})
    return response
