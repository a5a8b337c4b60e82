from __future__ import annotations

import pytest

from tests.web.calculator.asking import Asker
from tests.web.running import Running


@pytest.fixture(scope="module")
def asker(server: Running) -> Asker:
    return Asker(server.base)
