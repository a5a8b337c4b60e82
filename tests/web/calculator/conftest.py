from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.calculator.asking import Asker
from tests.web.running import Running


@pytest.fixture(scope="module")
def asker(server: Running) -> Iterator[Asker]:
    asks = Asker(server.base)
    yield asks
    asks.browser.close()
