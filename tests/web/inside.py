"""The application asked within this process: for what is decided before any other is needed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

import httpx

from xl_vsm.web.app import make_app
from xl_vsm.web.run import configured
from xl_vsm.web.serving import Serving

Ask = Callable[..., httpx.Response]
T = TypeVar("T")


@contextmanager
def inside(**settings: Any) -> Iterator[Ask]:
    """Give what asks the application as it is served, but over no connection, from 127.0.0.1.

    No process that looks at workbooks is started: whatever needs one waits for ever.

    Args:
        settings: settings of `Serving`.
    """
    asker = browser(**settings)
    with ThreadPoolExecutor(1) as thread:
        runner = asyncio.Runner()

        def run(doing: Coroutine[Any, Any, Any]) -> Any:
            return thread.submit(runner.run, doing).result()

        try:
            yield lambda *said, **more: run(asker.request(*said, **more))
        finally:
            run(asker.aclose())
            thread.submit(runner.close).result()


def apart(doing: Coroutine[Any, Any, T]) -> T:
    """Do something in a thread of its own: playwright has a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, doing).result()


def browser(**settings: Any) -> httpx.AsyncClient:
    """Return what does so for a test that asks several things at the same time."""
    serving = Serving(**settings)
    config = configured(make_app(serving), serving)
    config.load()
    served: Any = config.loaded_app
    transport = httpx.ASGITransport(served, client=("127.0.0.1", 50_000))
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")
