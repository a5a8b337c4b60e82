"""What the routes share while the server runs."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import cast

from starlette.datastructures import FormData
from starlette.requests import Request

from xl_vsm.web.protection import Protection
from xl_vsm.web.serving import Serving
from xl_vsm.web.uploads import Incoming
from xl_vsm.web.workers import Workers


class Service:
    """The workers, the limits and the door.

    Args:
        serving: what the server allows.
    """

    def __init__(self, serving: Serving) -> None:
        """Start nothing that works yet."""
        self.serving = serving
        self.workers = Workers(serving)
        self.protection = Protection(serving)
        self._incoming = Incoming(serving)

    @asynccontextmanager
    async def form(self, request: Request) -> AsyncGenerator[FormData, None]:
        """Give a request's form; what it brought is held until it was worked on.

        Raises:
            Refusal: it is too large, too slow, or no form.
        """
        form, number = await self._incoming.form(request)
        try:
            yield form
        finally:
            await form.close()
            self._incoming.done(number)


def service_of(request: Request) -> Service:
    """Return what the routes share."""
    return cast("Service", request.app.state.service)
