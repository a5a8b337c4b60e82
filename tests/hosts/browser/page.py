"""The add-in's own page in headless Chromium, with only office.js replaced."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Response, sync_playwright

OFFICE_JS = Path(__file__).with_name("office.js")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
)


def chromium() -> str | None:
    """Return where Chromium is, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


class Sheet:
    """A sheet in the add-in's page: formulas go in, what the functions answer comes out.

    Attributes:
        page: the page, to look at.
        requests: what the page has asked any server for, as METHOD URL.
        statuses: the status of each answer to a formula, in order of coming.
        complaints: what its scripts could not do.
    """

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.requests: list[str] = []
        self.statuses: list[int] = []
        self.complaints: list[str] = []
        page.route(lambda url: not url.startswith(base), lambda route: route.abort())
        page.route(
            "**/office.js",
            lambda route: route.fulfill(path=OFFICE_JS, content_type="text/javascript"),
        )
        page.on("request", lambda asked: self.requests.append(f"{asked.method} {asked.url}"))
        page.on("response", self._noted)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(f"{base}/taskpane.html", wait_until="load")

    def names(self) -> list[str]:
        """Return the functions that the add-in's script has registered with Excel."""
        names: list[str] = self.page.evaluate("sheet.names()")
        return names

    def calculate(self, formulas: Sequence[Mapping[str, object]]) -> list[dict[str, Any]]:
        """Return what each formula answered or threw; all are begun at once."""
        outcomes: list[dict[str, Any]] = self.page.evaluate(
            "formulas => sheet.calculate(formulas)", list(formulas)
        )
        return outcomes

    def _noted(self, response: Response) -> None:
        if response.request.method == "POST":
            self.statuses.append(response.status)


@contextmanager
def sheet(base: str) -> Iterator[Sheet]:
    """Open the add-in's page of a server, as Excel does when the add-in starts.

    Args:
        base: the server's address, without a stroke at its end.
    """
    # Chromium's sandbox refuses to be run by root, as in most containers.
    unboxed = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=[*QUIET, *unboxed], headless=True
        )
        try:
            yield Sheet(browser.new_page(), base)
        finally:
            browser.close()
