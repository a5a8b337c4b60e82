from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.pages.officer import Officer
from tests.web.running import Running


@pytest.fixture(scope="module")
def officer(server: Running) -> Iterator[Officer]:
    one = Officer(server.base)
    yield one
    one.browser.close()
