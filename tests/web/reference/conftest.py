from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.web.running import Running


@pytest.fixture(scope="module")
def browser(server: Running) -> Iterator[httpx.Client]:
    with httpx.Client(verify=False, base_url=server.base, timeout=60) as client:
        yield client
