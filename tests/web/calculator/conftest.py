from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.web.calculator.asking import Asker
from tests.web.calculator.opened import Open, browsers
from tests.web.running import Running


@pytest.fixture(scope="module")
def asker(server: Running) -> Iterator[Asker]:
    asks = Asker(server.base)
    yield asks
    asks.browser.close()


@pytest.fixture
def reader(chromium: Any, server: Running) -> Iterator[Open]:
    with browsers(chromium, server.base) as opened:
        yield opened
