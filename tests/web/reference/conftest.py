from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.web.calculator.opened import Open, browsers
from tests.web.running import Running


@pytest.fixture(scope="module")
def browser(server: Running) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.base, timeout=60) as client:
        yield client


@pytest.fixture
def reader(chromium: Any, server: Running) -> Iterator[Open]:
    with browsers(chromium, server.base) as opened:
        yield opened
