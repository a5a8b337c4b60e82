"""A browser for the tests that need one, started once for each file of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.reports.html.browser import Show, Shown, started


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with started() as browser:
        yield browser


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Show]:
    """Give what opens a page: its text, how wide it is shown, and how else the reader has it."""
    contexts = []

    def opened(source: str, width: int = 1_200, **reader: Any) -> Shown:
        path = tmp_path / f"report{len(contexts)}.html"
        path.write_text(source, encoding="utf-8")
        context = chromium.new_context(viewport={"width": width, "height": 900}, **reader)
        contexts.append(context)
        return Shown(context.new_page(), path)

    yield opened
    for context in contexts:
        context.close()
