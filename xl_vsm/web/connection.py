"""A connection that waits for nobody for ever.

uvicorn gives a client all the time in the world to say what it asks, and to take its answer. A few
hundred that say one letter a minute would use up every file that a process may have open.
"""

from __future__ import annotations

import asyncio
from typing import Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from xl_vsm.web.serving import Serving

LEFT_SECONDS: Final = 5
LEFT_BYTES: Final = 32_000_000
"""What is still taken, and thrown away, of a request that has its answer already.

A client that is cut off while it still sends may not read why it was refused.
"""


class Connection(H11Protocol):
    """A connection of uvicorn's, with an end to its patience."""

    head_seconds: float
    """For a request's first lines to arrive."""
    taken_seconds: float
    """For an answer to be taken."""

    _clock: asyncio.TimerHandle | None = None
    _left = 0

    def connection_made(  # type: ignore[override] # as in the class that it extends
        self, transport: asyncio.Transport
    ) -> None:
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._end_after(self.head_seconds)

    def data_received(self, data: bytes) -> None:
        """Take what has come; a request that is there is waited for no more."""
        waiting = self._awaits_request()
        if self._is_left_over():
            self._left += len(data)
            if self._left > LEFT_BYTES:
                self.transport.abort()
                return
        super().data_received(data)
        if waiting and not self._awaits_request():
            self._stop_clock()

    def on_response_complete(self) -> None:
        """Wait for the answer to be taken, the rest of the request or the next one."""
        self._stop_clock()
        self._left = 0
        unsent = bool(self.transport.get_write_buffer_size())
        super().on_response_complete()
        if unsent:
            self._end_after(self.taken_seconds)
        elif self._is_left_over():
            self._end_after(LEFT_SECONDS)
        elif self._awaits_request():
            self._end_after(self.head_seconds)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._stop_clock()
        super().connection_lost(exc)

    def _awaits_request(self) -> bool:
        return self.conn.their_state is h11.IDLE

    def _is_left_over(self) -> bool:
        states = self.conn.our_state, self.conn.their_state
        return states[0] in {h11.DONE, h11.MUST_CLOSE} and states[1] is h11.SEND_BODY

    def _end_after(self, seconds: float) -> None:
        self._stop_clock()
        self._clock = self.loop.call_later(seconds, self.transport.abort)

    def _stop_clock(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None


def connection(serving: Serving) -> type[Connection]:
    """Return the kind of connection that a server's settings ask for."""
    patience = {"head_seconds": serving.head_seconds, "taken_seconds": serving.upload_seconds}
    return type("Connection", (Connection,), patience)
