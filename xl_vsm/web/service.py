"""What the routes share while the server runs."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Self, TypeVar, cast

from starlette.datastructures import FormData
from starlette.requests import Request

from xl_vsm.web.asker import asker_of
from xl_vsm.web.protection import Protection
from xl_vsm.web.serving import Serving
from xl_vsm.web.uploads import Incoming
from xl_vsm.web.workers import Workers

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Service:
    """The workers, the limits and the door, as one address may use them.

    Attributes:
        serving: what the server allows.
        workers: the processes that work.
        protection: what a request must be.
        incoming: what reads forms.
        asker: the address that asks, which has no more than its share; empty before any does.
    """

    serving: Serving
    workers: Workers
    protection: Protection
    incoming: Incoming
    asker: str = ""

    @classmethod
    def of(cls, serving: Serving) -> Self:
        """Return a service by these settings, with nothing started yet."""
        return cls(serving, Workers(serving), Protection(serving), Incoming(serving))

    async def do(self, function: Callable[..., T], *args: object) -> T:
        """Have a process do something with an upload, and wait for it.

        Raises:
            Refusal: there is no room, it took too long, or the process ended at it.
        """
        return await self.workers.do(self.asker, function, *args)

    @asynccontextmanager
    async def form(self, request: Request) -> AsyncGenerator[FormData, None]:
        """Give a request's form; what it brought is held until it was worked on.

        Raises:
            Refusal: it is too large, too slow, or no form.
        """
        form, number = await self.incoming.form(request)
        try:
            yield form
        finally:
            await form.close()
            self.incoming.done(self.asker, number)


def service_of(request: Request) -> Service:
    """Return what the routes share, as whoever asks may use it."""
    service = cast("Service", request.app.state.service)
    return replace(service, asker=asker_of(request))
