from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.web.pages.officer import Officer
from tests.web.pages.reader import Reader
from tests.web.running import Running


@pytest.fixture(scope="module")
def officer(server: Running) -> Iterator[Officer]:
    one = Officer(server.base)
    yield one
    one.browser.close()


@pytest.fixture
def reader(chromium: Any, server: Running) -> Iterator[Callable[..., Reader]]:
    """Give what opens the first page: how wide it is shown, and how else its reader has it."""
    contexts = []

    def opened(width: int = 1_280, **how: Any) -> Reader:
        context = chromium.new_context(viewport={"width": width, "height": 900}, **how)
        contexts.append(context)
        return Reader(context.new_page(), server.base)

    yield opened
    for context in contexts:
        context.close()
