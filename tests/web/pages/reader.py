"""Somebody who uses the pages in headless Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.reports.html.axe.set_up import SCRIPT
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
        complaints: what scripts could not do, what the policy refused, and who asked something.
        elsewhere: what it asked any other server for.
    """

    def __init__(self, page: Any, base: str) -> None:
        self.page = page
        self.base = base
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        page.set_default_timeout(30_000)
        page.add_init_script(VIOLATIONS)
        page.on("request", self._asked)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text))
        page.on("dialog", self._dialog)
        # From the first page on, as the browser may be slow to hand the choosing over.
        page.on("filechooser", lambda _: None)
        self.goes_to("/")

    def goes_to(self, path: str) -> None:
        """Open a page."""
        self.page.goto(f"{self.base}{path}", wait_until="load")

    def chooses(self, *files: File) -> None:
        """Choose workbooks on the first page."""
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
        self.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        self.page.evaluate(SCRIPT.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert len(found["passes"]) > 20
        return [
            f"{each['id']}: {each['help']}: {each['nodes'][0]['html']}"
            for each in found["violations"]
        ]

    def _asked(self, asked: Any) -> None:
        if not asked.url.startswith((self.base, "data:", "blob:")):
            self.elsewhere.append(asked.url)

    def _dialog(self, dialog: Any) -> None:
        self.complaints.append(f"asks: {dialog.message}")
        dialog.dismiss()
