"""The application: its routes, its door and its words for whatever goes wrong."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from xl_vsm.parameters.store import in_use
from xl_vsm.release import VERSION
from xl_vsm.web import api, health
from xl_vsm.web.door import Door
from xl_vsm.web.pages import calculator, check, downloads, papers, reference, shipped
from xl_vsm.web.pages.carried import NotSentAgain
from xl_vsm.web.pages.refused import not_sent_again, refused
from xl_vsm.web.refusals import Refusal, asked_wrongly, not_here
from xl_vsm.web.service import Service
from xl_vsm.web.serving import Serving


def make_app(serving: Serving | None = None) -> FastAPI:
    """Return the application.

    Args:
        serving: what the server allows; what is usual unless told otherwise.

    Raises:
        ParameterFileError: the figures that the organisation loaded cannot be used.
    """
    serving = serving or Serving()
    in_use()  # a fault in the figures stops the server at its start, and not each answer
    service = Service.of(serving)

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncGenerator[None, None]:
        service.workers.warm_up()
        yield
        await service.workers.close()

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
    for pages in (shipped, check, downloads, papers, calculator, reference):
        app.include_router(pages.router)
    app.include_router(health.router)
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(HTTPException, _not_here)
    app.add_exception_handler(RequestValidationError, _not_as_asked)
    app.add_middleware(Door, protection=service.protection, said=said)
    return app


def said(request: Request, refusal: Refusal) -> Response:
    """Return a refusal: as JSON where a program asks, as a page where somebody looks at it."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", "").rstrip("/"))
    if path == "/healthz" or path.startswith("/api/"):
        content = {"code": refusal.code, "message": refusal.message}
        response: Response = JSONResponse(content, refusal.status)
    else:
        response = refused(request, refusal)
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response


async def _refused(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)
    if isinstance(refusal, NotSentAgain):
        return not_sent_again(request, refusal)
    return said(request, refusal)


async def _not_here(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    headers = fault.headers or {}
    response = said(request, not_here(fault.status_code, headers.get("Allow", "")))
    response.headers.update(headers)
    return response


async def _not_as_asked(request: Request, _: Exception) -> Response:
    return said(request, asked_wrongly("what was asked cannot be read"))
