"""What every request passes and every answer leaves by.

It is ASGI itself, and no function of a request: so it sees that whoever asked has gone, and dresses
whatever answers, the answers to faults too.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from xl_vsm.web.protection import Protection, dress
from xl_vsm.web.refusals import Refusal, fault_of_ours

LOG = logging.getLogger("xl_vsm.web")

Said = Callable[[Request, Refusal], Response]


class Door:
    """Lets requests in and answers out.

    Args:
        app: what answers.
        protection: what a request must be.
        said: how a refusal is put, as a page or as JSON.
    """

    def __init__(self, app: ASGIApp, protection: Protection, said: Said) -> None:
        """Take what is behind it."""
        self._app = app
        self._protection = protection
        self._said = said

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, unless whoever asked goes away before."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        through = _Through(scope, receive, send)
        answering = asyncio.create_task(self._answered(scope, through))
        watching = asyncio.create_task(through.gone())
        try:
            await asyncio.wait({answering, watching}, return_when=asyncio.FIRST_COMPLETED)
            if watching.done() and not through.ended:
                answering.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await answering
        finally:
            answering.cancel()  # where the server itself is ended
            watching.cancel()

    async def _answered(self, scope: Scope, through: _Through) -> None:
        try:
            await self._protection.admit(Request(scope))
            await self._app(scope, through.receive, through.send)
        except Refusal as refusal:
            await self._refuse(refusal, scope, through)
        except Exception as fault:
            # Its kind alone: what a fault says may quote a workbook.
            LOG.error("a fault of this tool: %s", type(fault).__name__)
            if not through.begun:
                await self._refuse(fault_of_ours(), scope, through)

    async def _refuse(self, refusal: Refusal, scope: Scope, through: _Through) -> None:
        response = self._said(Request(scope), refusal)
        await response(scope, through.receive, through.send)


class _Through:
    """What goes to and fro for one request."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self._whole = asyncio.Event()
        self.begun = False
        self.ended = False

    async def receive(self) -> Message:
        message = await self._receive()
        if not message.get("more_body"):
            self._whole.set()
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            dress(message, self._scope)
        elif message["type"] == "http.response.body":
            self.ended = not message.get("more_body")
        await self._send(message)

    async def gone(self) -> None:
        """Wait until whoever asked has gone, which shows once all that they sent was read."""
        await self._whole.wait()
        while (await self._receive())["type"] != "http.disconnect":
            pass
