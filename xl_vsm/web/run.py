"""Runs the server until it is told to end."""

from __future__ import annotations

import contextlib
import errno
import socket
import sys
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from xl_vsm.web.connection import connection
from xl_vsm.web.serving import Serving

GRACE = 10
"""Seconds that requests have to be answered when the server is told to end."""


class CannotServe(Exception):
    """The server cannot start. The message says why and what to do."""


def listen(host: str, port: int) -> socket.socket:
    """Return a socket on which the server may be reached; port 0 is any that is free.

    Raises:
        CannotServe: the address is not this machine's, or the port is taken or not allowed.
    """
    listening: socket.socket | None = None
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        listening = socket.socket(family, kind, protocol)
        if sys.platform != "win32":  # where it would let two servers have one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except (OSError, OverflowError) as fault:
        if listening is not None:
            listening.close()
        raise CannotServe(_why(host, port, fault)) from fault
    return listening


def configured(app: FastAPI, serving: Serving) -> uvicorn.Config:
    """Return how uvicorn is to serve: it logs no request, and waits for nobody for ever."""
    return uvicorn.Config(
        app,
        http=connection(serving),
        ws="none",
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=bool(serving.behind_proxy),
        forwarded_allow_ips=serving.behind_proxy,
        timeout_graceful_shutdown=GRACE,
    )


def serve(
    app: FastAPI, serving: Serving, listening: socket.socket, ready: Callable[[], None]
) -> None:
    """Serve until Ctrl-C, or until the system ends it.

    Args:
        app: the application.
        serving: what it allows.
        listening: where it may be reached.
        ready: what to do once it can be asked.
    """
    _allow_many_connections()
    _Server(configured(app, serving), ready).run(sockets=[listening])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _allow_many_connections() -> None:
    """Have the system let this process hold as many connections as its user may."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - Windows has none

        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _why(host: str, port: int, fault: OSError | OverflowError) -> str:
    number = getattr(fault, "errno", None)
    if number == errno.EADDRINUSE:
        return f"port {port} is taken: choose another with --port, or end what has it"
    if number in {errno.EACCES, errno.EPERM}:
        return f"port {port} is not for ordinary users: choose one from 1024 on with --port"
    if number == errno.EADDRNOTAVAIL or isinstance(fault, socket.gaierror):
        return f"{host} is no address of this machine: leave --host out, or give one that is"
    return f"cannot be reached on {host}, port {port}: {fault}"
