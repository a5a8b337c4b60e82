"""A page in headless Chromium, as its reader has it."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.reports.html.axe.set_up import SCRIPT
from tests.reports.html.axe.set_up import missing as axe_missing

PHONE = 320
"""Pixels across: what WCAG asks a page to be read on without scrolling both ways."""


def browser_missing() -> str | None:
    """Say what is needed and not here, or None."""
    if importlib.util.find_spec("playwright") is None:
        return "playwright is not installed"
    from tests.hosts.browser.page import chromium  # noqa: PLC0415 - needs playwright

    return None if chromium() else "Chromium is not on the path"


def judge_missing() -> str | None:
    """Say what is needed to judge accessibility and is not here, or None."""
    return browser_missing() or axe_missing()


@contextmanager
def started() -> Iterator[Any]:
    """Start Chromium, and give it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not everywhere

    from tests.hosts.browser.page import QUIET, chromium  # noqa: PLC0415 - needs playwright

    # Chromium's sandbox refuses to be run by root, as in most containers.
    unboxed = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=[*QUIET, *unboxed], headless=True
        )
        try:
            yield browser
        finally:
            browser.close()


class Shown:
    """A page that is open.

    Attributes:
        page: the page, to look at.
        requests: what it asked for beside itself.
        complaints: what its scripts could not do, and what its policy refused.
    """

    def __init__(self, page: Any, path: Path) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda asked: self.requests.append(asked.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._asked)
        page.on("console", lambda said: self.complaints.append(said.text))
        page.goto(path.as_uri(), wait_until="load")
        self.requests.remove(path.as_uri())

    def _asked(self, dialog: Any) -> None:
        self.complaints.append(f"asks: {dialog.message}")
        dialog.dismiss()

    def seen(self, selector: str) -> int:
        """Return how many of these can be seen."""
        return sum(each.is_visible() for each in self.page.locator(selector).all())

    def faults(self) -> list[str]:
        """Return what axe-core finds wrong, with everything unfolded."""
        self.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        self.page.evaluate(SCRIPT.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert len(found["passes"]) > 20
        return [
            f"{each['id']}: {each['help']}: {each['nodes'][0]['html']}"
            for each in found["violations"]
        ]


Show = Callable[..., Shown]
