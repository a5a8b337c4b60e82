"""A browser for the tests that need one, started once for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.reports.html.browser import Pages, Show, Shown, started


@pytest.fixture(scope="package")
def pages() -> Iterator[Pages]:
    with started() as browser:
        yield Pages(browser)


@pytest.fixture
def show(pages: Pages, tmp_path: Path) -> Iterator[Show]:
    """Give what opens a page: its text, how wide it is shown, and how else the reader has it."""
    opened: list[Shown] = []
    with pages.lent() as lend:

        def show(source: str, width: int = 1_200, **reader: Any) -> Shown:
            path = tmp_path / f"report{len(opened)}.html"
            path.write_text(source, encoding="utf-8")
            opened.append(Shown(lend(width, **reader), path))
            return opened[-1]

        yield show
        for each in opened:
            each.heard.no_more()
