"""A real server for every test of the page, and a browser that looks at it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.reports.html.browser import Pages, started
from tests.web.opened import Open, readers
from tests.web.pages.reader import VIOLATIONS
from tests.web.running import Running, running


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Give a server with the usual limits, but no rate. It runs until the last test is done."""
    with running(tmp_path_factory.mktemp("server"), workers=1) as it:
        yield it


@pytest.fixture(scope="package")
def pages() -> Iterator[Pages]:
    with started() as browser:
        yield Pages(browser, VIOLATIONS)


@pytest.fixture
def reader(pages: Pages, server: Running) -> Iterator[Open]:
    """Give what opens the pages: how wide a window is, and how else its reader has it."""
    with readers(pages, server.base) as opened:
        yield opened
