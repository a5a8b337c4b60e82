"""Somebody who uses the pages in headless Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.reports.html.browser import Heard, faults
from tests.web.pages.officer import File

VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
});
"""


class Reader:
    """A browser on the pages.

    Attributes:
        page: the page that is open.
        heard: what the page tells this reader.
        complaints: what scripts could not do, what the policy refused, and who asked something.
        elsewhere: what it asked any other server for.
    """

    def __init__(self, page: Any, base: str, at: str = "/") -> None:
        self.page = page
        self.base = base
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        page.set_default_timeout(30_000)
        self.heard = Heard(
            page,
            request=self._asked,
            pageerror=lambda error: self.complaints.append(str(error)),
            console=lambda said: self.complaints.append(said.text),
            dialog=self._dialog,
            # From the first page on, as the browser may be slow to hand the choosing over.
            filechooser=lambda _: None,
        )
        if at:
            self.goes_to(at)

    def goes_to(self, path: str) -> None:
        """Open a page."""
        self.page.goto(f"{self.base}{path}", wait_until="load")

    def chooses(self, *files: File) -> None:
        """Choose workbooks on the first page."""
        if all(isinstance(each, Path) for each in files):
            # The browser reads them itself, which takes far less than handing it their bytes.
            self.page.set_input_files("input[name=workbook]", files)
            return
        named = [
            each if isinstance(each, tuple) else (each.name, each.read_bytes()) for each in files
        ]
        chosen = [{"name": name, "mimeType": "", "buffer": data} for name, data in named]
        self.page.set_input_files("input[name=workbook]", chosen)

    def presses(self, name: str, nth: int = 0) -> None:
        """Press a button that leads to another page."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.get_by_role("button", name=name, exact=False).nth(nth).click()

    def checks(self, *files: File) -> None:
        """Choose workbooks and have them checked."""
        self.goes_to("/")
        self.chooses(*files)
        with self.page.expect_navigation(wait_until="load"):
            self.page.get_by_role("button", name="Check", exact=True).click()

    def takes(self, name: str) -> tuple[str, bytes]:
        """Press a button that gives a file, and return its name and bytes."""
        with self.page.expect_download() as coming:
            self.page.get_by_role("button", name=name).first.click()
        return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()

    def heading(self) -> str:
        """Return the page's own heading."""
        return " ".join(self.page.locator("h1").inner_text().split())

    def seen(self, selector: str) -> int:
        """Return how many of these can be seen."""
        return sum(each.is_visible() for each in self.page.locator(selector).all())

    def sideways(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        return int(
            self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        )

    def faults(self) -> list[str]:
        """Return what axe-core finds wrong, with everything unfolded."""
        return faults(self.page)

    def _asked(self, asked: Any) -> None:
        if not asked.url.startswith((self.base, "data:", "blob:")):
            self.elsewhere.append(asked.url)

    def _dialog(self, dialog: Any) -> None:
        self.complaints.append(f"asks: {dialog.message}")
        dialog.dismiss()
