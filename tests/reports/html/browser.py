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


Lend = Callable[..., Any]


class Pages:
    """Pages of a browser, each lent again to the next who looks: a new one takes seconds of work.

    Args:
        browser: the browser.
        script: what every page runs before its own scripts.
    """

    def __init__(self, browser: Any, script: str = "") -> None:
        self._browser = browser
        self._script = script
        self._kept: dict[str, list[Any]] = {}

    @contextmanager
    def lent(self) -> Iterator[Lend]:
        """Give what lends a page: how wide it is, and how else its reader has it."""
        lent: list[tuple[list[Any], Any]] = []

        def lend(width: int, **how: Any) -> Any:
            kept = self._kept.setdefault(repr(sorted(how.items())), [])
            page = kept.pop() if kept else self._new(how)
            page.set_viewport_size({"width": width, "height": 900})
            lent.append((kept, page))
            return page

        yield lend
        for kept, page in lent:
            if not page.is_closed() and _as_new(page):
                kept.append(page)

    def _new(self, how: dict[str, Any]) -> Any:
        context = self._browser.new_context(**how)
        if self._script:
            context.add_init_script(self._script)
        return context.new_page()


def _as_new(page: Any) -> bool:
    """Leave nothing on a page of whoever had it, and say whether that could be done."""
    page.unroute_all()
    page.context.clear_cookies()
    # What was still to be said has been by the time that this is answered.
    if page.evaluate("matchMedia('print').matches"):
        page.context.close()
        return False
    return True


class Heard:
    """Hears of what happens on a page until it is done with it."""

    def __init__(self, page: Any, **told: Callable[[Any], object]) -> None:
        self._page, self._told = page, told
        for event, does in told.items():
            page.on(event, does)

    def no_more(self) -> None:
        for event, does in self._told.items():
            self._page.remove_listener(event, does)


class Shown:
    """A page that is open.

    Attributes:
        page: the page, to look at.
        heard: what the page tells.
        requests: what it asked for beside itself.
        complaints: what its scripts could not do, and what its policy refused.
    """

    def __init__(self, page: Any, path: Path) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.heard = Heard(
            page,
            request=lambda asked: self.requests.append(asked.url),
            pageerror=lambda error: self.complaints.append(str(error)),
            dialog=self._asked,
            console=lambda said: self.complaints.append(said.text),
        )
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
        return faults(self.page)


def faults(page: Any) -> list[str]:
    """Return what axe-core finds wrong with a page, with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert len(found["passes"]) > 20
    return [
        f"{each['id']}: {each['help']}: {each['nodes'][0]['html']}" for each in found["violations"]
    ]


Show = Callable[..., Shown]
