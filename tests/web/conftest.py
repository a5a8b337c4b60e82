"""A real server for every test of the page, and a browser that looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.reports.html.browser import started
from tests.web.opened import Open, browsers
from tests.web.running import Running, running


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Give a server with the usual limits, but no rate. It runs until the last test is done."""
    with running(tmp_path_factory.mktemp("server"), workers=1) as it:
        yield it


@pytest.fixture(scope="package")
def chromium() -> Iterator[Any]:
    with started() as browser:
        yield browser


@pytest.fixture
def reader(chromium: Any, server: Running) -> Iterator[Open]:
    """Give what opens the pages: how wide a window is, and how else its reader has it."""
    with browsers(chromium, server.base) as opened:
        yield opened
