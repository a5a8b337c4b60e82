"""Somebody who fills in the calculator's forms, without a script."""

from __future__ import annotations

import re

import httpx

from tests.reports.html.reading import Page
from xl_vsm.web.protection import FIELD


class Asker:
    """A browser without a script, as far as the forms go.

    Args:
        base: the server's address.
    """

    def __init__(self, base: str) -> None:
        self.browser = httpx.Client(verify=False, base_url=base, timeout=60)
        self.key = re.findall(
            rf'name="{FIELD}" value="(\w+)"', self.browser.get("/calculator/VSM_BAND").text
        )[0]

    def post(self, function: str, **said: str) -> httpx.Response:
        """Send a function's form."""
        return self.browser.post(f"/calculator/{function}", data={FIELD: self.key, **said})

    def ask(self, function: str, **said: str) -> Page:
        """Send a function's form, and read the page that answers."""
        return Page(self.post(function, **said).text)

    def see(self, path: str) -> Page:
        """Read a page."""
        return Page(self.browser.get(path).text)


def answer(page: Page) -> list[str]:
    """Return each cell of an answer as Excel would hold it."""
    return page.values("value", "data")


def faults(page: Page) -> list[str]:
    """Return what is said to be wrong at the fields."""
    found = re.findall(r'-error"><span class="[\w-]+">Error: </span>(.*?)</span>', page.source)
    return [Page(each).words for each in found]


def formula(page: Page) -> str:
    """Return the formula that is shown."""
    return Page(re.findall(r"<code class=\"nhsuk-code.*?</code>", page.source, re.DOTALL)[0]).words
