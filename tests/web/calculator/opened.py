"""Browsers on the pages, closed when a test is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.reports.html.browser import PHONE
from tests.web.pages.reader import Reader

READERS: dict[str, dict[str, Any]] = {
    "desktop": {},
    "telephone": {"width": PHONE},
    "enlarged to 200%": {"width": 640, "device_scale_factor": 2},
    "no script": {"java_script_enabled": False},
}
Open = Callable[..., Reader]


@contextmanager
def browsers(chromium: Any, base: str) -> Iterator[Open]:
    """Give what opens the pages: how wide the window is, and how else its reader has it."""
    contexts = []

    def opened(width: int = 1_280, **how: Any) -> Reader:
        context = chromium.new_context(viewport={"width": width, "height": 900}, **how)
        contexts.append(context)
        return Reader(context.new_page(), base)

    yield opened
    for context in contexts:
        context.close()


def complaints(reader: Reader) -> list[str]:
    """Return what went wrong in a browser, but for the status of a page that says what is wrong."""
    return [each for each in reader.complaints if "the server responded with a status" not in each]
